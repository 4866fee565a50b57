import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { REFERENCES } from '../../../src/droit';
import { CODES } from '../../../src/tableau';
import { TOUTES } from '../../../src/fonctions/toutes';
import { DISPOSITIFS, fonctionsDe } from '../../../scripts/regles/registre';
import { lireCas } from '../../outils/csv';
import { titreSaufSi } from '../../outils/saute';

/** Ce que les sources nomment, avec l'extrait qui le nomme : la liste que le registre doit couvrir. */
const MENTIONS = lireCas('dispositifs.csv', ['dispositif', 'source', 'mention']);
const noms = DISPOSITIFS.map(({ nom }) => nom);
const uneFois = (valeurs: readonly string[]) => [...valeurs].sort();

describe('registre du droit', () => {
  it('a une ligne par dispositif que les sources nomment, et aucune autre', () => {
    expect(uneFois(noms)).toEqual(uneFois([...new Set(MENTIONS.map(({ dispositif }) => dispositif))]));
  });

  it.each(TOUTES.map(({ nom, dispositif }) => [nom, dispositif] as const))('place %s : %s', (_, dispositif) => {
    expect(noms).toContain(dispositif);
  });

  it('place chaque code de constat une fois', () => {
    expect(uneFois(DISPOSITIFS.flatMap(({ constats = [] }) => constats))).toEqual(uneFois(CODES));
  });

  it.each(DISPOSITIFS.map((d) => [d.nom, d] as const))(
    '%s : calculé et essayé, ou la raison de ne pas l’être',
    (_, d) => {
      expect(Object.keys(REFERENCES)).toContain(d.reference);
      expect(d.regle).toMatch(/\.$/);
      if (d.sansCalcul) {
        expect([d.code, fonctionsDe(d), d.constats, d.cas]).toEqual([undefined, [], undefined, undefined]);
        expect(d.sansCalcul).toMatch(/\.$/);
      } else {
        expect(existsSync(d.code!)).toBe(true);
        expect(d.cas!.length).toBeGreaterThan(0);
        expect(d.cas!.filter((chemin) => !existsSync(chemin))).toEqual([]);
      }
    },
  );

  it('docs/regles.md est ce que `npm run regles` écrit', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/regles.ts', '--verifier'], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});

// Les sources ne sont pas dans le dépôt : là où elles sont, chaque extrait doit s'y lire tel quel.
const SOURCES = process.env.SOURCES_DU_DROIT ?? '../shared/sources';

const absentes = !existsSync(SOURCES) && `${SOURCES} absent`;
(absentes ? it.skip : it)(
  titreSaufSi(absentes, 'chaque mention se lit dans sa source, et chaque source est citée'),
  () => {
    const textes = new Map(
      readdirSync(SOURCES).map((nom) => [
        nom.slice(0, 3),
        readFileSync(`${SOURCES}/${nom}`, 'utf8').replace(/\s+/g, ' '),
      ]),
    );
    const lues = MENTIONS.filter(({ source }) => /^\d{3}$/.test(source));
    expect(lues.filter(({ source, mention }) => !textes.get(source)?.includes(mention))).toEqual([]);
    expect([...new Set(lues.map(({ source }) => source))].sort()).toEqual([...textes.keys()].sort());
  },
);
