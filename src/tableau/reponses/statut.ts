import { CIBLES } from '../../droit';
import type { Drapeau } from '../colonnes';
import { estInconnue, estVide } from '../texte';
import { decouper } from './jetons';
import { lexique, reconnaitre } from './lexique';

/** Ce qu'un statut déclare d'une commune ; un drapeau absent : il n'en dit rien. */
export type Declaree = Partial<Record<Drapeau | 'soumise_prelevement', boolean>>;

type Fait = `${Drapeau | 'soumise_prelevement'} ${'oui' | 'non'}`;

const [BASSE, HAUTE] = [Math.min(...CIBLES), Math.max(...CIBLES)];
const audela = (taux: number) =>
  `> ${taux} %, >${taux} %, ≥ ${taux} %, > = ${taux} %, superieur a ${taux} %, plus de ${taux} %`;
const sous = (taux: number) => `< ${taux} %, inferieur a ${taux} %, moins de ${taux} %`;

/**
 * Les faits qu'un statut énonce. Une commune « carencée » ne dit pas son taux à la date de l'inventaire : elle a pu atteindre la
 * cible depuis. Un taux au-delà de la plus haute cible est en règle quelle que soit la sienne ; entre les deux, on ne sait pas.
 */
const MOTS = lexique<Fait | 'neutre'>({
  'deficitaire oui': ['deficitaire+, en deficit, taux non atteint, non atteint, cible non atteinte', sous(BASSE)],
  'deficitaire non': [
    'non deficitaire+, en regle, conforme+, taux atteint, objectif atteint, cible atteinte, taux cible atteint',
    audela(HAUTE),
  ],
  'carencee oui': ['carence+, en carence, en etat de carence, constat de carence, arrete de carence'],
  'carencee non': ['non carence+'],
  'exemptee oui': ['exempte+'],
  'exemptee non': ['non exempte+'],
  'soumise_sru oui': [
    'soumis, soumise, soumises, assujetti+, concerne+, dans le champ, soumise a la loi sru, soumise a l article 55',
  ],
  'soumise_sru non': [
    'non soumis, non soumise, non soumises, non assujetti+, non concerne+, hors champ, hors du champ, hors champ sru, hors sru, hors dispositif',
  ],
  'soumise_prelevement oui': ['preleve+, soumise au prelevement, soumis au prelevement'],
  'soumise_prelevement non': [
    'non preleve+, exonere+, exonere+ de prelevement, exonere+ du prelevement, non soumise au prelevement',
  ],
  neutre: [
    'commune, communes, sru, loi sru, article 55, et, de, du, la, le, l, en, par, depuis, au, au titre de, taux, statut',
    'decret, arrete, arrete prefectoral, prefectoral, <date>, <numero>',
  ],
});

/** « Carencée 2020-2022 » : la période dont le bilan a fondé la carence. */
const PERIODE = /\b(20\d{2}) ?[-–/] ?(20\d{2})\b/g;

/**
 * Ce qu'un statut dit d'une commune, un ou plusieurs faits ; `null` s'il s'y trouve un mot inconnu, ou deux faits contraires.
 * @example lireStatut('Déficitaire – carencée') // { deficitaire: true, carencee: true }
 * @example lireStatut('Soumise exonérée') // { soumise_sru: true, soumise_prelevement: false }
 * @example lireStatut('Tiède') // null
 */
export function lireStatut(statut: string): Declaree | null {
  if (estVide(statut) || estInconnue(statut)) return {};
  const declaree: Declaree = {};
  for (const genre of reconnaitre(decouper(statut.replace(PERIODE, '$1')), MOTS)) {
    if (genre === 'hors') return null;
    const [drapeau, sens] = genre.split(' ') as [keyof Declaree, string | undefined];
    if (sens === undefined) continue;
    if ((declaree[drapeau] ?? sens === 'oui') !== (sens === 'oui')) return null;
    declaree[drapeau] = sens === 'oui';
  }
  return Object.keys(declaree).length > 0 ? declaree : null;
}
