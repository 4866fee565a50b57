import fc from 'fast-check';
import type { Situation } from '../../src/regles';
import type { Constat, Contrat } from '../../src/tableau';
import { loi, UNITE } from '../outils/loi-entiere';
import { controle } from '../outils/tableau';
import { commune, PARAMETRES } from '../outils/tirages';
import { lireColonnes, saisir } from './feuille';
import { TABLEAU } from './formules';
import { surChaqueMoteur } from './moteurs';

const ENTETES = [
  'Commune',
  'Résidences principales',
  'Logements sociaux',
  'Taux cible',
  'Rang triennal',
  'Objectif de référence',
  'Objectif du contrat',
  'Accord de la commune',
];

interface Tirage {
  readonly s: Situation;
  /** L'arrondi que l'État a notifié, s'il en a notifié un. */
  readonly notifiee: 'aucune' | 'inférieure' | 'supérieure';
  /** Autour de quelle borne le contrat se place, et à combien de logements. */
  readonly borne: 'moitié' | 'plancher CMS' | 'plaquette' | 'référence' | 'zéro';
  readonly pas: number;
  readonly accord: 'oui' | 'non' | '';
}

const entier = (vingtMilliemes: bigint) => Number(vingtMilliemes / UNITE);
const superieur = (vingtMilliemes: bigint) => entier(vingtMilliemes + UNITE - 1n);

function ligne({ s, notifiee, borne, pas, accord }: Tirage, i: number): string[] {
  const { manquants, objectif, cms } = loi(s);
  const bornes = {
    moitié: objectif / 2n,
    'plancher CMS': cms ?? 0n,
    plaquette: (manquants * 17n) / 100n,
    référence: objectif,
    zéro: 0n,
  };
  const reference = { aucune: '', inférieure: String(entier(objectif)), supérieure: String(superieur(objectif)) };
  const contrat = Math.max(0, superieur(bornes[borne]) + pas);
  const { residencesPrincipales: rp, logementsSociaux: lls, tauxCible, rang } = s;
  return ['ABCDEFGHIJKL'[i]!, ...[rp, lls, tauxCible, rang].map(String), reference[notifiee], String(contrat), accord];
}

/** Porte le dernier objectif à ce qui manque au total des références, à `pas` logements près. */
function equilibrer(lignes: readonly string[][], communes: readonly Situation[], pas: number): string[][] {
  const references = lignes.map((l, i) => (l[5] ? BigInt(l[5]) * UNITE : loi(communes[i]!).objectif));
  const du = superieur(references.reduce((a, b) => a + b, 0n));
  const autres = lignes.slice(0, -1).reduce((total, l) => total + Number(l[6]), 0);
  const derniere = lignes.at(-1)!.map((v, c) => (c === 6 ? String(Math.max(0, du - autres + pas)) : v));
  return [...lignes.slice(0, -1), derniere];
}

const tirage: fc.Arbitrary<Tirage> = fc.record({
  s: commune,
  notifiee: fc.constantFrom('aucune', 'inférieure', 'supérieure'),
  borne: fc.constantFrom('moitié', 'plancher CMS', 'plaquette', 'référence', 'zéro'),
  pas: fc.integer({ min: -2, max: 2 }),
  accord: fc.constantFrom('oui', 'oui', 'non', ''),
});
const equilibre = fc.constantFrom(null, -1, 0, 0, 1);
const TIRES = fc
  .sample(fc.tuple(fc.array(tirage, { minLength: 3, maxLength: 12 }), equilibre), { ...PARAMETRES, numRuns: 600 })
  .map(([tires, pas]) => {
    const lignes = tires.map(ligne);
    return pas === null
      ? lignes
      : equilibrer(
          lignes,
          tires.map(({ s }) => s),
          pas,
        );
  });

/** L'exemple de la plaquette, autour de ses bornes : A manque de 500 logements, B de 300, toutes deux à plus de quatre points. */
const PLAQUETTE = [81, 82, 83, 84, 85, 86].flatMap((a) =>
  [263, 264].map((total) => [
    ['A', '10000', '1500', '20', '3', '165', String(a), 'oui'],
    ['B', '5000', '700', '20', '3', '99', String(total - a), 'oui'],
  ]),
);
const TABLEAUX = [...PLAQUETTE, ...TIRES];

const PAR_LIGNE = [
  'REDUCTION_EXCESSIVE',
  'ENTRANTE_ABAISSEE',
  'ACCORD_MANQUANT',
  'NON_DEFICITAIRE',
  'SOUS_PLANCHER_PLAQUETTE',
] as const;

/** Ce que le contrôle constate d'un tableau, dans la forme où le tableur le dit. */
function duCode(lignes: readonly string[][]): string[] {
  const valeurs = lignes.map((l) => l.map((v, c) => (c > 0 && c < 7 && v !== '' ? Number(v) : v)));
  const controler = (contrat: Contrat) => controle(ENTETES, valeurs, { contrat });
  const [cims, cms, aucun] = [controler('cims'), controler('cms'), controler('aucun')];
  const porte = (constats: readonly Constat[], code: string, nom: string | null) =>
    Number(constats.some((c) => c.code === code && c.commune === nom));
  return lignes.map(([nom = '']) =>
    [
      ...PAR_LIGNE.map((code) => porte(cims.constats, code, nom)),
      porte(cims.constats, 'TOTAL_INSUFFISANT', null),
      cims.verdict,
      porte(cms.constats, 'SOUS_PLANCHER_CMS', nom),
      porte(aucun.constats, 'REDUCTION_EXCESSIVE', nom),
    ].join(' | '),
  );
}

const SORTIES = [...PAR_LIGNE, 'TOTAL_INSUFFISANT', 'verdict', 'SOUS_PLANCHER_CMS', 'sans contrat'];
const LIGNES = TABLEAUX.flat();
const DU_CODE = TABLEAUX.flatMap(duCode);

describe('contrôle d’un tableau, refait par un tableur', () => {
  it.each(SORTIES)('les tirages portent et ne portent pas %s', (sortie) => {
    const valeurs = new Set(DU_CODE.map((constats) => constats.split(' | ')[SORTIES.indexOf(sortie)]));
    expect([...valeurs].sort()).toEqual(sortie === 'verdict' ? ['conforme', 'non conforme'] : ['0', '1']);
  });

  surChaqueMoteur('porte les mêmes constats', async ({ nom, calculer }) => {
    const calculees = await calculer(saisir(TABLEAU, TABLEAUX));
    expect(calculees).toHaveLength(LIGNES.length);
    const ecarts = calculees.flatMap((rangee, i) => {
      const attendu = lireColonnes(TABLEAU, rangee, SORTIES).join(' | ');
      return attendu === DU_CODE[i] ? [] : [{ ligne: LIGNES[i], tableur: attendu, code: DU_CODE[i] }];
    });
    expect(ecarts.slice(0, 10)).toEqual([]);
    const compte = `${TABLEAUX.length} tableaux, ${LIGNES.length} lignes comparées`;
    process.stdout.write(`Oracle des tableaux, ${nom} : ${compte}, aucun écart\n`);
  });
});
