import { readdirSync } from 'node:fs';
import { REFERENTIEL } from '../../../src/referentiel';
import { lireClasseur } from '../../../src/classeur/fichier';
import { DROIT_EN_VIGUEUR } from '../../../src/droit';
import { versNombre } from '../../../src/nombres';
import { CRITERES, estRefus } from '../../../src/regles';
import { contratDe, grilleDeValeurs, lireEntete, type Controle, type Grille } from '../../../src/tableau';
import { controleDe, controlerFeuille } from '../../../src/volet/etat/controles';
import { tableauxDe } from '../../../src/volet/etat/etat';
import { SANS_PRECISION } from '../../../src/tableau';
import * as modele from '../../../src/volet/etat/scenarios';
import { bilanDe, rangeesDe, type BilanDeScenario } from '../../../src/volet/etat/scenarios-bilan';
import { colonneDeScenario } from '../../../src/volet/etat/scenarios-colonne';
import { scenariosDeDepart } from '../../../src/volet/etat/scenarios-depart';
import { proposer } from '../../../src/volet/etat/scenarios-proposition';
import { creerVolet } from '../../../src/volet/etat/volet';
import { deNature } from '../../outils/tableau';
import { classeurSimule } from '../../outils/classeur-simule';

const DROIT = DROIT_EN_VIGUEUR;
const trouver = (grille: Grille, reglages = SANS_PRECISION) =>
  controlerFeuille({ ...grille, id: 'f1' }, reglages, REFERENTIEL).tableaux;
const tableau = (...rangees: unknown[][]) => trouver(grilleDeValeurs(rangees, 'Feuille'))[0]!;
const bilan = (t: ReturnType<typeof tableau>, s: modele.Scenario): BilanDeScenario => {
  const b = bilanDe(t.tableau, s, SANS_PRECISION, REFERENTIEL);
  if (b === null || estRefus(b)) throw new Error('Le scénario est refusé.');
  return b;
};

const ENTETES = ['Commune', 'Code INSEE', 'RP', 'LLS', 'Taux cible', 'Objectif CMS', 'Accord', 'Rang'];
const DEUX = [ENTETES, ['A', '86001', 10000, 1500, 20, 165, '', 3], ['B', '86002', 6000, 900, 20, 60, '', 3]];
const REFUSANTES = [
  ENTETES,
  ['A', '86001', 10000, 1500, 20, 165, 'non', 3],
  ['B', '86002', 6000, 900, 20, 60, 'non', 3],
];

describe('le contrôle d’un scénario', () => {
  const exemples = readdirSync('assets/exemples').filter((f) => f.endsWith('.xlsx'));
  const dits = ({ verdict, constats }: Controle) => ({
    verdict,
    constats: constats
      .filter((c) => c.code !== 'TOTAL_AFFICHE_FAUX' && c.code !== 'VALEUR_INVALIDE')
      .map((c) => [c.code, c.message, c.cellule]),
  });

  test('égal au contrat du classeur, il en a le verdict et les constats : tous les tableaux des exemples', async () => {
    let compares = 0;
    for (const fichier of exemples) {
      for (const grille of (await lireClasseur(`assets/exemples/${fichier}`)).feuilles) {
        for (const trouve of trouver(grille)) {
          const controle = controleDe(trouve);
          if (!controle || !trouve.tableau.colonnes.has('objectif_contrat')) continue;
          const [egal] = scenariosDeDepart(trouve, DROIT);
          expect(dits(bilan(trouve, egal!).controle)).toEqual(dits(controle));
          compares++;
        }
      }
    }
    expect(compares).toBeGreaterThan(20);
  });

  test('suit chaque objectif, et ce que le tableau en dit ailleurs ne compte plus', () => {
    const trouve = tableau(...DEUX, ['Total', '', 16000, 2400, '', 999, '', '']);
    const [egal] = scenariosDeDepart(trouve, DROIT);
    expect(bilan(trouve, egal!).controle.verdict).toBe('non conforme');
    const releve = modele.saisir(egal!, '86002', '99');
    expect(bilan(trouve, releve)).toMatchObject({ total: 264, controle: { verdict: 'conforme' }, abaissees: [] });
    const codes = bilan(trouve, releve).controle.constats.map((c) => c.code);
    expect(codes).not.toContain('TOTAL_AFFICHE_FAUX');
  });

  test('un tableau sans colonne de contrat prend celle du scénario', () => {
    const trouve = tableau(...DEUX.map((r) => [...r.slice(0, 5), r[6]]));
    expect(contratDe(controleDe(trouve)!)).toBe('aucun');
    const [references] = scenariosDeDepart(trouve, DROIT);
    expect(references).toMatchObject({ origine: 'references', objectifs: { '86001': '165', '86002': '99' } });
    expect(bilan(trouve, references!).controle).toMatchObject({ contrat: 'cims', verdict: 'conforme' });
  });

  test('un tableau de contrats abaissants reste contrôlé comme tel', () => {
    const trouve = tableau(...DEUX.map((r, i) => r.map((v, c) => (i === 0 && c === 5 ? 'Objectif CMS abaissant' : v))));
    const [egal] = scenariosDeDepart(trouve, DROIT);
    expect(bilan(trouve, egal!).controle.contrat).toBe('cms');
    expect(dits(bilan(trouve, egal!).controle)).toEqual(dits(controleDe(trouve)!));
  });

  test('un objectif vide ou illisible : le total manque, le verdict est suspendu', () => {
    const trouve = tableau(...DEUX);
    const [egal] = scenariosDeDepart(trouve, DROIT);
    for (const texte of ['', 'douze', '12,5', '-3']) {
      const { controle, total, hausse } = bilan(trouve, modele.saisir(egal!, '86002', texte));
      expect([controle.verdict, total, hausse]).toEqual(['indetermine', null, null]);
    }
  });
});

describe('ce qu’on compare', () => {
  test('total, hausse, plus grande hausse, objectifs abaissés', () => {
    const trouve = tableau(...DEUX);
    const [egal] = scenariosDeDepart(trouve, DROIT);
    const { total, hausse, plusGrandeHausse, abaissees } = bilan(trouve, modele.saisir(egal!, '86001', '210'));
    expect([total, versNombre(hausse!), abaissees]).toEqual([270, 6, ['B']]);
    expect([plusGrandeHausse!.commune, versNombre(plusGrandeHausse!.hausse)]).toEqual(['A', 45]);
    expect(bilan(trouve, egal!).plusGrandeHausse).toBeNull();
  });

  test('ce qui diffère du premier, par le nombre et non par l’écriture', () => {
    const trouve = tableau(...DEUX);
    const [a] = scenariosDeDepart(trouve, DROIT);
    const b = { ...modele.saisir(modele.saisir(a!, '86001', ' 165 '), '86002', 'x'), lettre: 'B' as const };
    const rangees = rangeesDe(trouve.tableau, deNature('objectifs', controleDe(trouve)!).lignes, [a!, b]);
    expect(rangees.map((r) => r.cases.map((c) => c.differe))).toEqual([
      [false, false],
      [false, true],
    ]);
    expect(rangees[1]!.cases[1]!.attendu).toMatch(/entier/);
  });
});

describe('proposer', () => {
  test.each(CRITERES.filter((c) => c !== 'CAPACITE'))('%s atteint le total demandé', (critere) => {
    const trouve = tableau(...DEUX);
    const p = proposer(trouve.tableau, DROIT, critere, '300');
    if (p.issue !== 'faite') throw new Error(p.issue);
    const s = { lettre: 'B', origine: critere, objectifs: p.objectifs } as const;
    expect(bilan(trouve, s).total).toBe(300);
  });

  test('dit ce qui se heurte, ce qui manque au tableau, ce qui ne se lit pas', () => {
    const { tableau: lu } = tableau(...REFUSANTES);
    const heurt = proposer(lu, DROIT, 'MINIMAL', '300');
    expect(heurt).toMatchObject({ issue: 'impossible', heurts: [{ manque: 36 }] });
    expect(proposer(lu, DROIT, 'CAPACITE', '')).toMatchObject({ issue: 'refusée', phrase: /Projets/ as never });
    for (const total of ['douze', '12,5']) {
      expect(proposer(lu, DROIT, 'MINIMAL', total)).toMatchObject({ issue: 'refusée' });
    }
    expect(proposer(lu, DROIT, 'MINIMAL', '12')).toMatchObject({ issue: 'refusée' });
  });
});

describe('la colonne à écrire', () => {
  const TROIS = [...DEUX, ['Total', '', 16000, 2400, '', 225, '', '']];

  test('à droite du tableau, dans la première colonne libre, somme comprise', () => {
    const trouve = tableau(...TROIS.map((r, i) => (i === 1 ? [...r, 'note'] : r)));
    const [a] = scenariosDeDepart(trouve, DROIT);
    expect(colonneDeScenario(trouve, { ...a!, lettre: 'B' })).toEqual({
      duContrat: false,
      feuille: 'f1',
      plage: { ligne: 0, colonne: 9, ligneFin: 3, colonneFin: 9 },
      entete: 'Scénario B',
      cellules: [['Scénario B'], [165], [60], ['=SUM(J2:J3)']],
    });
  });

  test('ne concurrence aucune colonne, et ne reprend pas un nom', () => {
    const trouve = tableau([...ENTETES, 'scénario a'], ...DEUX.slice(1).map((r) => [...r, 1]));
    const [a] = scenariosDeDepart(trouve, DROIT);
    const colonne = colonneDeScenario(trouve, a!)!;
    expect(colonne.entete).toBe('Scénario A (2)');
    for (const l of modele.LETTRES) expect(lireEntete(`Scénario ${l}`).colonne).toBeNull();
    const relu = tableau(...DEUX.map((r, i) => [...r, colonne.cellules[i]![0]]));
    expect(controleDe(relu)!.verdict).toBe(controleDe(tableau(...DEUX))!.verdict);
  });

  test('une commune sans objectif y reste vide ; un objectif illisible n’y entre pas', () => {
    const trouve = tableau(...DEUX);
    const [a] = scenariosDeDepart(trouve, DROIT);
    expect(colonneDeScenario(trouve, modele.saisir(a!, '86002', ''))!.cellules).toEqual([['Scénario A'], [165], ['']]);
    expect(colonneDeScenario(trouve, modele.saisir(a!, '86002', 'x'))).toBeNull();
  });
  test('la colonne du contrat est vide : le scénario s’y écrit, et nulle part ailleurs', () => {
    const vides = DEUX.map((rangee, l) => rangee.map((v, c) => (l > 0 && c === 5 ? '' : v)));
    const trouve = tableau(...vides, ['Total', '', '', '', '', '', '', '']);
    const [a] = scenariosDeDepart(trouve, DROIT);
    const objectifs = { '86001': '165', '86002': '60' };
    expect(colonneDeScenario(trouve, { ...a!, objectifs })).toEqual({
      duContrat: true,
      feuille: 'f1',
      plage: { ligne: 1, colonne: 5, ligneFin: 2, colonneFin: 5 },
      entete: 'Objectif CMS',
      cellules: [[165], [60]],
    });
    const remplie = tableau(...DEUX.map((rangee, l) => rangee.map((v, c) => (l === 1 && c === 5 ? '' : v))));
    expect(colonneDeScenario(remplie, { ...a!, objectifs })).toMatchObject({ duContrat: false });
  });
});

describe('les scénarios d’un tableau', () => {
  test('de deux à quatre ; chaque lettre une fois', () => {
    const [a, b] = scenariosDeDepart(tableau(...DEUX), DROIT) as [modele.Scenario, modele.Scenario];
    let liste = modele.ajouter([a, b], b);
    liste = modele.ajouter(liste, a);
    expect(liste.map((s) => s.lettre)).toEqual(['A', 'B', 'C', 'D']);
    expect(modele.ajouter(liste, a)).toBe(liste);
    expect(liste[2]!.objectifs).toEqual(b.objectifs);
    const sansB = liste.filter((s) => s.lettre !== 'B');
    expect(modele.ajouter(sansB, a).map((s) => s.lettre)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('une commune garde le sien, où qu’elle soit ; deux du même nom ne se confondent pas', () => {
    const cles = (...noms: string[]) => [
      ...modele.clesDe(tableau(['Commune', 'RP', 'LLS'], ...noms.map((n) => [n, 9, 1])).tableau).values(),
    ];
    expect(cles('Saint-Benoît', 'Buxerolles', 'St Benoit', 'Buxerolles')).toEqual([
      'nom saint benoit',
      'nom buxerolles',
      'nom st benoit',
      'nom buxerolles (2)',
    ]);
  });

  test.each([null, 'texte', [], { x: 3 }, { x: [{ lettre: 'A' }] }, { x: [{ lettre: 'E' }, null, 4] }])(
    'ce qui ne se lit pas est laissé : %j',
    (garde) => expect(modele.lireScenarios(garde)).toEqual({}),
  );

  test('gardés dans le classeur, relus par un autre volet ; une saisie après l’autre, la dernière reste', async () => {
    const classeur = classeurSimule([grilleDeValeurs(DEUX, 'Feuille')]);
    const volet = creerVolet(classeur, async () => REFERENTIEL);
    await volet.controler();
    const tableaux = tableauxDe(volet.etat());
    const place = modele.placeDe(tableaux[0]!, tableaux);
    const depart = scenariosDeDepart(tableaux[0]!, DROIT);
    const saisies = ['1', '10', '100'].map((texte) =>
      volet.scenariser(place, modele.remplacer(depart, modele.saisir(depart[1]!, '86002', texte))),
    );
    await Promise.all(saisies);
    expect(classeur.journal.filter((geste) => geste === 'garder').length).toBeLessThan(saisies.length);
    const autre = creerVolet(classeur, async () => REFERENTIEL);
    await autre.controler();
    expect(autre.etat().scenarios).toEqual(volet.etat().scenarios);
    expect(autre.etat().scenarios[place]![1]).toMatchObject({ origine: 'main', objectifs: { '86002': '100' } });
  });

  test('une relecture ne reprend pas ce que l’agent vient de taper', async () => {
    const classeur = classeurSimule([grilleDeValeurs(DEUX, 'Feuille')]);
    const volet = creerVolet(classeur, async () => REFERENTIEL);
    await volet.controler();
    const depart = scenariosDeDepart(tableauxDe(volet.etat())[0]!, DROIT);
    const relecture = volet.controler();
    await volet.scenariser('f1 0', depart);
    await relecture;
    expect(volet.etat().scenarios['f1 0']).toEqual(depart);
  });

  test('s’appliquent et se retirent en un geste', async () => {
    const classeur = classeurSimule([grilleDeValeurs(DEUX, 'Feuille')]);
    const volet = creerVolet(classeur, async () => REFERENTIEL);
    await volet.controler();
    const [trouve] = tableauxDe(volet.etat());
    await volet.appliquer(colonneDeScenario(trouve!, scenariosDeDepart(trouve!, DROIT)[0]!)!);
    expect(classeur.journal.at(-1)).toBe('insererColonnes f1 I1 [["Scénario A"],[165]]');
    expect(volet.etat().compteRendu?.phrase).toMatch(/« Scénario A » écrit en I1:I3/);
    expect(volet.etat().compteRendu?.annulation).toBe('retirerColonnes');
    await volet.retirerColonnes();
    expect(volet.etat().compteRendu?.phrase).toMatch(/I1:I3 de « Feuille » retirées/);
    await volet.retirerColonnes();
    expect(volet.etat().compteRendu?.phrase).toMatch(/ne porte plus/);
  });
});
