import fc from 'fast-check';
import { CIBLES, DROIT_EN_VIGUEUR as DROIT, type Rang, type TauxCible } from '../../src/droit';
import { arrondir, type Quantite } from '../../src/nombres';
import {
  estRefus,
  objectifDeReference,
  plancherCims,
  plancherCms,
  type Calcul,
  type Refus,
  type Situation,
} from '../../src/regles';
import { communeDe, DECISION } from '../outils/decision';
import { enVingtMilliemes } from '../outils/loi-entiere';
import { commune, PARAMETRES } from '../outils/tirages';
import { lireColonnes, saisir } from './feuille';
import { OBJECTIFS } from './formules';
import { surChaqueMoteur } from './moteurs';

const situation = (residencesPrincipales: number, logementsSociaux: number, tauxCible: TauxCible, rang: Rang) => ({
  residencesPrincipales,
  logementsSociaux,
  tauxCible,
  rang,
});

/** Toutes les communes de 80 résidences au plus, jusqu'à deux logements au-dessus de la cible. */
const PETITES = CIBLES.flatMap((cible) =>
  Array.from({ length: 80 }, (_, i) => i + 1).flatMap((rp) =>
    Array.from({ length: Math.min(rp, Math.ceil((cible * rp) / 100) + 2) + 1 }, (_, lls) =>
      situation(rp, lls, cible, 3),
    ),
  ),
);

/** Chaque seuil, un logement de part et d'autre, pour chaque rang et des parcs de toute taille. */
const SEUILS = [25, 50, 100, 4082, 9999, 10_000, 10_001, 54_321, 1_000_000, 99_999_999, 100_000_000].flatMap((rp) =>
  CIBLES.flatMap((cible) =>
    [0, 2, 4].flatMap((ecart) =>
      [-1, 0, 1].flatMap((pas) =>
        ([0, 1, 2, 3] as const).map((rang) =>
          situation(rp, Math.round(((cible - ecart) * rp) / 100) + pas, cible, rang),
        ),
      ),
    ),
  ),
);

const COMMUNES: readonly Situation[] = [
  ...PETITES,
  ...SEUILS,
  ...DECISION.map(communeDe),
  ...fc.sample(commune, { ...PARAMETRES, numRuns: 6000 }),
];

const QUANTITES = ['objectif', 'cms', 'cims'] as const;
const MODES = ['INFERIEUR', 'PROCHE', 'SUPERIEUR'] as const;
const SORTIES = QUANTITES.map((quantite) => [...MODES.map((mode) => `${quantite} ${mode}`), `${quantite}, reste`]);

/** Les trois arrondis, puis ce qui dépasse l'entier inférieur, dans l'unité de la formule. */
function ecrire(valeur: Quantite, unitesParLogement: bigint): string {
  const reste = ((enVingtMilliemes(valeur) % 20_000n) * unitesParLogement) / 20_000n;
  return [...MODES.map((mode) => arrondir(valeur, mode)), reste].join(' ');
}

const dire = (resultat: Calcul | Refus, unites: bigint) =>
  estRefus(resultat) ? resultat.refus : ecrire(resultat.valeur, unites);

const DU_CODE = COMMUNES.map((s) =>
  [
    dire(objectifDeReference(s, DROIT), 10_000n),
    dire(plancherCms(s, DROIT), 10_000n),
    dire(plancherCims(s, DROIT), 20_000n),
  ].join(' | '),
);

function duTableur(rangee: readonly string[]): string {
  const [objectif, cms, cims] = SORTIES.map((noms) => lireColonnes(OBJECTIFS, rangee, noms).join(' '));
  return [objectif, lireColonnes(OBJECTIFS, rangee, ['refus'])[0] || cms, cims].join(' | ');
}

describe('objectifs et planchers, refaits par un tableur', () => {
  surChaqueMoteur('donne les mêmes, à l’unité du dernier chiffre', async ({ nom, calculer }) => {
    const saisies = saisir(
      OBJECTIFS,
      COMMUNES.map((s) => [[s.residencesPrincipales, s.logementsSociaux, s.tauxCible, s.rang].map(String)]),
    );
    const calculees = await calculer(saisies);
    expect(calculees).toHaveLength(COMMUNES.length);
    const ecarts = calculees.flatMap((rangee, i) => {
      const attendu = duTableur(rangee);
      return attendu === DU_CODE[i] ? [] : [{ commune: COMMUNES[i], tableur: attendu, code: DU_CODE[i] }];
    });
    expect(ecarts.slice(0, 10)).toEqual([]);
    expect(calculees.length).toBeGreaterThan(5000);
    process.stdout.write(`Oracle des objectifs, ${nom} : ${calculees.length} lignes comparées, aucun écart\n`);
  });
});
