import { ecrire, ecrireEuros, versNombre, type Quantite } from '../../nombres';
import { bornesEnMots, ISSUES, type CommuneDressee, type ControleBilan, type Part } from '../../tableau';
import type { CelluleAEcrire } from '../../classeur/feuille-a-ecrire';
import { ISSUES_EN_MOTS, nomsDuPasse, passeDe, pourcent } from './bilan-mots';
import { celluleMot, celluleNombre } from './presentation';

/** Une colonne de la dresse d'un bilan, sur tout support. */
export interface ColonneDuBilan {
  readonly titre: string;
  /** En caractères. */
  readonly largeur: number;
  readonly nombre: boolean;
  /** Où elle se montre : partout, là où la place manque (écran, note, terminal), ou là où elle ne manque pas (feuille de classeur). */
  readonly place: 'partout' | 'serrée' | 'large';
  readonly texte: (c: CommuneDressee) => string;
  readonly cellule: (c: CommuneDressee) => CelluleAEcrire;
  /** De quoi trier ; `null` : toujours à la fin. */
  readonly ordre: (c: CommuneDressee) => number | string | null;
}

const compte = (n: number | null, sansObjet = false): string => (n === null ? (sansObjet ? '' : '?') : ecrire(n));
const nombreDe = (f: Quantite | null | undefined): number | null => (f ? versNombre(f) : null);

type Valeur = (c: CommuneDressee) => number | null;
const logements = (titre: string, valeur: Valeur): ColonneDuBilan => ({
  ...{ titre, largeur: 12, nombre: true, place: 'partout' },
  texte: (c) => compte(valeur(c), c.sansObjet),
  cellule: (c) => celluleNombre(valeur(c)),
  ordre: valeur,
});
const taux = (titre: string, valeur: (c: CommuneDressee) => Quantite | null): ColonneDuBilan => ({
  ...{ titre, largeur: 12, nombre: true, place: 'partout' },
  texte: (c) => pourcent(valeur(c)),
  cellule: (c) => celluleNombre(nombreDe(valeur(c)), 'taux'),
  ordre: (c) => nombreDe(valeur(c)),
});
const euros = (titre: string, valeur: (c: CommuneDressee) => Quantite | null): ColonneDuBilan => ({
  ...{ titre, largeur: 15, nombre: true, place: 'partout' },
  texte: (c) => (valeur(c) ? ecrireEuros(valeur(c)!) : ''),
  cellule: (c) => celluleNombre(nombreDe(valeur(c)), 'euros'),
  ordre: (c) => nombreDe(valeur(c)),
});
const mot = (titre: string, largeur: number, texte: (c: CommuneDressee) => string): ColonneDuBilan => ({
  ...{ titre, largeur, nombre: false, place: 'partout' },
  texte,
  cellule: (c) => celluleMot(texte(c)),
  ordre: texte,
});

/** « 9 (21) » : ce qui est réalisé, et la borne. */
const part = (titre: string, de: (c: CommuneDressee) => Part): ColonneDuBilan => ({
  ...{ titre, largeur: 14, nombre: true, place: 'serrée' },
  texte: (c) => partEnMots(de(c)),
  cellule: (c) => celluleMot(partEnMots(de(c))),
  ordre: (c) => de(c).constate,
});
const partEnMots = ({ constate, bornes }: Part): string =>
  constate === null && bornes.length === 0
    ? ''
    : `${compte(constate)}${bornes.length > 0 ? ` (${bornesEnMots(bornes)})` : ''}`;

export const COMMUNE = mot('Commune', 28, ({ ligne }) => ligne.nom);
export const ISSUE: ColonneDuBilan = {
  ...mot('Bilan', 24, ({ issue }) => ISSUES_EN_MOTS[issue]),
  ordre: ({ issue }) => ISSUES.indexOf(issue),
};
export const OBJECTIF = logements('Objectif', ({ objectif }) => objectif);
export const REALISES = logements('Réalisés', ({ realises }) => realises);
export const TAUX = taux('Taux', ({ bilan }) => bilan?.taux ?? null);
export const MANQUENT = logements('Manquent', ({ manquent }) => manquent);
/** Rien n'est dit d'une majoration tant que l'objectif n'est pas sûrement manqué. */
export const MAJORATION = taux('Majoration', ({ bilan, atteint }) =>
  atteint === false ? (bilan?.majoration ?? null) : null,
);
/** La borne d'une part, en nombre tant qu'il n'y en a qu'une. */
const borne = (titre: string, de: (c: CommuneDressee) => Part): ColonneDuBilan => ({
  ...{ titre, largeur: 12, nombre: true, place: 'large' },
  texte: (c) => bornesEnMots(de(c).bornes),
  cellule: (c) => {
    const { bornes } = de(c);
    return bornes.length > 1 ? celluleMot(bornesEnMots(bornes)) : celluleNombre(bornes[0] ?? null);
  },
  ordre: (c) => de(c).bornes[0] ?? null,
});
const DES_PARTS = (['PLAI', 'PLS'] as const).flatMap((nom) => {
  const de = ({ qualitatif }: CommuneDressee) => (nom === 'PLAI' ? qualitatif.plai : qualitatif.pls);
  const limite = nom === 'PLAI' ? 'minimum' : 'maximum';
  return [
    part(`${nom} (${limite})`, de),
    { ...logements(nom, (c) => de(c).constate), place: 'large' as const },
    borne(`${nom}, ${limite}`, de),
  ];
});
const EN_EUROS = [
  euros('Prélèvement', ({ prelevement }) => prelevement.prelevement?.valeur ?? null),
  euros('Majoré', ({ prelevement, atteint }) =>
    atteint === false ? (prelevement.majore?.calcul.valeur ?? null) : null,
  ),
];

/** Les colonnes d'un bilan : celles que son tableau permet de remplir, et qui ont leur place. */
export const colonnesDuBilan = (bilan: ControleBilan, place: 'serrée' | 'large'): readonly ColonneDuBilan[] =>
  toutesLesColonnes(bilan).filter((colonne) => colonne.place === 'partout' || colonne.place === place);

function toutesLesColonnes({ communes }: ControleBilan): readonly ColonneDuBilan[] {
  const parts = communes.some(({ qualitatif: { plai, pls } }) => plai.constate !== null || pls.constate !== null);
  const montants = communes.some(({ prelevement }) => prelevement.prelevement);
  return [
    ...[COMMUNE, OBJECTIF, REALISES, TAUX, MANQUENT],
    ...(parts ? DES_PARTS : []),
    ...[ISSUE, MAJORATION],
    ...(montants ? EN_EUROS : []),
    ...passees(communes),
  ];
}

/** Une colonne par période que le tableau rappelle. */
const passees = (communes: readonly CommuneDressee[]): ColonneDuBilan[] =>
  nomsDuPasse(communes).map((nom) => ({ ...mot(nom, 22, (c) => passeDe(c, nom)), place: 'large' as const }));
