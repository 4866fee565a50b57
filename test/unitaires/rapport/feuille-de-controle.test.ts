import type { FeuilleAEcrire } from '../../../src/classeur/feuille-a-ecrire';
import { lireClasseur } from '../../../src/classeur/fichier';
import { DROIT_EN_VIGUEUR } from '../../../src/droit';
import { typographier } from '../../../src/nombres';
import { feuilleDeControle } from '../../../src/rapport/feuille-de-controle';
import { articleDe } from '../../../src/regles';
import {
  controler,
  correctionDe,
  grilleDeValeurs,
  trouverEntetes,
  type Controle,
  type Grille,
} from '../../../src/tableau';
import { ANNUAIRE_D_ESSAI, controle, lesTableaux } from '../../outils/tableau';
import { accepte } from '../../outils/valeurs';

const DOSSIER = { epci: 'CU Grand Poitiers', date: '2026-11-22', version: '0.1.0', reserves: [] } as const;

const textes = ({ lignes }: FeuilleAEcrire) => lignes.flatMap((l) => l.map((c) => String(c.valeur ?? '')));
const enGrille = (feuille: FeuilleAEcrire): Grille =>
  grilleDeValeurs(
    feuille.lignes.map((l) => l.map((c) => c.valeur ?? null)),
    feuille.nom,
    feuille.fusions,
  );
/** Le texte des rangées qu'une phrase occupe, bout à bout. */
const continu = (feuille: FeuilleAEcrire) => textes(feuille).join(' ').replace(/\s+/g, ' ');
const plat = (phrase: string) => phrase.replace(/\s+/g, ' ');

const ENTETES = ['Commune', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Accord'];

describe('la feuille de contrôle', () => {
  let grandPoitiers: Controle;
  beforeAll(async () => {
    const { feuilles: grilles } = await lireClasseur('assets/exemples/grand-poitiers.xlsx');
    const [tableau] = grilles.flatMap((g) => lesTableaux(g));
    const contexte = { droit: DROIT_EN_VIGUEUR, contrat: 'cims', plh: true, avis: 'recueilli' } as const;
    grandPoitiers = accepte(controler(tableau!, { ...contexte, annuaire: ANNUAIRE_D_ESSAI }));
  });

  test('dit le verdict, le contexte, les communes, leurs totaux, la date et la version', () => {
    const feuille = feuilleDeControle({
      ...DOSSIER,
      controle: grandPoitiers,
      reserves: ['Illustration.', 'Simulation.'],
    });
    const dit = continu(feuille);
    for (const mot of ['CONFORME', 'CU Grand Poitiers', 'exécutoire', '22 novembre 2026', '0.1.0', 'Vouneuil'])
      expect(dit).toContain(mot);
    expect(dit).toContain(plat('Références 471, contrat 542 : +71 (+15,1 %)'));
    for (const reserve of ['Illustration.', 'Simulation.'])
      expect(dit).toContain(plat(typographier(`Réserve du classeur : « ${reserve} »`)));
    expect(feuille.lignes.find((l) => l[0]?.valeur === 'Total')?.map((c) => c.valeur)).toEqual(
      expect.arrayContaining([471, 542, 71]),
    );
  });

  test('donne chaque constat, sa correction et son article', () => {
    const { constats } = grandPoitiers;
    const dit = continu(feuilleDeControle({ ...DOSSIER, controle: grandPoitiers }));
    expect(constats.length).toBeGreaterThan(5);
    for (const c of constats) {
      const mots = plat(c.message).split(' ');
      expect(dit).toContain(mots.slice(-4).join(' '));
      expect(dit).toContain(plat(correctionDe(c)).split(' ').slice(0, 3).join(' '));
      expect(dit).toContain(`(${c.code})`);
      expect(dit).toContain(plat(articleDe(c.reference)).split(' ')[0]);
    }
  });

  test('trace la référence, le contrat et le plancher lus dans la feuille même', () => {
    const feuille = feuilleDeControle({ ...DOSSIER, controle: grandPoitiers });
    const [graphique] = feuille.graphiques;
    const { plage, position } = graphique!;
    const grille = enGrille(feuille);
    const lire = (ligne: number) => [0, 1, 2, 3].map((c) => grille.cellule(ligne, c)?.valeur);
    expect(lire(plage.ligne)).toEqual(['Commune contrôlée', 'Référence', 'Contrat', 'Plancher']);
    // La référence exacte est 16,4 : sa moitié, 8,2, demande 9.
    expect(lire(plage.ligne + 1)).toEqual(['Buxerolles', 16, 16, 9]);
    expect(plage.ligneFin - plage.ligne).toBe(10);
    for (let ligne = position.ligne; ligne <= position.ligneFin; ligne++) expect(feuille.lignes[ligne]).toEqual([]);
  });

  test('n’est jamais prise pour un tableau à contrôler', () => {
    const feuille = feuilleDeControle({ ...DOSSIER, controle: grandPoitiers });
    expect(trouverEntetes(enGrille(feuille), new Map())).toEqual([]);
  });

  test('tient dans la page : aucune rangée n’a plus de texte que sa largeur, aucune fusion ne se recouvre', () => {
    const feuille = feuilleDeControle({ ...DOSSIER, controle: grandPoitiers });
    const largeur = feuille.largeurs.reduce((a, b) => a + b, 0);
    for (const ligne of feuille.lignes)
      expect(ligne.reduce((n, c) => n + String(c.valeur ?? '').length, 0)).toBeLessThanOrEqual(largeur + 20);
    const lignes = feuille.fusions.map((f) => f.ligne);
    expect(new Set(lignes).size).toBe(lignes.length);
  });

  test('écrit le texte du classeur tel quel, jamais comme une formule', () => {
    const piege = '=HYPERLINK("http://exemple.fr";"A")';
    const feuille = feuilleDeControle({
      ...DOSSIER,
      controle: controle(ENTETES, [[piege, 10000, 1500, 20, 50, '']]),
      epci: '=1+1',
    });
    expect(textes(feuille)).toEqual(expect.arrayContaining([piege, '=1+1']));
    expect(feuille.lignes.flat().every((c) => c.formule === undefined)).toBe(true);
  });

  test('laisse vide ce qui n’est pas connu, et le dit', () => {
    const feuille = feuilleDeControle({
      ...DOSSIER,
      epci: '',
      controle: controle(ENTETES.slice(0, 5), [['A', 10000, '', 20, 50]], { plh: null, avis: null }),
    });
    expect(continu(feuille)).toContain('non précisé, à confirmer');
    expect(feuille.lignes.find((l) => l[0]?.valeur === 'A')?.map((c) => c.valeur)).toEqual([
      'A',
      null,
      50,
      null,
      null,
      null,
      null,
    ]);
  });

  test('d’un bilan : ses colonnes, ses totaux, son titre, sans graphique', () => {
    const bilan = controle(
      ['Commune', 'Objectif', 'Réalisés'],
      [
        ['A', 100, 110],
        ['B', 164, 150],
      ],
      { contrat: 'aucun' },
    );
    const feuille = feuilleDeControle({ ...DOSSIER, controle: bilan });
    const debut = feuille.lignes.findIndex((l) => l[0]?.valeur === 'Commune contrôlée');
    const lues = feuille.lignes.slice(debut, debut + 4).map((l) => l.map((c) => c.valeur ?? null));
    expect(lues).toEqual([
      ['Commune contrôlée', 'Objectif', 'Réalisés', 'Taux', 'Manquent', 'Majoration', 'Bilan'],
      ['A', 100, 110, 1.1, 0, null, 'PLAI, PLS à préciser'],
      ['B', 164, 150, 150 / 164, 14, 0.09, 'non tenu'],
      ['Total', 264, 260, 260 / 264, null, null, null],
    ]);
    expect(feuille.graphiques).toEqual([]);
    expect(feuille.entete).toBe('Contrôle du bilan triennal SRU');
    expect(continu(feuille)).not.toContain('Avis de la commission');
    expect(trouverEntetes(enGrille(feuille), new Map())).toEqual([]);
  });

  test.each([
    ['cims', 'Contrôle de la mutualisation des objectifs SRU'],
    ['cms', 'Contrôle des contrats de mixité sociale abaissants'],
    ['aucun', 'Contrôle des objectifs de référence SRU'],
  ] as const)('%s : a son titre', (contrat, titre) => {
    const feuille = feuilleDeControle({
      ...DOSSIER,
      controle: controle(ENTETES, [['A', 10000, 1500, 20, 130, '']], { contrat }),
    });
    expect([textes(feuille)[0], feuille.entete]).toEqual([titre, titre]);
    expect(continu(feuille).includes('Avis de la commission')).toBe(contrat === 'cims');
  });
});
