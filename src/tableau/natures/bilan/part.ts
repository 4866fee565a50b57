import { arrondir, ecrire } from '../../../nombres';
import { phraseDuRefus, regleInconnue, typologie, type Ternaire, type Typologie } from '../../../regles';
import type { CodeConstat } from '../../controle/constats';
import { estAccepte, type Contexte } from '../../controle/contexte';
import type { LigneEvaluee } from '../../controle/evaluation';
import { nommer } from '../../controle/lecture';
import type { Tableau } from '../../lecture/tableaux';
import { entierDe, type CommuneAuBilan } from './commune';

/** Les PLAI ou les PLS réalisés, contre l'objectif qu'en écrit le bilan, sinon contre la part de la loi. */
export interface Part {
  readonly constate: number | null;
  /** Le minimum de PLAI ou le maximum de PLS, en logements ; plusieurs quand la loi, ou ce qu'on sait, ne choisit pas. */
  readonly bornes: readonly number[];
  /** La borne est celle que le bilan écrit. */
  readonly propre: boolean;
  /** `null` : à compléter ou à trancher. */
  readonly remplie: Ternaire;
  /** Les PLAI qui manquent à toute borne, ou les PLS qui dépassent toutes. */
  readonly ecart: number;
  readonly phrase: string;
  /** Ce que le tableau ne donne pas. */
  readonly manque: string | null;
}

const SORTES = {
  plai: { nom: 'PLAI', realises: 'plai_realises', objectif: 'objectif_plai', bord: 'au moins' },
  pls: { nom: 'PLS', realises: 'pls_realises', objectif: 'objectif_pls', bord: 'au plus' },
} as const;
export type Sorte = keyof typeof SORTES;

/** Sous quelle réponse l'agent tient pour respectée une part manquée de quelque façon qu'on la compte. */
export const cleDeLaPart = (nom: string, code: CodeConstat, constate: number | null): string =>
  `${nom} ${code} ${constate}`;

export function partDe(
  sorte: Sorte,
  commune: CommuneAuBilan,
  evaluee: LigneEvaluee,
  tableau: Tableau,
  contexte: Contexte,
): Part {
  const { realises, objectif } = SORTES[sorte];
  const [constate, borne] = [entierDe(commune.ligne, realises, sorte), entierDe(commune.ligne, objectif)];
  if (constate === null) {
    const manque = nommer(tableau.colonnes.has(realises) || borne !== null ? realises : sorte, tableau);
    return {
      ...RIEN,
      bornes: borne === null ? [] : [borne],
      propre: borne !== null,
      phrase: `il manque ${manque}`,
      manque,
    };
  }
  return borne === null
    ? selonLaLoi(sorte, constate, commune, evaluee, contexte)
    : selonLeBilan(sorte, constate, borne);
}

const RIEN = { constate: null, bornes: [], propre: false, remplie: null, ecart: 0, manque: null } as const;

function selonLeBilan(sorte: Sorte, constate: number, borne: number): Part {
  const ecart = Math.max(0, sorte === 'plai' ? borne - constate : constate - borne);
  const phrase = enMots(sorte, constate, [borne]);
  return { ...RIEN, constate, bornes: [borne], propre: true, remplie: ecart === 0, ecart, phrase };
}

/** La loi ne dit pas si la part se compte sur les réalisés ou sur l'objectif : tenue des deux façons, elle l'est. */
function selonLaLoi(
  sorte: Sorte,
  constate: number,
  { ligne, objectif, realises }: CommuneAuBilan,
  { intervalle }: LigneEvaluee,
  contexte: Contexte,
): Part {
  const { droit, plh } = contexte;
  if (realises === null || realises <= 0) return { ...RIEN, constate, phrase: 'rien de réalisé à examiner' };
  if (!droit.typologie) return { ...RIEN, constate, phrase: phraseDuRefus(regleInconnue('Typologie', droit)) };
  const lectures = [realises, objectif ?? realises].flatMap(
    (logements) => typologie(logements, constate, constate, intervalle, plh, droit) ?? [],
  );
  const dites = lectures.map((l) => (sorte === 'plai' ? l.plaiSuffisant : l.plsAdmis));
  const bornes = [...new Set(lectures.flatMap((l) => bornesDe(sorte, l)))].sort((a, b) => a - b);
  const manquee = dites.every((dite) => dite === false);
  const code = sorte === 'plai' ? 'PART_PLAI_INSUFFISANTE' : 'PART_PLS_EXCESSIVE';
  const acceptee = manquee && estAccepte(contexte, cleDeLaPart(ligne.nom, code, constate));
  const remplie = acceptee || dites.every((dite) => dite === true) ? true : null;
  const ecart = !manquee || acceptee ? 0 : sorte === 'plai' ? bornes[0]! - constate : constate - bornes.at(-1)!;
  const suite = acceptee
    ? ' : tenu pour respecté'
    : remplie
      ? ''
      : manquee
        ? ', de quelque façon qu’on les compte : à trancher'
        : dites.includes(null)
          ? ' : préciser le PLH, et le taux de logements sociaux'
          : ', selon qu’on les compte sur l’objectif ou sur les réalisés : à trancher';
  return { ...RIEN, constate, bornes, remplie, ecart, phrase: `${enMots(sorte, constate, bornes)}${suite}` };
}

const bornesDe = (sorte: Sorte, { plaiMinimum, plsMaximum: { strict, large } }: Typologie): readonly number[] =>
  sorte === 'plai'
    ? [arrondir(plaiMinimum, 'SUPERIEUR')]
    : [strict, large].map((maximum) => arrondir(maximum, 'INFERIEUR'));

/** « 21 », « 20 ou 30 » ; au-delà de deux, « 20 à 33 ». */
export function bornesEnMots(bornes: readonly number[]): string {
  const ecrites = bornes.map((n) => ecrire(n));
  return ecrites.length > 2 ? `${ecrites[0]} à ${ecrites.at(-1)}` : ecrites.join(' ou ');
}

/** « 9 PLAI, 21 au moins » ; « 25 PLS, 20 ou 30 au plus ». */
function enMots(sorte: Sorte, constate: number, bornes: readonly number[]): string {
  const { nom, bord } = SORTES[sorte];
  return `${ecrire(constate)} ${nom}, ${bornesEnMots(bornes)} ${bord}`;
}
