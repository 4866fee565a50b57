import { lirePrecisions, SANS_PRECISION } from '../../../src/tableau';
import { themeDe } from '../../../src/volet/theme';

describe('les réglages gardés dans le classeur', () => {
  test.each([null, undefined, 'texte', 12, [], { periode: 2023, contrat: 'autre', plh: 'oui', avis: 3, epci: {} }])(
    'ce qui ne se lit pas vaut « non précisé » : %j',
    (garde) => expect(lirePrecisions(garde)).toEqual(SANS_PRECISION),
  );

  test('se relisent tels quels', () => {
    const reglages = {
      periode: '2023-2025',
      contrat: 'cms',
      plh: false,
      avis: 'a-recueillir',
      epci: 'CU',
      colonnes: { effort: 'objectif_contrat' },
      lignes: { 'a repartir': 'commune' },
      textes: { 'voir avenant': 'sans effet' },
      accords: { buxerolles: true },
      rangs: { buxerolles: 0 },
    } as const;
    expect(lirePrecisions(structuredClone(reglages))).toEqual(reglages);
    expect(lirePrecisions({ ...reglages, colonnes: { effort: 'x', __proto__: null } }).colonnes).toEqual({});
    expect(lirePrecisions({ periode: '2022-2024' }).periode).toBeNull();
  });
});

describe('le thème', () => {
  const AUCUNE = { contraste: false, sombre: false };
  const office = (fond: string, texte: string) => ({ bodyBackgroundColor: fond, bodyForegroundColor: texte });
  test.each([
    ['blanc', office('#FFFFFF', '#000000'), AUCUNE, 'clair'],
    ['gris foncé', office('#444444', '#FFFFFF'), AUCUNE, 'sombre'],
    ['noir d’Office', office('#262626', '#FFFFFF'), { contraste: false, sombre: false }, 'sombre'],
    ['noir et blanc purs', office('#000000', '#FFFFFF'), AUCUNE, 'contraste'],
    [
      'blanc, contraste imposé par le système',
      office('#FFFFFF', '#000000'),
      { contraste: true, sombre: false },
      'contraste',
    ],
    ['blanc, système sombre', office('#FFFFFF', '#000000'), { contraste: false, sombre: true }, 'clair'],
    ['inconnu, système clair', undefined, AUCUNE, 'clair'],
    ['inconnu, système sombre', undefined, { contraste: false, sombre: true }, 'sombre'],
    ['illisible', office('inherit', ''), AUCUNE, 'clair'],
  ] as const)('Office %s', (_, couleurs, preferences, attendu) => {
    expect(themeDe(couleurs, preferences)).toBe(attendu);
  });
});
