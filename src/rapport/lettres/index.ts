import { blanc } from '../../classeur/contrat-redige';
import { ecrirePeriode, OBSERVATIONS } from '../../droit';
import { identifier, type Constat, type Controle, type LigneDeConstat } from '../../tableau';
import { groupementsDe } from '../groupements';
import type { Cadre } from '../note/cadre';
import type { Bloc, Note } from '../note/document';
import { lieuDe } from '../presentation';
import { choisir } from './choisir';
import { aRelire } from './empechements';
import { lettreDe } from './lettre';
import { notifier, type SansLettre } from './notification';

export type { SansLettre } from './notification';
export * from './compte-rendu';

/** La lettre d'une commune, en données seules. */
export interface Lettre {
  readonly commune: string;
  readonly codeInsee: string | null;
  readonly blocs: readonly Bloc[];
  /** Ce qui se vérifie avant l'envoi. */
  readonly aRelire: readonly string[];
}

export interface Ecrites {
  readonly refus: null;
  readonly periode: string;
  readonly lettres: readonly Lettre[];
  readonly sans: readonly SansLettre[];
  /** Les réserves que le classeur émet sur ses chiffres. */
  readonly reserves: readonly string[];
}

/** Les lettres d'un classeur, et pourquoi certaines communes n'en ont pas ; ou la phrase qui dit pourquoi il n'y en a aucune. */
export type Lettres = { readonly refus: string } | Ecrites;

/** Une lettre par commune dont l'objectif est certain. Rien d'indéterminé n'est notifié. */
export function lettresDe(
  { controles, reserves }: { readonly controles: readonly Controle[]; readonly reserves: readonly string[] },
  { annuaire }: Pick<Cadre, 'annuaire'>,
): Lettres {
  const controle = choisir(controles);
  if (typeof controle === 'string') return { refus: controle };
  const { contexte, tableau } = controle;
  const periode = contexte.droit.periode!;
  const seul = groupementsDe(controle, annuaire).length === 1;
  const communes = identifier(tableau.lignes, annuaire);
  const lieu = { contexte, tableau, periode, plh: seul ? contexte.plh : null, communes };
  const constats = parLigne(controle.constats);
  const lettres: Lettre[] = [];
  const sans: SansLettre[] = [];
  for (const evaluee of controle.lignes) {
    const { ligne } = evaluee;
    const siens = constats.get(ligne) ?? [];
    const sort = notifier(evaluee, [...siens, ...repetee(ligne.cellule('commune'), controle.constats)], lieu);
    if ('raison' in sort) sans.push(sort);
    else
      lettres.push({
        commune: ligne.nom,
        codeInsee: ligne.codeInsee,
        blocs: lettreDe(sort, lieu),
        aRelire: [...sort.aRelire, ...interpretation(sort.evaluee.rattrapage), ...aRelire(siens).map((c) => dire(c))],
      });
  }
  return { refus: null, periode: ecrirePeriode(periode), lettres, sans, reserves };
}

const EN_TETE: readonly string[] = [
  blanc('préfecture ou direction, service, adresse'),
  blanc('affaire suivie par, téléphone, courriel'),
  blanc('lieu, date et référence de l’envoi'),
];

/** Le courrier d'une ou plusieurs lettres : leur en-tête et leur pied ne s'écrivent qu'une fois. */
export const courrierDe = (
  lettres: readonly Lettre[],
  { periode, reserves, enTete }: Pick<Ecrites, 'periode' | 'reserves'> & { readonly enTete: readonly string[] | null },
): Note => ({
  titre: `Objectifs de logements sociaux ${periode}${lettres.length === 1 ? ` : ${lettres[0]!.commune}` : ''}`,
  courrier: {
    entete: [
      ...(enTete ?? EN_TETE),
      `Observations à présenter avant le ${blanc(`date, ${OBSERVATIONS.delai} après la communication des chiffres ; délai lu dans une ${OBSERVATIONS.certitude}, à vérifier`)}`,
      ...reserves.map((texte) =>
        blanc(`réserve du classeur, à lever avant l’envoi : « ${texte.replace(/[[\]]/g, ' ')} »`),
      ),
    ],
    pied: [blanc('nom, qualité et signature'), blanc('voies et délais de recours, copies')],
  },
  parties: lettres.map(({ blocs }) => ({ orientation: 'portrait', blocs })),
});

function parLigne(constats: readonly Constat[]): ReadonlyMap<LigneDeConstat, readonly Constat[]> {
  const groupes = new Map<LigneDeConstat, Constat[]>();
  for (const constat of constats) {
    if (!constat.ligne) continue;
    const siens = groupes.get(constat.ligne);
    if (siens) siens.push(constat);
    else groupes.set(constat.ligne, [constat]);
  }
  return groupes;
}

/** Une commune répétée plus bas : de ses deux lignes, on ne sait pas laquelle vaut. */
const repetee = (cellule: string, constats: readonly Constat[]): readonly Constat[] =>
  constats.filter((c) => c.code === 'DOUBLON' && c.details.premiere === cellule);

const interpretation = (taux: { readonly certitude: string; readonly motif: string } | null): readonly string[] =>
  taux?.certitude === 'interprétation' ? [`interprétation : ${taux.motif}`] : [];

const dire = (c: Constat): string => `${lieuDe({ ...c, commune: null })} : ${c.message}`;
