import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutualisationSru } from '../../outils/cli';
import { sansInsecables } from '../../outils/fonctions';

const dossier = mkdtempSync(join(tmpdir(), 'portrait-'));
const INVENTAIRE = 'test/cas/inventaire/forme-2026.csv';
const verifier = (...mots: string[]) => {
  const { code, erreurs } = mutualisationSru('verifier', ...mots);
  return { code, dit: sansInsecables(erreurs).replace(/\s+/g, ' ').trim() };
};

describe('--portrait', () => {
  const chemin = join(dossier, 'portrait.svg');
  const { code, dit } = verifier(
    INVENTAIRE,
    'assets/exemples/bilan.xlsx',
    'assets/exemples/vierge.xlsx',
    '--portrait',
    chemin,
  );
  test('écrit un seul dessin de tous les fichiers lus, nomme celui qui ne l’a pas été ; le code de sortie est celui du contrôle', () => {
    expect([code, dit]).toEqual([3, expect.stringContaining(`Portrait écrit : ${chemin}`)]);
    const svg = sansInsecables(readFileSync(chemin, 'utf8'));
    expect(svg).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    for (const attendu of [
      ...['lecture de l’inventaire SRU publié', 'Taux de logements sociaux contre taux cible', 'SAINT-BENOÎT'],
      ...['contrôle du bilan triennal SRU', 'Logements réalisés contre objectif', '61 sur 157'],
      'd’après « forme-2026.csv », « bilan.xlsx », sans « vierge.xlsx », non contrôlés.',
    ])
      expect(svg).toContain(attendu);
  });
  test('ne remplace un fichier que sur demande', () => {
    const deja = join(dossier, 'deja.svg');
    writeFileSync(deja, 'à l’agent');
    expect(verifier(INVENTAIRE, '--portrait', deja)).toMatchObject({
      code: 64,
      dit: expect.stringContaining('--portrait : ') as string,
    });
    expect(readFileSync(deja, 'utf8')).toBe('à l’agent');
    expect(verifier(INVENTAIRE, '--portrait', deja, '--remplacer').code).toBe(4);
    expect(readFileSync(deja, 'utf8')).toContain('<svg');
  });
  test.each([
    [[INVENTAIRE, '--portrait', join(dossier, 'p.png')], 64, /attendu un nom en \.svg/],
    [[INVENTAIRE, '--portrait', join(dossier, 'absent/p.svg')], 64, /le dossier n’existe pas/],
    [
      [INVENTAIRE, '--synthese', join(dossier, 's.xlsx'), '--portrait', join(dossier, 's.svg')],
      64,
      /--synthese ne se combine/,
    ],
    [['assets/exemples/vierge.xlsx', '--portrait', join(dossier, 'v.svg')], 3, /reste à remplir/],
  ])('%j : %i, une phrase, aucun fichier', (mots, attendu, phrase) => {
    const { code: sorti, dit: ce } = verifier(...mots);
    expect([sorti, existsSync(mots.at(-1)!)]).toEqual([attendu, false]);
    expect(ce).toMatch(phrase);
  });
});
