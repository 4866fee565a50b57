import { ENTRANTES_DEPUIS, type Periode, type Rang } from '../../droit';
import { rangDepuisEntree } from '../../regles';
import type { Cellule } from '../grille';
import { lireOuiNon } from '../reponses';
import { decouper } from '../reponses/jetons';
import { lexique, reconnaitre } from '../reponses/lexique';
import { abreger, estInconnue, estVide } from '../texte';
import { lireTexte, type Lecture } from './cellules';

/**
 * Ce qu'une cellule dit du rang triennal :
 * - `rang` : le rang lui-même, écrit ou tiré de l'année d'entrée et de la période ;
 * - `entrante` : moins de 3, sans qu'on sache lequel (ni abaissement, ni taux de rattrapage connu) ;
 * - `entree` : l'année de première soumission, sans période qui en donne le rang.
 */
export type RangLu = { readonly rang: Rang } | { readonly entrante: true } | { readonly entree: number };

/** Ce que la colonne annonce : un rang, « commune entrante » (oui ou non), ou l'année (ou la date) de première soumission. */
export type SensDuRang = 'rang' | 'entrante' | 'entree';

const ATTENDU: Readonly<Record<SensDuRang, string>> = {
  rang: 'un rang triennal (0, 1, 2, ou 3 et plus) ou une année d’entrée',
  entrante: '« oui » ou « non », ou une année d’entrée',
  entree: 'l’année ou la date de première soumission',
};

type Genre = '0' | '1' | '2' | '3' | 'entrante' | 'avant' | 'neutre';

const PERIODE = ['', ' periode', ' periode triennale', ' triennal', ' periode pleine', ' periode triennale pleine'];
const ordinal = (...ecrits: string[]) => ecrits.flatMap((e) => PERIODE.map((p) => e + p)).join(', ');

const COMMUNES: Readonly<Record<Genre, string>> = {
  '0': 'entree en cours de periode, en cours de periode, entree en cours, en cours',
  '1': ordinal('1er', '1re', '1ere', 'premier', 'premiere'),
  '2': ordinal('2e', '2eme', '2nd', '2nde', 'deuxieme', 'second', 'seconde'),
  '3': `${ordinal('3e', '3eme', 'troisieme')}, droit commun, regime de droit commun, ancienne, non entrante, commune ancienne`,
  entrante: 'entrante, entrant, commune entrante, nouvelle entrante, nouvellement soumise, nouvellement entrante, < 3',
  avant: 'avant, anterieure a, avant le',
  neutre:
    'rang, rang triennal, commune, entree, entre+, entree en, soumise, depuis, depuis le, en, le, au, annee, annee d entree, date d entree, 1ere annee de soumission, premiere annee de soumission, annee de soumission',
};
const ENTREES = (Object.keys(COMMUNES) as Genre[]).map((genre) => [genre, [COMMUNES[genre]]] as const);
const grammaire = (propres: Partial<Record<Genre, string>>) =>
  lexique<Genre>(
    Object.fromEntries(ENTREES.map(([g, mots]) => [g, [...mots, propres[g] ?? []].flat()])) as Record<Genre, string[]>,
  );

const GRAMMAIRES = {
  rang: grammaire({
    '0': '0',
    '1': '1',
    '2': '2',
    '3': '3, 3 plus, 3 et plus, 3 ou plus, 3 et au dela, > 2, > 3, ≥ 3, > = 3, 4, 5, 6, 7, 8, 9',
  }),
  entrante: grammaire({ entrante: 'oui', '3': 'non' }),
  entree: grammaire({}),
};

/**
 * Lit le rang d'une commune ; ce qui n'est pas compris, ou se contredit, est `invalide`, jamais présumé de droit commun.
 * @param periode `null` si on ne la connaît pas : une année d'entrée reste alors une année
 * @example lireRang('2e période', periode) // rang 2
 * @example lireRang('2020 (entrée)', { debut: 2026 }) // rang 2
 * @example lireRang('oui', periode, 'entrante') // entrante
 * @example lireRang('25 %', periode) // invalide
 */
export function lireRang(
  source: Cellule | string | undefined,
  periode: Periode | null,
  sens: SensDuRang = 'rang',
): Lecture<RangLu> {
  const cellule: Cellule = typeof source === 'string' ? { valeur: source } : (source ?? { valeur: null });
  const texte = lireTexte(cellule);
  const invalide = { etat: 'invalide', texte: abreger(texte), attendu: ATTENDU[sens] } as const;
  if (cellule.erreur !== undefined || cellule.pourcent) return invalide;
  if (estVide(texte)) return { etat: 'vide' };
  if (estInconnue(texte)) return { etat: 'inconnue', texte: abreger(texte) };
  const valeur = comprendre(texte, periode, sens);
  return valeur ? { etat: 'lue', valeur } : invalide;
}

const ANNEE = /^<(\d{4})>$/;
const NEGATIF = /^\s*[-–−]\s*\d/;

function comprendre(texte: string, periode: Periode | null, sens: SensDuRang): RangLu | null {
  if (NEGATIF.test(texte)) return null;
  const jetons = decouper(texte.replaceAll('+', ' plus '), (date) => `<${/(?:19|20)\d{2}/.exec(date)?.[0] ?? 'date'}>`);
  const annees = new Set(jetons.flatMap((jeton) => ANNEE.exec(jeton)?.[1] ?? []));
  const dit = sens === 'entrante' && annees.size === 0 ? lireOuiNon(texte) : null;
  if (dit !== null) return dit ? { entrante: true } : { rang: 3 };
  const genres = reconnaitre(
    jetons.filter((jeton) => !ANNEE.test(jeton)),
    GRAMMAIRES[sens],
  );
  if (annees.size > 1 || genres.includes('hors') || genres.includes('/')) return null;
  const rangs = new Set(genres.flatMap((g) => (/^\d$/.test(g) ? [Number(g) as Rang] : [])));
  const [annee] = annees;
  const avant = genres.includes('avant');
  if (avant && annee === undefined) return null;
  const datee = annee === undefined ? null : deLEntree(Number(annee) - (avant ? 1 : 0), periode, avant);
  if (datee === 'refus') return null;
  if (datee && 'rang' in datee) rangs.add(datee.rang);
  if (rangs.size > 1) return null;
  const [rang] = rangs;
  const entrante = genres.includes('entrante');
  if (rang !== undefined) return entrante && rang === 3 ? null : { rang };
  return datee ?? (entrante ? { entrante } : null);
}

/** « Avant 2015 » donne le rang ; « avant 2020 » laisse ouvertes plusieurs entrées. */
function deLEntree(annee: number, periode: Periode | null, avant: boolean): RangLu | 'refus' {
  if (annee < ENTRANTES_DEPUIS && !periode) return { rang: 3 };
  if (avant && annee >= ENTRANTES_DEPUIS) return 'refus';
  if (!periode) return { entree: annee };
  const rang = rangDepuisEntree(annee, periode);
  return typeof rang === 'number' ? { rang } : 'refus';
}
