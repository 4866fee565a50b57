import { arrondir, ecrire, versNombre, type Fraction } from '../nombres';
import { abaissementMaximal, reductionMaximale } from '../regles';
import type { Droit } from '../droit';
import type { Constat, Contrat, Controle, LigneEvaluee, Verdict } from '../tableau';
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
    l.ligne.commune || l.ligne.codeInsee || l.ligne.cellule('commune'),
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
export function phraseDuCadre({ contrat, inventaire, bilan }: Controle, droit: Droit): string {
  const annee = inventaire?.annee ? ` au 1er janvier ${inventaire.annee}` : '';
  const objet = bilan
    ? 'bilan triennal, objectifs et logements réalisés'
    : inventaire
      ? `inventaire publié${annee}, sans objectif ni contrat à contrôler`
      : CONTRATS_EN_MOTS[contrat];
  const phrase = `${objet} ; ${droit.libelle}.`;
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
/** @example signer(71) // « +71 » */
export const signer = (n: number, decimales = 2): string => `${n > 0 ? '+' : ''}${ecrire(n, decimales)}`;
