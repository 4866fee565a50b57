import type { Periode } from '../../droit';
import { normaliser } from '../texte';
import {
  anneesDe,
  periodeDeLaSuite,
  periodeDeRang,
  periodeQuiDebute,
  suitesCourtes,
  suitesDe,
  type Suite,
} from './annees';
import { parleDuPlh } from './plh';

const NOMME = /^(?:periodes?|trienna\w*|triennat|cms|cims|contrats?)$/;
const PORTE = /^(?:objectifs?|obligations?|mutualis\w*|mixite|sociale|sru|bilan|rattrapage|repartition|loi|3ds)$/;
const AUTRE =
  /^(?:plhi?|plui?h?|pluih|scot|pdh|pdalh?pd|cper|deliber\w*|sources?|conventions?|delegation|manda\w*|opah|pig|npnru|anru|programme|programmation|habitat|inventaires?|rpls|donnees|insee|recensement|decret|schema|plan|budget|ppi|exercices?|versions?|croissance|evolution|agrements?|agrees?|financ\w*|livr\w*|construi\w*|moyenne|annees|carence|arrete|prelevements?|abaissee?s?|carencee?s?|exemptee?s?|exoneree?s?|soumise?s?|entree?s?|adoptee?|signee?)$/;
const ANTERIEURE =
  /\b(?:preceden\w*|ancien\w*|rappel|anterieur\w*|passee?s?|derniere?s?|historique|realis\w*|par rapport|depuis|avant|suivante?s?|prochaine?s?|future?s?)\b/;

const AUTRE_CONTRAT =
  /\bcontrats? (?:de (?:ville|plan|relance|ruralite|territoire|projet)|cadre|locaux|local|territorial|d objectifs|departemental|regional)\b/g;

type Proprietaire = 'nommée' | 'portée' | 'autre' | null;

/** Une autre feuille, citée. */
const AILLEURS = /(?:feuilles?|onglets?|fichiers?|classeurs?) [«"][^»"]{0,80}[»"]/gi;

/** Le mot le plus proche, avant les années, qui dit de quoi elles sont les années. */
function proprietaire(avant: string, legale: boolean): Proprietaire {
  // « Le PLH couvre la période 2024-2029 » : six ans sont les siens.
  if (!legale && parleDuPlh(avant)) return 'autre';
  for (const mot of normaliser(avant).replace(AUTRE_CONTRAT, 'convention').split(' ').reverse()) {
    if (AUTRE.test(mot)) return 'autre';
    if (NOMME.test(mot)) return 'nommée';
    if (PORTE.test(mot)) return 'portée';
  }
  return null;
}

const VOISINS = 40;

/** Une suite d'une autre période que celle du tableau : « rappel 2020-2022 », « 2020-2022 (période précédente) ». */
function estAnterieure(texte: string, { index, longueur }: Suite): boolean {
  const fin = index + longueur;
  const suite = /^[^,;–—]*/.exec(texte.slice(fin, fin + VOISINS))![0];
  const apres = /\d{4}/.test(suite) ? suite.split('(')[0]! : suite;
  const avant = texte
    .slice(Math.max(0, index - VOISINS), index)
    .split(/[,;–—(]/)
    .at(-1)!;
  return ANTERIEURE.test(normaliser(avant)) || /\b(?:preceden|ancien|rappel|anterieur)/.test(normaliser(apres));
}

/**
 * La période qu'un passage dit, s'il en dit une ; `null` : il en nomme une qui n'est pas de la loi, ou deux ; `undefined` : aucune.
 * @param nommee le passage est la valeur d'un libellé « Période »
 */
export function lirePeriodeDite(ecrit: string, nommee = false): Periode | null | undefined {
  const texte = ecrit.replace(AILLEURS, ' ');
  const candidates = [...suitesDe(texte), ...suitesCourtes(texte).filter((s) => nommee || nommeJuste(texte, s))]
    .map((suite) => ({
      suite,
      de: nommee ? 'nommée' : proprietaire(texte.slice(0, suite.index), periodeDeLaSuite(suite) !== null),
    }))
    .filter(({ suite, de }) => de !== 'autre' && (nommee || !estAnterieure(texte, suite)));
  const periodes = candidates.map(({ suite, de }) => ({ periode: periodeDeLaSuite(suite), de }));
  const legales = new Set(periodes.flatMap(({ periode }) => periode?.debut ?? []));
  if (legales.size === 1) return { debut: [...legales][0]! };
  if (legales.size > 1) return deuxPeriodes(texte);
  if (periodes.some(({ de }) => de === 'nommée')) return null;
  const dite = parSonRang(texte) ?? parSaPremiereAnnee(texte, nommee);
  return dite ?? (nommee ? null : undefined);
}

const nommeJuste = (texte: string, { index }: Suite): boolean =>
  /\b(?:periode|triennale?|triennat|cms|cims)$/.test(normaliser(texte.slice(0, index)));

/** « Bilan 2023-2025 et objectifs 2026-2028 » : celle du bilan n'est pas celle du contrat. */
function deuxPeriodes(texte: string): Periode | null {
  const restantes = suitesDe(texte).filter(
    ({ index }) => !/\bbilan(?: \w+){0,2}$/.test(normaliser(texte.slice(Math.max(0, index - VOISINS), index))),
  );
  const legales = new Set(restantes.flatMap((s) => periodeDeLaSuite(s)?.debut ?? []));
  return legales.size === 1 ? { debut: [...legales][0]! } : null;
}

const ORDINAUX = ['cinquieme', 'sixieme', 'septieme', 'huitieme', 'neuvieme', 'dixieme', 'onzieme', 'douzieme'];
/** Avant la cinquième, c'est plus souvent le rang d'une commune ou ses périodes abaissées que l'on compte. */
const PREMIER_RANG = 5;
const DERNIER_RANG = 12;
const RANG =
  /\b(?:(\d{1,2}) ?(?:e|eme)|(\w{6,9}ieme)) (?:periode|triennale?|triennat)\b(?! (?:d abaissement|consecutive|pleine))/;

function parSonRang(texte: string): Periode | undefined {
  const [, chiffres, lettres] = RANG.exec(normaliser(texte)) ?? [];
  const rang = chiffres ? Number(chiffres) : lettres ? ORDINAUX.indexOf(lettres) + PREMIER_RANG : 0;
  return rang >= PREMIER_RANG && rang <= DERNIER_RANG && (chiffres ?? ORDINAUX.includes(lettres ?? ''))
    ? periodeDeRang(rang)
    : undefined;
}

const DEBUTE =
  /\b(?:triennat|triennal|periode(?: triennale)?) (?:qui |ayant )?(?:debut\w*|commenc\w*|ouvert\w*|a compter) (?:en |le |du |de )?/;

/** « Triennat débutant en 2026 », ou l'année seule sous un libellé « Période ». */
function parSaPremiereAnnee(texte: string, nommee: boolean): Periode | undefined {
  const annees = anneesDe(texte);
  if (annees.length !== 1 || !(nommee || DEBUTE.test(normaliser(texte)))) return undefined;
  return periodeQuiDebute(annees[0]!) ?? undefined;
}
