import { arrondir, ecrire, versNombre, type Fraction } from '../nombres';
import { abaissementMaximal, articleDe, reductionMaximale } from '../regles';
import type { Certitude, Droit } from '../droit';
import type { Avis, Constat, Contrat, Controle, LigneEvaluee, Verdict } from '../tableau';
import { COLONNES_DU_BILAN, phraseDuBilan, rangeesDuBilan } from './bilan';
import { phraseDuResume, titreDeLInventaire } from './inventaire';

/** Ce qu'un lecteur voit d'un contrôle, quel que soit le support : mots, colonnes, groupes de constats. */
const VERDICTS: Readonly<Record<Verdict, string>> = {
  conforme: 'CONFORME',
  'non conforme': 'NON CONFORME',
  indetermine: 'INDÉTERMINÉ',
};

/** Un inventaire n'est ni conforme ni non conforme : il est lu, avec ce qui reste indéterminé. */
export const verdictEnTitre = ({ verdict, inventaire }: Controle): string =>
  inventaire ? titreDeLInventaire(inventaire) : VERDICTS[verdict];

export const CONTRATS_EN_MOTS: Readonly<Record<Contrat, string>> = {
  cims: 'contrat de mixité sociale mutualisant (CIMS)',
  cms: 'contrats de mixité sociale abaissants (CMS)',
  aucun: 'sans contrat',
};

/** Ce dont un tableau parle : son contrat, ou le bilan ou l'inventaire qu'il est. */
export const objetDe = ({ contrat, inventaire, bilan }: Controle): string =>
  bilan ? 'bilan triennal' : inventaire ? 'inventaire publié' : CONTRATS_EN_MOTS[contrat];

const TITRES: Readonly<Record<Contrat, string>> = {
  cims: 'Contrôle de la mutualisation des objectifs SRU',
  cms: 'Contrôle des contrats de mixité sociale abaissants',
  aucun: 'Contrôle des objectifs de référence SRU',
};

export const titreDuControle = ({ contrat, inventaire, bilan }: Controle): string =>
  bilan ? 'Contrôle du bilan triennal SRU' : inventaire ? 'Lecture de l’inventaire SRU publié' : TITRES[contrat];

export const AVIS_EN_MOTS: Readonly<Record<Avis, string>> = {
  recueilli: 'recueilli',
  'a-recueillir': 'à recueillir',
  manquant: 'manquant',
};

export const CERTITUDES_EN_MOTS: Readonly<Record<Certitude, string>> = {
  texte: 'lettre du texte',
  interprétation: 'interprétation',
  'source secondaire': 'source secondaire',
};

/** @example sourceDe(constat) // « L. 302-8, X du CCH, lettre du texte » */
export const sourceDe = ({ reference, certitude }: Pick<Constat, 'reference' | 'certitude'>): string =>
  `${articleDe(reference)}, ${CERTITUDES_EN_MOTS[certitude]}`;

const COLONNES_PRESENTEES = [
  'Commune',
  'Manquants',
  'Rattrapage',
  'Référence',
  'Contrat',
  'Écart',
  'Plancher',
] as const;

export const colonnesPresentees = ({ bilan }: Controle): readonly string[] =>
  bilan ? COLONNES_DU_BILAN : COLONNES_PRESENTEES;

/** Les communes en colonnes : manquants et planchers à l'entier supérieur, référence telle qu'elle est retenue. */
export function rangees({ lignes, totaux, contrat, bilan }: Controle, droit: Droit): string[][] {
  if (bilan) return rangeesDuBilan(bilan);
  const corps = lignes.map((l) => [
    l.ligne.nom,
    superieur(l.manquants),
    l.rattrapage ? `${l.rattrapage.pourcent} %` : '?',
    l.reference ? ecrire(l.reference) : '?',
    l.contrat === null ? (contrat === 'aucun' ? '' : '?') : ecrire(l.contrat),
    l.reference && l.contrat !== null ? signer(l.contrat - versNombre(l.reference)) : '',
    superieur(plancherDe(l, contrat, droit), ''),
  ]);
  const ecart =
    totaux.reference && totaux.contrat !== null ? signer(totaux.contrat - versNombre(totaux.reference)) : '';
  return [
    ...corps,
    [
      'Total',
      '',
      '',
      totaux.reference ? ecrire(totaux.reference) : '?',
      totaux.contrat === null ? (contrat === 'aucun' ? '' : '?') : ecrire(totaux.contrat),
      ecart,
      '',
    ],
  ];
}

/** Le contrat et le droit appliqué, en une phrase. */
export function phraseDuCadre(controle: Controle, droit: Droit): string {
  const { inventaire, bilan } = controle;
  const annee = inventaire?.annee ? ` au 1er janvier ${inventaire.annee}` : '';
  const suite = bilan
    ? ', objectifs et logements réalisés'
    : inventaire
      ? `${annee}, sans objectif ni contrat à contrôler`
      : '';
  const phrase = `${objetDe(controle)}${suite} ; ${droit.libelle}.`;
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** « Références 471, contrat 542 : +71 (+15,1 %) » ; vide si un total manque. D'un inventaire, ses effectifs. */
export function phraseDesTotaux({ totaux: { reference, contrat }, inventaire, bilan }: Controle): string {
  if (inventaire) return phraseDuResume(inventaire);
  if (bilan) return phraseDuBilan(bilan);
  if (!reference || contrat === null) return '';
  const base = versNombre(reference);
  const hausse = base > 0 ? ` (${signer(((contrat - base) / base) * 100, 1)} %)` : '';
  return `Références ${ecrire(reference)}, contrat ${ecrire(contrat)} : ${signer(contrat - base)}${hausse}`;
}

export interface Groupe {
  readonly titre: string;
  readonly signe: string;
  readonly constats: readonly Constat[];
}

/** Les constats par gravité, chacun dans un seul groupe. */
export function groupes(constats: readonly Constat[]): Groupe[] {
  const filtrer = (garder: (c: Constat) => boolean) => constats.filter(garder);
  return [
    { titre: 'Bloquants', signe: '✗', constats: filtrer((c) => c.gravite === 'bloquant') },
    {
      titre: 'À compléter pour conclure',
      signe: '?',
      constats: filtrer((c) => c.gravite !== 'bloquant' && c.empecheDeConclure),
    },
    { titre: 'Alertes', signe: '!', constats: filtrer((c) => c.gravite === 'alerte' && !c.empecheDeConclure) },
    { titre: 'Informations', signe: 'i', constats: filtrer((c) => c.gravite === 'information') },
  ].filter((g) => g.constats.length > 0);
}

/** Le plancher d’une commune selon son contrat, non arrondi ; `null` sans contrat ou sans palier connu. */
export function plancherDe(
  { manquants, reference, rattrapage, rang }: LigneEvaluee,
  contrat: Contrat,
  droit: Droit,
): Fraction | null {
  if (contrat === 'aucun' || !reference) return null;
  if (rang < 3 || contrat === 'cims') return rang < 3 ? reference : reductionMaximale(reference, droit);
  const palier = rattrapage?.palier;
  return manquants && palier ? abaissementMaximal(manquants, palier, droit) : null;
}

const superieur = (f: Fraction | null, sinon = '?'): string => (f ? ecrire(arrondir(f, 'SUPERIEUR')) : sinon);
/** @example signer(71) // « +71 » ; -13 : « −13 » */
export const signer = (n: number, decimales = 2): string => `${n > 0 ? '+' : ''}${ecrire(n, decimales)}`;
