import { versNombre } from '../../nombres';
import { COLONNES_ADDITIVES, type Colonne } from '../colonnes';
import { normaliser } from '../texte';
import type { Ligne, LigneTotal } from './ligne';

type Additive = (typeof COLONNES_ADDITIVES)[number];
type Sommes = Map<Additive, number>;

interface TotalLu {
  readonly total: LigneTotal;
  readonly libelle: string;
  /** Nombre de communes lues avant lui. */
  readonly avant: number;
}

/** Suit les sommes des communes et reconnaît les lignes de total, étiquetées ou non. */
export function suiviDesTotaux() {
  const generales: Sommes = new Map();
  let groupe: Sommes = new Map();
  let communes = 0;
  const totaux: TotalLu[] = [];

  return {
    ajouter(ligne: Ligne): void {
      communes += 1;
      for (const [colonne, valeur] of valeursDe(ligne)) {
        for (const sommes of [generales, groupe]) sommes.set(colonne, (sommes.get(colonne) ?? 0) + valeur);
      }
    },
    clore(): void {
      groupe = new Map();
    },
    total({ ligne, nombres, cellule, commune }: Ligne): void {
      totaux.push({ total: { ligne, nombres, cellule }, libelle: normaliser(commune), avant: communes });
      groupe = new Map();
    },
    /** Une ligne sans nom, ou au nom d'un territoire, est un total dès qu'une de ses colonnes fait la somme. */
    estSomme: (ligne: Ligne): boolean => [generales, groupe].some((s) => colonnesEgales(ligne, s).length > 0),
    /** Une ligne qui porte un nom ne l'est que si tout y fait la somme, résidences et logements sociaux compris. */
    estSommeComplete(ligne: Ligne): boolean {
      if (communes < 2 || ligne.codeInsee !== null) return false;
      return [generales, groupe].some((sommes) => {
        const egales = colonnesEgales(ligne, sommes);
        return (
          egales.length > 2 &&
          egales.length === valeursDe(ligne).length &&
          egales.includes('residences_principales') &&
          egales.includes('logements_sociaux')
        );
      });
    },
    /** Le total du tableau entier : jamais celui d'un groupe de communes. */
    retenir(): LigneTotal | null {
      const aDesGroupes = totaux.some(({ avant }) => avant > 0 && avant < communes);
      const candidats = totaux
        .filter((t) => t.avant === 0 || t.avant === communes)
        .filter((t) => !aDesGroupes || general(t));
      return (candidats.find(juste) ?? candidats.at(-1))?.total ?? null;
    },
  };

  function juste({ total }: TotalLu): boolean {
    return colonnesEgales(total, generales).length > 0;
  }

  /** Parmi des totaux de groupe : celui qui le dit, qui fait la somme de tout, ou qui suit ou précède aussitôt un autre total. */
  function general(t: TotalLu): boolean {
    return (
      /\b(?:general|ensemble)\b/.test(t.libelle) ||
      juste(t) ||
      totaux.some((autre) => autre !== t && autre.avant === t.avant)
    );
  }
}

function valeursDe({ nombres }: Pick<Ligne, 'nombres'>): [Additive, number][] {
  const valeurs: [Additive, number][] = [];
  for (const colonne of COLONNES_ADDITIVES) {
    const lecture = nombres[colonne];
    if (lecture?.etat === 'lue') valeurs.push([colonne, versNombre(lecture.valeur.valeur)]);
  }
  return valeurs;
}

/** Les colonnes où la ligne porte la somme, à moins d'un logement près : un total s'écrit souvent arrondi. */
const colonnesEgales = (ligne: Pick<Ligne, 'nombres'>, sommes: Sommes): Colonne[] =>
  valeursDe(ligne).flatMap(([colonne, valeur]) =>
    valeur !== 0 && Math.abs((sommes.get(colonne) ?? 0) - valeur) < 1 ? [colonne] : [],
  );
