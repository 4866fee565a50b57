import { juger, jugerTexte, type Feuille, type Jugement, type Precisions, type Valeur } from '../outils/lecture';
import { avec, POITIERS, type Base, type Champ, type Commune } from './bases';
import { ecrire, raconter, type Recit } from './recit';

/** « question » : indéterminé, avec un constat qui empêche de conclure ; « tout » : seul compte ce qui est dit. */
export type Attendu =
  | 'conforme'
  | 'non conforme'
  | 'jamais conforme'
  | 'jamais non conforme'
  | 'question'
  | 'rien a controler'
  | 'refus'
  | 'tout';

export interface Precise {
  readonly precisions?: Precisions;
  readonly communes?: number;
  /** Référence et contrat ; la référence à un demi-logement près, selon qu'elle est recalculée. */
  readonly totaux?: readonly [reference: number, contrat: number];
  /** Un constat le dit, ou le refus ; pour une question, celui qui la pose. */
  readonly dit?: RegExp;
  /** Aucun constat ne le dit, informations à part. */
  readonly tait?: RegExp;
  readonly periode?: string;
  readonly premierCode?: string;
  readonly nom?: (communes: readonly string[]) => boolean;
}

export interface Cas extends Precise {
  readonly titre: string;
  readonly source: readonly Feuille[] | Uint8Array;
  /** L'une de ces issues. */
  readonly attendu: readonly Attendu[];
}

export const cas = (
  titre: string,
  source: Cas['source'],
  attendu: Attendu | readonly Attendu[],
  precise: Precise = {},
): Cas => ({ titre, source, attendu: typeof attendu === 'string' ? [attendu] : attendu, ...precise });

/** Ce qui change d'une base à l'autre. */
export interface Variation {
  readonly titres?: Readonly<Partial<Record<Champ, string>>>;
  readonly communes?: Readonly<Record<string, Commune>>;
  readonly sans?: readonly Champ[];
  /** Des colonnes en plus, à droite. */
  readonly plus?: Readonly<Record<string, readonly Valeur[]>>;
  readonly avant?: Recit['avant'];
  readonly apres?: Recit['apres'];
  readonly feuille?: string;
  readonly recit?: (recit: Recit) => Recit;
}

export function ecrit(variation: Variation = {}, base: Base = POITIERS): Feuille[] {
  const { titres = {}, communes = {}, sans = [], plus = {}, avant = [], apres = [] } = variation;
  const changee = Object.entries(communes).reduce((b, [nom, change]) => avec(b, nom, change), base);
  const nue = raconter({
    ...changee,
    champs: base.champs.filter((c) => !sans.includes(c)),
    titres: { ...base.titres, ...titres },
  });
  const enPlus = Object.entries(plus).map(([titre, cellules]) => ({ champ: null, groupe: '', titre, cellules }));
  const recit = {
    ...nue,
    feuille: variation.feuille ?? nue.feuille,
    avant,
    apres,
    colonnes: [...nue.colonnes, ...enPlus],
  };
  return ecrire(variation.recit?.(recit) ?? recit);
}

/** Grand Poitiers tout entier : rien n'en a été perdu. */
export const ENTIER = { communes: 10, totaux: [471, 542] } as const satisfies Precise;

export const jugerCas = async ({ source, precisions }: Cas): Promise<Jugement> =>
  source instanceof Uint8Array ? jugerTexte(source, 'tableau', precisions) : juger(source, precisions);

const ISSUES: Readonly<Record<Attendu, (j: Jugement, c: Cas) => boolean>> = {
  conforme: ({ verdict }) => verdict === 'conforme',
  'non conforme': ({ verdict }) => verdict === 'non conforme',
  // « Rien à contrôler » tairait le contrat : ce n'est pas une question.
  'jamais conforme': ({ verdict }) => verdict !== 'conforme' && verdict !== 'rien a controler',
  'jamais non conforme': ({ verdict }) => verdict !== 'non conforme',
  question: ({ verdict, constats }, { dit = /(?:)/ }) =>
    verdict === 'indetermine' && constats.some((c) => c.empecheDeConclure && dit.test(lisible(c.message))),
  'rien a controler': ({ verdict }) => verdict === 'rien a controler',
  refus: ({ verdict, erreur }) => verdict === null && erreur !== undefined,
  tout: () => true,
};

/** Sans insécables, qu'un essai n'écrirait pas. */
const lisible = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ');

/** En quoi le produit manque à ce qu'un cas attend ; vide s'il n'y manque pas. */
export function manquements(c: Cas, j: Jugement): string[] {
  const dits = [...j.constats.map((x) => x.message), j.erreur ?? ''].map(lisible);
  const graves = j.constats.filter((x) => x.gravite !== 'information').map((x) => lisible(x.message));
  const [reference, contrat] = c.totaux ?? [];
  // Ce qu'on demande peut n'avoir pas de total ; jamais un faux.
  const demande = j.verdict === null || j.verdict === 'indetermine';
  const egal = (lu: number | null, voulu: number | undefined, pres: number) =>
    voulu === undefined || (lu === null ? demande : Math.abs(lu - voulu) <= pres);
  const fautes: [boolean, string][] = [
    [c.attendu.some((a) => ISSUES[a](j, c)), `attendu ${c.attendu.join(' ou ')}, rendu ${rendu(j)}`],
    [
      j.verdict === null || c.communes === undefined || j.lignes === c.communes,
      `${j.lignes} communes, attendu ${c.communes}`,
    ],
    [egal(j.totalReference, reference, 1.5), `référence ${j.totalReference}, attendu ${reference}`],
    [egal(j.totalContrat, contrat, 0), `contrat ${j.totalContrat}, attendu ${contrat}`],
    [!c.dit || dits.some((d) => c.dit!.test(d)), `rien ne dit ${c.dit}`],
    [!c.tait || !graves.some((g) => c.tait!.test(g)), `un constat dit ${c.tait}`],
    [c.periode === undefined || j.periode === c.periode, `période ${j.periode}, attendu ${c.periode}`],
    [j.verdict === null || c.premierCode === undefined || j.codes[0] === c.premierCode, `premier code ${j.codes[0]}`],
    [!c.nom || c.nom(j.communes), `communes ${j.communes.join(', ')}`],
  ];
  return fautes.flatMap(([tenu, faute]) => (tenu ? [] : [faute]));
}

const rendu = (j: Jugement): string =>
  j.erreur === undefined ? `${j.verdict}` : `un refus (« ${lisible(j.erreur).slice(0, 90)} »)`;
