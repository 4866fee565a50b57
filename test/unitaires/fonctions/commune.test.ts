import { REFERENTIEL } from '../../../src/referentiel';
import { versNombre } from '../../../src/nombres';
import { TOUTES } from '../../../src/fonctions/toutes';
import { appeler, cellule } from '../../outils/fonctions';

const commune = (...args: unknown[]) => cellule('SRU.COMMUNE', ...args);

describe('SRU.COMMUNE', () => {
  test.each([
    ['taux', 0.16],
    ['cible', 20],
    ['statut', 'déficitaire'],
    ['epci', 'CU du Grand Poitiers'],
    ['departement', 'Vienne'],
    ['population', 7306],
  ])('%s de Saint-Benoît, dans la Vienne', async (champ, attendu) =>
    expect(await commune('86214', champ)).toBe(attendu),
  );

  test.each([86214, '86214', 'Saint-Benoît (86)', '86214 - St Benoit', '86-214'])('%s la désigne', async (texte) =>
    expect(await commune(texte, 'population')).toBe(7306),
  );
  test('le zéro d’un code que le tableur ôte', async () => expect(await commune(1427, 'departement')).toBe('Ain'));
  test('un arrondissement est sa commune', async () => expect(await commune(75116, 'taux')).toBe(0.231));

  test('une colonne de communes, une seule formule ; une erreur ne touche que sa cellule', async () => {
    const [poitiers, inconnue, rochelle] = await appeler(
      'SRU.COMMUNE',
      [['Poitiers'], ['Poitierz'], ['La Rochelle']],
      'taux',
    );
    expect([poitiers, rochelle]).toEqual([[0.36], [0.3062]]);
    expect(inconnue![0]).toBeInstanceOf(Error);
  });

  test('le taux rendu est celui qui est publié, à toutes ses décimales', async () => {
    const connues = REFERENTIEL.dernier.communes.filter(({ taux }) => taux !== null).slice(0, 400);
    const rendus = await appeler(
      'SRU.COMMUNE',
      connues.map(({ code }) => [code]),
      'taux',
    );
    expect(rendus.map(([taux]) => taux)).toEqual(connues.map(({ taux }) => Number(`${versNombre(taux!.valeur)}e-2`)));
  });
});

describe('SRU.COMMUNE ne devine rien', () => {
  test('deux communes du même nom : les deux sont listées', async () =>
    expect(await commune('Saint-Benoît', 'taux')).toBe(
      '#N/A « Saint-Benoît » nomme 2 communes : Saint-Benoît (86214, Vienne), Saint-Benoît (97410, La Réunion). Donner le code INSEE.',
    ));
  test.each([
    ['un nom inconnu', ['Poitierz', 'taux'], /^#N\/A « Poitierz » : aucune commune/],
    [
      'un nom et le code d’une autre',
      ['86041 Poitiers', 'taux'],
      /^#N\/A .*le nom et le code ne désignent pas la même/,
    ],
    ['une commune hors de l’inventaire', ['Bignoux', 'taux'], /^#N\/A « Bignoux » : aucune commune d’au moins 1 500/],
    [
      'ce que l’inventaire ne dit pas',
      ['Gap', 'taux'],
      /^#N\/A Gap : l’inventaire publié en 2025 .* ne dit pas son taux/,
    ],
    [
      'une année absente du référentiel',
      ['Poitiers', 'taux', 2024],
      /^#N\/A annee : .* pas d’inventaire publié en 2024/,
    ],
    ['un champ inconnu', ['Poitiers', 'rp'], /^#VALEUR! champ : reçu « rp », attendu « taux »/],
    ['une cellule vide', ['', 'taux'], /^#VALEUR! commune : reçu une cellule vide/],
  ])('%s', async (_, args, attendu) => expect(await commune(...args)).toMatch(attendu));

  test('l’aide dit de quelle année est le dernier inventaire, et la date de ses taux', () => {
    const aide = TOUTES.find(({ nom }) => nom === 'SRU.COMMUNE')!.arguments[2]!.aide;
    const { annee, anneeDesTaux } = REFERENTIEL.dernier;
    expect(aide).toContain(`absente : ${annee}, le dernier du référentiel (taux au 1er janvier ${anneeDesTaux})`);
  });
});
