import type { CelluleAEcrire, FeuilleDeFichier } from '../../classeur/feuille-a-ecrire';
import {
  lireOuiNon,
  lireTexte,
  normaliser,
  periodeDuBilan,
  type CommuneDressee,
  type ControleBilan,
} from '../../tableau';
import { cadreDe, type Cadre } from './cadre';
import { COLONNES_NATIONALES, titreNational, type ColonneNationale } from './colonnes';
import { feuilleDesComptes } from './comptes';
import { recopier } from './valeurs';

/** Un bilan sous les titres du ministère, et ce qu'il faut savoir avant de l'envoyer ; ou pourquoi il ne s'écrit pas. */
export type BilanNational =
  | { readonly feuilles: readonly FeuilleDeFichier[]; readonly aTrancher: readonly string[] }
  | { readonly refus: string };

const LARGEUR_DES_NOMBRES = 14;
const LARGEURS: Readonly<Record<string, number>> = { Commune: 28, "EPCI d'appartenance": 30, 'Code INSEE': 9, '': 3 };
const PAGES = 6;
/** Le code et la commune se retrouvent sur chaque page. */
const CODE = COLONNES_NATIONALES.findIndex(({ titre }) => titre === 'Code INSEE');

/** @param pied de quel outil et de quel jour */
export function bilanNational(controle: ControleBilan, pied: string): BilanNational {
  const { tableau, contexte, constats, communes } = controle;
  const periode = periodeDuBilan(tableau, contexte.droit.periode);
  if (!periode) return { refus: 'la période du bilan n’est pas dite ; la préciser, par exemple 2023-2025.' };
  const ouvert = constats.find((c) => c.ligne === null && c.empecheDeConclure);
  if (ouvert) return { refus: `il n’est pas établi. ${ouvert.message}` };
  const cadre = cadreDe(periode, controle);
  const ecrites = colonnesEcrites(controle);
  const titres = COLONNES_NATIONALES.map((colonne) => titreNational(colonne, cadre));
  const lignes = communes.map((commune) =>
    COLONNES_NATIONALES.map((colonne, i) => celluleDe(commune, colonne, cadre, ecrites.get(cleDuTitre(titres[i]!)))),
  );
  const feuille: FeuilleDeFichier = {
    nom: `Bilan ${cadre.periode}`,
    largeurs: COLONNES_NATIONALES.map(({ titre }) => LARGEURS[titre] ?? LARGEUR_DES_NOMBRES),
    lignes: [titres.map((valeur): CelluleAEcrire => ({ valeur, style: 'entete' })), ...lignes],
    fusions: [],
    lignesRepetees: [0, 0],
    colonnesRepetees: [CODE, CODE + 1],
    filtre: { ligne: 0, colonne: 0, ligneFin: lignes.length, colonneFin: titres.length - 1 },
    pagesEnLargeur: PAGES,
    orientation: 'paysage',
    entete: `Bilan triennal ${cadre.periode}`,
    pied,
  };
  const comptes = feuilleDesComptes(controle, pied);
  return {
    feuilles: comptes ? [feuille, comptes] : [feuille],
    aTrancher: communes.flatMap((c) => [...contestee(c), ...dementie(c, cadre, ecrites)]),
  };
}

const cleDuTitre = (titre: string): string => normaliser(titre.replace(/\s+/g, ' '));

/** Ce que le tableau d'origine écrit sous les titres du ministère, compris du contrôle ou non. */
function colonnesEcrites({ tableau: { entetes, ignorees, pieces } }: ControleBilan): ReadonlyMap<string, number> {
  // Des morceaux réunis n'ont pas leurs colonnes aux mêmes places.
  if (pieces.length > 1) return new Map();
  return new Map(
    [...ignorees, ...entetes.values()].map(({ texte, position }) => [cleDuTitre(texte), position] as const),
  );
}

function celluleDe(
  commune: CommuneDressee,
  { valeur }: ColonneNationale,
  cadre: Cadre,
  position: number | undefined,
): CelluleAEcrire {
  const dite = valeur?.(commune, cadre);
  if (dite) return dite;
  return { style: 'texte', ...(position !== undefined && recopier(commune.ligne.ecritEn(position))) };
}

/** Une commune dont le décompte est contesté part sans lui. */
const contestee = ({ douteuse, ligne }: CommuneDressee): readonly string[] =>
  douteuse ? [`${ligne.nom} : le contrôle ne conclut pas, ses réalisations restent vides.`] : [];

/** Une conclusion que l'agent a écrite et que les nombres du bilan ne donnent pas. */
function dementie(commune: CommuneDressee, cadre: Cadre, ecrites: ReadonlyMap<string, number>): readonly string[] {
  return COLONNES_NATIONALES.flatMap((colonne) => {
    const titre = titreNational(colonne, cadre);
    const position = ecrites.get(cleDuTitre(titre));
    const dite = colonne.conclut && position !== undefined ? colonne.valeur?.(commune, cadre) : null;
    if (!dite || position === undefined) return [];
    const texte = lireTexte(commune.ligne.ecritEn(position));
    const ecrite = lireOuiNon(texte);
    if (ecrite === null || ecrite === (dite.valeur === 1)) return [];
    return [
      `${commune.ligne.nom} : « ${titre.replace(/\s+/g, ' ')} » valait « ${texte} », ses nombres donnent ${dite.valeur}.`,
    ];
  });
}
