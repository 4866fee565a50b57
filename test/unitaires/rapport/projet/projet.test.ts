import { droitDe } from '../../../../src/droit';
import type { Contexte } from '../../../../src/tableau';
import { ANNUAIRE } from '../../../../src/annuaire';
import { controle } from '../../../outils/tableau';
import { blocs, duFichier, lignes, noteDe, projet, textes, titres } from './outils';

const DROIT = droitDe({ debut: 2026 });
const ENTETES = [
  ...['Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible', 'Rang triennal', 'Objectif de référence'],
  ...['Objectif du contrat', 'Accord de la commune', 'Périodes consécutives d’abaissement', 'Population'],
];
const tableau = (rangees: readonly (readonly unknown[])[], contexte: Partial<Contexte> = {}) =>
  controle(ENTETES, rangees, { droit: DROIT, plh: true, avis: 'recueilli', annuaire: ANNUAIRE, ...contexte });

const GRAND_POITIERS = () =>
  duFichier('test/cas/grand-poitiers.csv', { periode: '2023-2025', plh: true, avis: 'a-recueillir' });

describe('le plan', () => {
  it('trois volets, quatre articles, les signatures, la liste de vérification et l’annexe', async () => {
    const note = noteDe(await GRAND_POITIERS());
    expect(note.titre).toBe('Contrat de mixité sociale mutualisant 2023-2025 : CU du Grand Poitiers');
    expect(titres(note)).toEqual([
      'Les parties',
      'Objet et durée',
      'Premier volet. Points de repère',
      'Deuxième volet. Outils déjà actionnés',
      'Troisième volet. Feuille de route 2023-2025',
      'Article 1. Actions et engagements',
      'Article 2. Objectifs quantitatifs et qualitatifs',
      'Article 3. Projets de logements sociaux',
      'Article 4. Gouvernance, suivi et animation',
      'Versions de la loi',
      'Signatures',
      'Liste de vérification',
      'Annexe : tableau du contrat',
    ]);
  });

  it('une commune seule donne son nom au contrat', () => {
    const seule = tableau([['Saint-Benoît', 2908, 425, 20, 3, 52, 40, '', 1, 7200]], { contrat: 'cms' });
    expect(noteDe(projet(seule)).titre).toBe('Contrat de mixité sociale 2026-2028 : Saint-Benoît');
  });

  it('les quatre champs de leviers sont à remplir, et chaque blanc dit ce qu’il attend', async () => {
    const note = noteDe(await GRAND_POITIERS());
    const champs = ['Foncier', 'Urbanisme et aménagement', 'Programmation et financement', 'Attributions'];
    expect([...new Set(lignes(note, /^État des lieux/).map(([champ]) => champ))]).toEqual(champs);
    expect(lignes(note, /^Grille des actions/).map(([champ]) => champ)).toEqual(champs);
    for (const texte of textes(note)) expect(texte).not.toMatch(/\[à compléter(?: :)? ?\]/);
  });
});

describe('les nombres, calculés et sourcés', () => {
  it('la mutualisation de l’exemple officiel : A 165 → 85, B 99 → 179, 264 pour 264 (L. 302-8, X)', () => {
    const note = noteDe(
      projet(
        tableau([
          ['Buxerolles', 10_000, 1500, 20, 3, 165, 85, '', 1, ''],
          ['Chauvigny', 5000, 700, 20, 3, 99, 179, 'oui', 0, ''],
        ]),
      ),
    );
    expect(lignes(note, /^Objectifs de la période/)).toEqual([
      ['Buxerolles', '165', '83', '85', '−80'],
      ['Chauvigny', '99', '50', '179', '+80'],
      ['Total', '264', '', '264', '0'],
    ]);
    expect(lignes(note, /^Calcul de l’objectif/)[0]).toEqual([
      'Buxerolles',
      '20 % × 10 000 − 1 500 = 500',
      '33 % : écart supérieur à 4 points',
      '165',
      'L. 302-8, VII du CCH ; lettre du texte',
    ]);
    const loi = lignes(note, /^Ce que la loi demande/).map(([, ici, article]) => [ici, article]);
    expect(loi).toContainEqual(['Tenue : 264 pour 264.', 'L. 302-8, X du CCH ; lettre du texte']);
    expect(loi.find(([ici]) => ici!.startsWith('Recueilli'))?.[0]).toBe('Recueilli : [à compléter : date]');
  });

  it('l’abaissement : 25 % des 500 manquants, soit 125 au moins (L. 302-8, IX)', () => {
    const note = noteDe(
      projet(tableau([['Saint-Benoît', 10_000, 1500, 20, 3, 165, 125, '', 3, 4999]], { contrat: 'cms' })),
    );
    expect(lignes(note, /^Objectifs de la période/)).toEqual([['Saint-Benoît', '165', '125', '125', '−40']]);
    const [plancher, duree, demande] = lignes(note, /^Ce que la loi demande/);
    expect(plancher).toEqual([
      'Objectif abaissé : une part des logements manquants au moins, soit 25 % pour un écart de plus de 4 points, 40 % pour un écart de 2 à 4 points, 80 % pour un écart de moins de 2 points',
      'Tenue.',
      'L. 302-8, IX du CCH ; lettre du texte',
    ]);
    expect(duree![0]).toMatch(/^Abaissement d’une même commune : 3 périodes .* moins de 5 000 habitants .* 30 à 50 %/);
    expect(demande![1]).toBe('[à compléter : date de la demande : Saint-Benoît]');
  });

  it('exactement 4 points : l’interprétation se dit (« compris entre »)', () => {
    const note = noteDe(
      projet(tableau([['Saint-Benoît', 10_000, 1600, 20, 3, '', 160, '', 1, '']], { contrat: 'cms' })),
    );
    expect(lignes(note, /^Calcul/)[0]!.at(-1)).toBe('L. 302-8, VII du CCH ; interprétation');
  });

  it('PLAI au supérieur, PLS à l’inférieur : 16 logements, 5 et 4 (L. 302-8, III)', async () => {
    expect(lignes(noteDe(await GRAND_POITIERS()), /^Répartition par financement/)[0]).toEqual([
      'Buxerolles',
      '16',
      '5',
      '4',
    ]);
  });

  it('sous 10 % sans dire le PLH, les deux plafonds de PLS', () => {
    const sans = tableau([['Saint-Benoît', 10_000, 900, 20, 3, '', 363, '', 0, '']], { contrat: 'cms', plh: null });
    expect(lignes(noteDe(projet(sans)), /^Répartition/)[0]!.at(-1)).toBe('72 ou 108, selon le PLH');
  });
});

it('83 suffit à la loi et non à la plaquette (17 %) : tenu, et l’alerte est à vérifier', () => {
  const note = noteDe(
    projet(
      tableau([
        ['Buxerolles', 10_000, 1500, 20, 3, 165, 83, '', 1, ''],
        ['Chauvigny', 5000, 700, 20, 3, 99, 181, 'oui', 0, ''],
      ]),
    ),
  );
  expect(lignes(note, /^Ce que la loi demande/)[0]![1]).toBe(
    'Tenue par chaque commune. Sous le seuil de la plaquette du ministère : Buxerolles.',
  );
  expect(lignes(note, /^Ce qui manque/).some(([, quoi]) => quoi!.includes('17 % des manquants de la plaquette'))).toBe(
    true,
  );
});

describe('les signataires', () => {
  it('commune, État et EPCI', async () => {
    const places = lignes(noteDe(await GRAND_POITIERS()), /^Signataires et associés/).map(([place]) => place);
    expect(places).toHaveLength(13);
    expect(places.slice(0, 3)).toEqual([
      'État : le préfet de département',
      'EPCI : le président (CU du Grand Poitiers)',
      'Commune (Buxerolles) : le maire',
    ]);
    expect(places.at(-1)).toBe('Autres signataires ou associés');
  });

  it('dans la métropole du Grand Paris, aussi l’EPT (texte) et la métropole (plaquette)', () => {
    const note = noteDe(
      projet(
        tableau([
          ['Le Raincy', 7300, 640, 25, 3, 391, 300, '', 1, ''],
          ['Gagny', 18_000, 4300, 25, 3, 200, 300, 'oui', 0, ''],
        ]),
      ),
    );
    expect(lignes(note, /^Fait à/).map(([place]) => place)).toEqual([
      'État : le préfet de département',
      'EPT : le président (EPT Grand Paris Grand Est)',
      'EPCI : le président de la métropole du Grand Paris',
      'Commune (Le Raincy) : le maire',
      'Commune (Gagny) : le maire',
      '[à compléter : autre signataire, s’il y en a]',
    ]);
    expect(textes(note).join()).toContain('la plaquette du ministère, le président de la métropole');
  });
});

describe('un tableau qui n’est pas conforme n’engage à rien', () => {
  it('non conforme : le projet porte en tête ce qui l’empêche d’être conclu', () => {
    const note = noteDe(
      projet(
        tableau([
          ['Buxerolles', 10_000, 1500, 20, 3, 165, 82, '', 1, ''],
          ['Chauvigny', 5000, 700, 20, 3, 99, 182, 'oui', 0, ''],
        ]),
      ),
    );
    const [verdict, avertissement, liste] = blocs(note);
    expect(verdict).toMatchObject({ verdict: 'non conforme' });
    expect(verdict).toHaveProperty('texte', expect.stringContaining('ne peut pas être conclu en l’état'));
    expect(avertissement).toMatchObject({ texte: 'Ce qui doit être réglé avant toute signature :' });
    expect(liste).toHaveProperty('elements.0.texte', expect.stringContaining('le porter à 83 au moins'));
    expect(lignes(note, /^Ce que la loi demande/)[0]![1]).toBe('Non tenue : Buxerolles.');
    expect(textes(note).join()).toContain('Ils n’ont pas valeur d’engagement');
    expect(lignes(note, /^Dérogations/)).toEqual([]);
  });

  it('une référence fausse n’établit ni le plancher ni le total', () => {
    const note = noteDe(
      projet(
        tableau([
          ['Buxerolles', 10_000, 1500, 20, 3, 100, 85, '', 1, ''],
          ['Chauvigny', 5000, 700, 20, 3, 99, 179, 'oui', 0, ''],
        ]),
      ),
    );
    const dits = lignes(note, /^Ce que la loi demande/).map(([, ici]) => ici);
    expect(dits.slice(0, 3)).toEqual(Array(3).fill('À établir : Buxerolles.'));
  });

  it('indéterminé : rien n’est dit tenu, et l’objectif qui manque est un blanc', () => {
    const note = noteDe(
      projet(
        tableau([
          ['Buxerolles', 10_000, 1500, 20, 3, 165, 85, '', 1, ''],
          ['Chauvigny', 5000, 700, 20, 3, 99, '', 'oui', 0, ''],
        ]),
      ),
    );
    expect(blocs(note)[0]).toMatchObject({ verdict: 'indetermine' });
    expect(lignes(note, /^Objectifs de la période/)[1]![3]).toBe('[à compléter : objectif]');
    expect(textes(note).filter((t) => t.startsWith('Tenue'))).toEqual([]);
  });

  it('sans période dite, elle est un blanc partout', () => {
    const note = noteDe(
      projet(
        tableau([['Saint-Benoît', 2908, 425, 20, 3, 52, 40, '', 1, 7200]], {
          contrat: 'cms',
          droit: { ...DROIT, periode: null },
        }),
      ),
    );
    expect(note.titre).toContain('[à compléter : période triennale]');
    expect(lignes(note, /^Conditions du contrat/)).toContainEqual([
      'Période triennale',
      '[à compléter : période triennale]',
    ]);
  });
});

describe('ce dont aucun projet ne se rédige, en une phrase', () => {
  const refusDe = (p: ReturnType<typeof projet>) => {
    expect(p.refus).toMatch(/\.$/);
    expect(p.refus).not.toContain('\n');
    return p.refus;
  };
  it.each([
    ['un inventaire publié', 'test/cas/inventaire/forme-2025.csv', /inventaire publié/],
    ['un bilan triennal', 'assets/exemples/bilan.xlsx', /bilan triennal/],
  ])('%s', async (_, fichier, phrase) => {
    expect(refusDe(await duFichier(fichier, {}))).toMatch(phrase);
  });
  it('des références sans contrat', () => {
    const sans = controle(ENTETES.slice(0, 6), [['Saint-Benoît', 2908, 425, 20, 3, 52]], { contrat: 'aucun' });
    expect(refusDe(projet(sans))).toMatch(/aucun objectif de contrat.*« Objectif du contrat »/);
  });
  it('une colonne d’objectif vide', () => {
    expect(refusDe(projet(tableau([['Saint-Benoît', 2908, 425, 20, 3, 52, '', '', '', '']])))).toMatch(
      /aucune commune/,
    );
  });
  it('aucun tableau', () => {
    expect(refusDe(projet())).toMatch(/aucun tableau/);
  });
  it('deux contrats dans un classeur', () => {
    const un = tableau([['Saint-Benoît', 2908, 425, 20, 3, 52, 52, '', '', '']], { contrat: 'cms' });
    expect(refusDe(projet(un, un))).toMatch(/plusieurs tableaux.*Choisir la feuille/);
  });
  it('deux intercommunalités', () => {
    const deux = tableau(
      [
        ['Écully', 10_000, 1500, 25, 3, '', 330, '', 0, ''],
        ['Poitiers', 10_000, 1500, 20, 3, '', 165, '', 0, ''],
      ],
      { contrat: 'cms' },
    );
    expect(refusDe(projet(deux))).toMatch(/2 intercommunalités \(Métropole de Lyon et CU du Grand Poitiers\)/);
  });
  it('un nombre qui ne se lit pas', () => {
    const trouble = tableau([['Saint-Benoît', '2 9O8', 425, 20, 3, 52, 40, '', 1, '']], { contrat: 'cms' });
    expect(refusDe(projet(trouble))).toMatch(/pas entièrement compris.*2\s9O8/);
  });
});
