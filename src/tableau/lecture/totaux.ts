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
      for (const colonne of COLONNES_ADDITIVES) {
        const valeur = valeurDe(ligne, colonne);
        if (valeur === null) continue;
        generales.set(colonne, (generales.get(colonne) ?? 0) + valeur);
        groupe.set(colonne, (groupe.get(colonne) ?? 0) + valeur);
      }
    },
    clore(): void {
      groupe = new Map();
    },
    total({ ligne, nombres, cellule, feuille, commune }: Ligne): void {
      totaux.push({ total: { ligne, nombres, cellule, feuille }, libelle: normaliser(commune), avant: communes });
      groupe = new Map();
    },
    /** Une ligne sans nom, ou au nom d'un territoire, est un total dès qu'une de ses colonnes fait la somme. */
    estSomme: (ligne: Ligne): boolean => [generales, groupe].some((s) => colonnesEgales(ligne, s).length > 0),
    /**
     * Une ligne qui porte un nom inconnu ne l'est que si tout y fait la somme et si elle ne dit rien d'une commune (ni rang, ni
     * accord) ; entre des communes que l'annuaire ne connaît pas non plus, seulement si le parc y fait aussi la somme.
     */
    estSommeComplete: (ligne: Ligne, parmiDesConnues: boolean): boolean =>
      faitLaSomme(ligne) && !parleDUneCommune(ligne) && (parmiDesConnues || porteLeParc(ligne)),
    ressembleAUneSomme: (ligne: Ligne): boolean => faitLaSomme(ligne),
    /** Le total du tableau entier : jamais celui d'un groupe de communes. */
    retenir(): LigneTotal | null {
      const aDesGroupes = totaux.some(({ avant }) => avant > 0 && avant < communes);
      const candidats = totaux
        .filter((t) => t.avant === 0 || t.avant === communes)
        .filter((t) => !aDesGroupes || general(t));
      return (candidats.find(juste) ?? candidats.at(-1))?.total ?? null;
    },
  };

  function faitLaSomme(ligne: Ligne): boolean {
    if (communes < 2 || ligne.codeInsee !== null) return false;
    return [generales, groupe].some((sommes) => {
      const egales = colonnesEgales(ligne, sommes);
      return (
        egales.length > 1 && egales.length === valeursDe(ligne).length && egales.some((c) => c !== 'objectif_contrat')
      );
    });
  }

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

const porteLeParc = ({ nombres: { residences_principales: rp, logements_sociaux: lls } }: Ligne): boolean =>
  rp?.etat === 'lue' && lls?.etat === 'lue';

const parleDUneCommune = ({ nombres, accord, soumisePrelevement }: Ligne): boolean =>
  [accord, soumisePrelevement, nombres.rang_triennal, nombres.periodes_consecutives_abaissees].some(
    (lecture) => lecture !== undefined && lecture.etat !== 'vide',
  );

function valeurDe({ nombres }: Pick<Ligne, 'nombres'>, colonne: Additive): number | null {
  const lecture = nombres[colonne];
  return lecture?.etat === 'lue' ? versNombre(lecture.valeur.valeur) : null;
}

const valeursDe = (ligne: Pick<Ligne, 'nombres'>): [Additive, number][] =>
  COLONNES_ADDITIVES.flatMap((colonne) => {
    const valeur = valeurDe(ligne, colonne);
    return valeur === null ? [] : [[colonne, valeur]];
  });

/** Les colonnes où la ligne porte la somme, à moins d'un logement près : un total s'écrit souvent arrondi. */
const colonnesEgales = (ligne: Pick<Ligne, 'nombres'>, sommes: Sommes): Colonne[] =>
  valeursDe(ligne).flatMap(([colonne, valeur]) =>
    valeur !== 0 && Math.abs((sommes.get(colonne) ?? 0) - valeur) < 1 ? [colonne] : [],
  );
