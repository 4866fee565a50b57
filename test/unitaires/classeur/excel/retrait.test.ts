import type { ClasseurDonnees } from '../../../banc/hote/contrat';
import type { Annotation, Laissee } from '../../../../src/classeur/classeur';
import { classeur, feuille, ouvrir, zone, type Banc } from './outils';

// Chaque coupure rejoue tout le geste.
jest.setTimeout(120_000);

let banc: Banc;
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});

const F = '{Table}';
const jaune = { fond: '#FFFF00' };
const gris = { fond: '#00FF00', motif: 'Gray50', couleurMotif: '#FF0000' };
/** Une ligne sur deux est jaune ; des valeurs se répètent, des cellules sont vides. */
const depart = (): ClasseurDonnees =>
  classeur(
    feuille('Table', [
      ['Commune', 'Objectif', 'Double'],
      ['Delta', { valeur: 16, style: jaune }, { valeur: 32, formule: '=B2*2' }],
      ['Alpha', 16, { valeur: 32, formule: '=B3*2' }],
      ['Gamma', { valeur: '', style: jaune }, { valeur: 0, formule: '=B4*2' }],
      [{ valeur: 'Beta', style: gris }, '', { valeur: 0, formule: '=B5*2' }],
    ]),
    feuille('Autre', [['x', 'y']]),
  );
const annotation = (adresse: string, gravite: Annotation['gravite'] = 'bloquant', texte = 'À revoir'): Annotation => ({
  ...{ emplacement: { feuille: F, adresse }, gravite, texte },
});
const TOUTES = ['B2', 'B3', 'B4', 'B5', 'C3', 'C4', 'A5'].map((adresse) => annotation(adresse));
const legende = () => banc.modele.donnees().feuilles.find(({ nom }) => nom.startsWith('Légende'))!;
const noms = () => banc.modele.donnees().feuilles.map(({ nom }) => nom);
const dites = (laissees: readonly Laissee[]) =>
  laissees.map((l) => `${l.nomDeFeuille}!${l.emplacement?.adresse} ${l.raison}`);
const fonds = (donnees: ClasseurDonnees) =>
  Object.fromEntries(
    Object.entries(donnees.feuilles[0]!.cellules).flatMap(([cle, { style }]) =>
      style?.fond ? [[cle, style.fond]] : [],
    ),
  );
/** Ce que les mêmes gestes font d'un classeur jamais annoté. */
const temoin = (gestes: (b: Banc) => void, donnees = depart()): ClasseurDonnees => {
  const nu = ouvrir(donnees);
  gestes(nu);
  nu.fermer();
  return nu.modele.donnees();
};

describe('la légende', () => {
  it('dont l’agent coupe une cellule vers sa feuille : celle-ci est lue, et n’est pas supprimée', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    banc.modele.couperColler(legende().id, zone(0, 0), { feuille: '{Autre}', ligne: 0, colonne: 3 });
    expect((await banc.classeur.lire()).map(({ nom }) => nom)).toEqual(['Table', 'Autre']);
    const { rendues } = await banc.ecriture.retirerAnnotations();
    expect([rendues, noms(), banc.modele.donnees().noms]).toEqual([7, ['Table', 'Autre'], []]);
    expect(banc.modele.feuille('{Autre}')!.cellules['0,0']).toEqual({ valeur: 'x' });
  });

  const reemplois: [string, () => void, RegExp][] = [
    ['annotée dessous', () => banc.modele.saisir(legende().id, zone(8, 0), [['Vu avec la DDT']]), /Légende SRU!A1/],
    ['renommée', () => banc.modele.renommer(legende().id, 'Mes couleurs'), /Mes couleurs!A1/],
    [
      'renommée et réemployée',
      () => {
        const { id } = legende();
        banc.modele.renommer(id, 'Suivi');
        banc.modele.saisir(id, zone(0, 0, 0, 1), [['Commune', 'Note']]);
      },
      /Suivi!A1/,
    ],
    ['où une case est changée', () => banc.modele.saisir(legende().id, zone(1, 1), [['à faire']]), /Légende SRU!A1/],
    ['commentée', () => void banc.modele.commenter(legende().id, 0, 0, 'Bien', 'agent'), /Légende SRU!A1/],
    [
      'où est un graphique',
      () =>
        void banc.modele.classeur.graphiques.push({
          ...{ id: '{g}', feuille: legende().id, nom: 'g', type: 'Line', source: zone(0, 0) },
        }),
      /Légende SRU!A1/,
    ],
    ['seule visible', () => ['{Autre}', F].forEach((id) => banc.modele.montrer(id, 'Hidden', 'agent')), /Légende SRU/],
  ];
  it.each(reemplois)('%s : laissée, et dite en une phrase', async (quoi, reemployer, ou) => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    reemployer();
    const { id, cellules } = banc.modele.donnees().feuilles.at(-1)!;
    if (quoi !== 'seule visible' && quoi !== 'commentée' && quoi !== 'où est un graphique')
      expect((await banc.classeur.lire()).map((f) => f.id)).toContain(id);
    const { rendues, laissees } = await banc.ecriture.retirerAnnotations();
    expect([rendues, dites(laissees)]).toEqual([7, [expect.stringMatching(/La légende a été renommée/)]]);
    expect(dites(laissees)[0]).toMatch(ou);
    expect(banc.modele.feuille(id)?.cellules).toEqual(cellules);
    expect([banc.modele.donnees().noms, banc.modele.donnees().reglages]).toEqual([[], {}]);
    // Elle n'est plus à nous : la suivante est une autre.
    await banc.ecriture.annoter(TOUTES);
    await banc.ecriture.retirerAnnotations();
    expect(banc.modele.feuille(id)?.cellules).toEqual(cellules);
  });

  it('ne prend pas pour elle une feuille que l’agent a nommée ainsi', async () => {
    const donnees = classeur(...depart().feuilles, feuille('Légende SRU', []));
    banc = ouvrir(structuredClone(donnees));
    await banc.ecriture.annoter(TOUTES);
    expect(noms()).toEqual(['Table', 'Autre', 'Légende SRU', 'Légende SRU (2)']);
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 7, laissees: [] });
    expect(banc.modele.donnees()).toEqual(donnees);
  });

  it('d’un classeur à structure protégée attend, et se dit', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    banc.hote.classeurProtege = true;
    const { laissees } = await banc.ecriture.retirerAnnotations();
    expect(dites(laissees)).toEqual([expect.stringMatching(/^Légende SRU!A1 La structure du classeur est protégée/)]);
    banc.hote.classeurProtege = false;
    await banc.ecriture.retirerAnnotations();
    expect(banc.modele.donnees()).toEqual(depart());
  });
});

describe('un tableau trié depuis', () => {
  const TRI = zone(1, 0, 4, 2);
  const tris: [string, (b: Banc) => void][] = [
    ['par commune', ({ modele }) => modele.trier(F, TRI, { colonne: 0 })],
    ['à l’envers', ({ modele }) => modele.trier(F, TRI, { colonne: 0, decroissant: true })],
    ['par objectif', ({ modele }) => modele.trier(F, TRI, { colonne: 1 })],
    [
      'deux fois, une ligne insérée entre-temps',
      ({ modele }) => {
        modele.trier(F, TRI, { colonne: 0 });
        modele.insererLignes(F, 0, 2);
        modele.trier(F, zone(3, 0, 6, 2), { colonne: 1, decroissant: true });
      },
    ],
    [
      'après qu’une annotation est corrigée',
      ({ modele }) => {
        modele.saisir(F, zone(3, 1), [[12]]);
        modele.trier(F, TRI, { colonne: 0 });
      },
    ],
    [
      'puis corrigé',
      ({ modele }) => {
        modele.trier(F, TRI, { colonne: 0 });
        modele.saisir(F, zone(2, 1), [[9]]);
      },
    ],
  ];
  it.each(tris)('%s : chaque fond revient à sa cellule', async (_, trier) => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    trier(banc);
    const trie = banc.modele.donnees();
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 7, laissees: [] });
    expect(banc.modele.donnees()).toEqual(temoin(trier));
    banc.fermer();
    // De même si l'on annote de nouveau avant de retirer.
    banc = ouvrir(trie);
    expect((await banc.ecriture.annoter([annotation('B2'), annotation('B4', 'alerte')])).laissees).toEqual([]);
    await banc.ecriture.retirerAnnotations();
    expect(banc.modele.donnees()).toEqual(temoin(trier));
  });

  it('et récrit au point que rien ne soit sûr : le dit, à la cellule, et laisse', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter([annotation('B4'), annotation('B5'), annotation('C2')]);
    banc.modele.trier(F, zone(1, 0, 4, 2), { colonne: 0 });
    const [gamma, beta] = [4, 2];
    for (const ligne of [gamma, beta]) banc.modele.saisir(F, zone(ligne, 0), [[`Renommée ${ligne}`]]);
    const { rendues, laissees } = await banc.ecriture.retirerAnnotations();
    expect([rendues, dites(laissees)]).toEqual([
      1,
      [expect.stringMatching(/^Table!B3 La feuille a été triée/), expect.stringMatching(/^Table!B5 La feuille/)],
    ]);
    expect([banc.modele.donnees().noms, banc.modele.donnees().reglages]).toEqual([[], {}]);
  });

  it('ne touche pas la copie d’une ligne annotée, ni le fond que l’agent a changé', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter([annotation('B2')]);
    const { cellules } = banc.modele.feuille(F)!;
    cellules['9,0'] = structuredClone(cellules['1,0']!);
    cellules['9,1'] = structuredClone(cellules['1,1']!);
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 1, laissees: [] });
    expect([cellules['1,1']?.style, cellules['9,1']?.style?.fond]).toEqual([jaune, '#F4C7C3']);
    await banc.ecriture.annoter([annotation('B2')]);
    delete cellules['9,1'];
    cellules['1,1']!.style = { fond: '#123456' };
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 0, laissees: [] });
    expect(cellules['1,1']?.style?.fond).toBe('#123456');
  });

  /** Un générateur sans surprise : le même tirage à chaque fois. */
  const hasard = (graine: number) => () => {
    graine = (graine * 1103515245 + 12345) & 0x7fffffff;
    return graine / 0x7fffffff;
  };
  it('au hasard : jamais un fond sur une mauvaise cellule, jamais le nôtre laissé sans le dire', async () => {
    for (let graine = 1; graine <= 120; graine++) {
      const tirer = hasard(graine);
      const entier = (n: number) => Math.floor(tirer() * n);
      const lignes = Array.from({ length: 3 + entier(8) }, (_, l) => [
        `Commune ${String.fromCharCode(65 + entier(9))}`,
        ...Array.from({ length: 3 }, (__, c) => {
          const style = tirer() < 0.4 && { style: { fond: ['#FFFF00', '#00FF00'][entier(2)]! } };
          if (c === 2) return { valeur: 0, formule: `=B${l + 1}*2`, ...style };
          return { valeur: tirer() < 0.3 ? ('' as const) : entier(3), ...style };
        }),
      ]);
      const donnees = classeur(feuille('Table', lignes));
      const annotees = lignes.flatMap((_, l) =>
        ['A', 'B', 'C', 'D'].flatMap((c) =>
          tirer() < 0.4 ? annotation(`${c}${l + 1}`, tirer() < 0.5 ? 'bloquant' : 'alerte') : [],
        ),
      );
      const gestes = Array.from({ length: entier(4) }, () => {
        const [quoi, ligne, colonne, valeur] = [tirer(), entier(lignes.length), entier(4), entier(90)];
        return ({ modele }: Banc) => {
          if (quoi < 0.6) modele.trier(F, zone(0, 0, lignes.length - 1, 3), { colonne, decroissant: valeur % 2 === 0 });
          else if (quoi < 0.9) modele.saisir(F, zone(ligne, colonne), [[valeur]]);
          else modele.trier(F, zone(0, 0, entier(1) + 1, 3), { colonne });
        };
      });
      const attendu = fonds(temoin((b) => gestes.forEach((geste) => geste(b)), structuredClone(donnees)));
      banc?.fermer();
      banc = ouvrir(donnees);
      await banc.ecriture.annoter(annotees);
      gestes.forEach((geste) => geste(banc));
      const { laissees } = await banc.ecriture.retirerAnnotations();
      const trouves = fonds(banc.modele.donnees());
      const faux = [...new Set([...Object.keys(attendu), ...Object.keys(trouves)])].filter(
        (cle) => attendu[cle] !== trouves[cle],
      );
      const ecrite = (cle: string) => {
        const [l = 0, c = 0] = cle.split(',').map(Number);
        return `${'ABCD'[c]}${l + 1}`;
      };
      expect([graine, faux.map(ecrite).sort()]).toEqual([
        graine,
        laissees.map(({ emplacement }) => emplacement!.adresse).sort(),
      ]);
    }
  });
});

describe('un commentaire que l’agent a complété', () => {
  it.each([
    ['récrit', (b: Banc) => (b.modele.classeur.commentaires[0]!.texte += '\nRéponse du maire le 3 mai')],
    [
      'auquel on a répondu',
      (b: Banc) => b.modele.classeur.commentaires[0]!.reponses.push({ auteur: 'Agent', texte: 'Vérifié' }),
    ],
  ])('%s : gardé, et dit', async (_, completer) => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    completer(banc);
    const [garde] = structuredClone(banc.modele.classeur.commentaires);
    const { laissees } = await banc.ecriture.retirerAnnotations();
    expect(dites(laissees)).toEqual([expect.stringMatching(/^Table!B2 Ce commentaire du complément a été modifié/)]);
    expect(banc.modele.donnees()).toEqual({ ...depart(), commentaires: [garde] });
  });

  it('n’est pas celui dont Excel a récrit les fins de ligne', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter([annotation('B2'), annotation('B2', 'alerte', 'Et encore')]);
    const [pose] = banc.modele.classeur.commentaires;
    pose!.texte = pose!.texte.replaceAll('\n', '\r\n');
    await banc.ecriture.retirerAnnotations();
    expect(banc.modele.donnees()).toEqual(depart());
  });
});

describe('interrompu à n’importe quelle action de n’importe quelle requête', () => {
  const tri = ({ modele }: Banc) => modele.trier(F, zone(1, 0, 4, 2), { colonne: 0 });
  const rien = () => undefined;
  const cas: [string, (b: Banc) => Promise<unknown>, (b: Banc) => void, (b: Banc) => Promise<unknown>][] = [
    ['annoter', () => Promise.resolve(), rien, (b) => b.ecriture.annoter(TOUTES)],
    ['annoter de nouveau', (b) => b.ecriture.annoter(TOUTES), rien, (b) => b.ecriture.annoter([annotation('B3')])],
    ['annoter de nouveau, trié', (b) => b.ecriture.annoter(TOUTES), tri, (b) => b.ecriture.annoter([annotation('B3')])],
    ['retirer', (b) => b.ecriture.annoter(TOUTES), rien, (b) => b.ecriture.retirerAnnotations()],
    ['retirer, trié', (b) => b.ecriture.annoter(TOUTES), tri, (b) => b.ecriture.retirerAnnotations()],
  ];
  it.each(cas)('%s : se retire ensuite en entier, légende comprise', async (_, preparer, agir, geste) => {
    const attendu = temoin(agir);
    let coupures = 0;
    for (let requete = 1, fini = false; !fini; requete++) {
      for (let action = 0; ; action++) {
        banc?.fermer();
        banc = ouvrir(depart());
        await preparer(banc);
        agir(banc);
        banc.ennuis.echouer = { requete, code: 'GeneralException', action };
        const coupe = await geste(banc).then(
          () => false,
          () => true,
        );
        fini = banc.ennuis.echouer !== undefined;
        delete banc.ennuis.echouer;
        if (!coupe) break;
        coupures++;
        expect((await banc.ecriture.retirerAnnotations()).laissees).toEqual([]);
        expect(banc.modele.donnees()).toEqual(attendu);
      }
    }
    expect(coupures).toBeGreaterThan(50);
  });
});
