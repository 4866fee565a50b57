import { DROIT_EN_VIGUEUR } from '../../src/droit';
import {
  CODES,
  controler,
  grilleDeValeurs,
  SANS_PRECISION,
  situer,
  type Constat,
  type Controle,
  type Precisions,
} from '../../src/tableau';
import { ANNUAIRE_D_ESSAI, lesTableaux } from './tableau';
import { accepte } from './valeurs';

/** Une commune, par les seules valeurs que son tableau écrit. */
export type Valeurs = Readonly<Record<string, unknown>>;

/** Dans l'ordre des colonnes. */
const TITRES: Readonly<Record<string, string>> = {
  commune: 'Commune',
  rp: 'Résidences principales',
  lls: 'Logements sociaux',
  taux: 'Taux LLS',
  cible: 'Taux cible',
  rang: 'Rang triennal',
  manquants: 'Logements manquants',
  rattrapage: 'Taux de rattrapage',
  reference: 'Objectif de référence',
  contrat: 'Objectif du contrat',
  accord: 'Accord de la commune',
  periodes: 'Périodes consécutives d’abaissement',
  population: 'Population',
  inconstructible: 'Inconstructibilité (%)',
  prelevement: 'Soumise au prélèvement',
  plai: 'PLAI',
  pls: 'PLS',
};

/** A a 10 000 résidences principales, une cible de 20 % et, sauf mention, 1 500 logements sociaux : il lui en manque 500. */
export const A = { rp: 10_000, lls: 1500, cible: 20, rang: 3 };

const champsDe = (lignes: readonly Valeurs[]) =>
  Object.keys(TITRES).filter((champ) => champ === 'commune' || lignes.some((l) => champ in l));

/** Contrôle un tableau de communes, nommées A, B, C… ; la dernière ligne peut être un total. */
export function controleDe(lignes: readonly Valeurs[], precisions: Partial<Precisions>): Controle {
  const champs = champsDe(lignes);
  const rangees = lignes.map((l, i) => champs.map((c) => l[c] ?? (c === 'commune' ? 'ABCDEF'[i] : '')));
  const grille = grilleDeValeurs([champs.map((c) => TITRES[c]), ...rangees]);
  const [lu, ...autres] = lesTableaux(grille, { droit: DROIT_EN_VIGUEUR, annuaire: ANNUAIRE_D_ESSAI });
  if (!lu || autres.length > 0) throw new Error('un tableau, et un seul, était attendu');
  const situe = situer(
    lu,
    { ...SANS_PRECISION, plh: true, avis: 'recueilli', ...precisions },
    { annuaire: ANNUAIRE_D_ESSAI },
  );
  const resultat = accepte(controler(situe.tableau, situe.contexte));
  const etranger = resultat.constats.find(({ code }) => !CODES.includes(code));
  if (etranger !== undefined) throw new Error(`Ceci n’est pas un constat : ${JSON.stringify(etranger)}`);
  return resultat;
}

/** Un constat en entier : ce qu'il vaut, son article ; où, et l'écart ; la phrase ; la question et ses réponses. */
export function ecrireConstat(c: Constat, lignes: readonly Valeurs[]): string[] {
  const titre = c.cellule && TITRES[champsDe(lignes)[c.cellule.charCodeAt(0) - 65]!];
  const ou = titre === null ? 'le tableau' : `${c.commune ?? 'total'}, ${titre}`;
  const { attendu, constate, question } = c;
  const ecart = attendu === null && constate === null ? '' : ` : ${constate ?? 'rien'} pour ${attendu ?? 'rien'}`;
  return [
    `${c.code}, ${c.gravite}${c.empecheDeConclure ? ', empêche de conclure' : ''}, ${c.reference} (${c.certitude})`,
    ou + ecart,
    c.message,
    ...(question ? [question.texte] : []),
    ...(question?.choix ?? []).map(({ libelle, precision }) => `${libelle} : ${Object.values(precision).join(' ')}`),
  ].map((texte) => texte.replace(/[\u202f\u00a0]/g, ' '));
}

export type CasDeConstats = readonly [titre: string, lignes: readonly Valeurs[], ...constats: (readonly string[])[]];

/** Tous les constats de chaque tableau, en entier ; ce qui reste à confirmer du contexte est ailleurs (conditions). */
export function eprouverConstats(
  article: string,
  precisions: Partial<Precisions>,
  cas: readonly CasDeConstats[],
): void {
  describe(article, () => {
    test.each(cas.map(([titre, lignes, ...attendus]) => ({ titre, lignes, attendus })))(
      '$titre',
      ({ lignes, attendus }) => {
        const constats = controleDe(lignes, precisions).constats.filter(({ code }) => code !== 'CONDITION_A_CONFIRMER');
        expect(constats.map((c) => ecrireConstat(c, lignes))).toEqual(attendus);
      },
    );
  });
}

/** Une commune, et B qui porte le reste ; toutes deux disent oui. */
export const avec = (a: Valeurs, reste: number): Valeurs[] => [
  { ...a, accord: 'oui' },
  { ...A, contrat: reste, accord: 'oui' },
];

/** La question de l'accord, et ses réponses. */
export const accordDe = (commune: string): string[] => [
  `La commune ${commune} a-t-elle donné son accord à cet objectif ?`,
  `Oui : accord ${commune.toLowerCase()} true`,
  `Non : accord ${commune.toLowerCase()} false`,
];
