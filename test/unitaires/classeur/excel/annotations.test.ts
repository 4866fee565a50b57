import { EXCEL_SANS_COMMENTAIRES } from '../../../banc/hote/hote';
import type { ClasseurDonnees } from '../../../banc/hote/contrat';
import type { Annotation } from '../../../../src/classeur/classeur';
import { classeur, feuille, ouvrir, type Banc } from './outils';

let banc: Banc;
afterEach(() => {
  expect(banc.journal.inconnus).toEqual([]);
  banc.fermer();
});

/** Un tableau aux fonds variés : aucun, uni, à motif ; un commentaire de l'agent ; une formule. */
const depart = (): ClasseurDonnees => {
  const f = feuille('L’été, 2', [
    ['Commune', 'Objectif'],
    [{ valeur: 'Buxerolles', style: { fond: '#FFFF00', police: { gras: true } } }, 16],
    [
      { valeur: 'Chasseneuil', style: { fond: '#00FF00', motif: 'Gray50', couleurMotif: '#FF0000' } },
      { valeur: 12, format: '0.0', formule: '=B2-4' },
    ],
    ['Total', 28],
  ]);
  const donnees = classeur(f, feuille('Autre', [['x', 'y']]));
  donnees.commentaires.push({
    ...{
      id: '{agent}',
      feuille: f.id,
      ligne: 3,
      colonne: 1,
      auteur: 'Agent',
      texte: 'Vu avec la mairie',
      reponses: [],
    },
  });
  return donnees;
};
const F = '{L’été, 2}';
const annotation = (adresse: string, gravite: Annotation['gravite'], texte = 'À revoir', f = F): Annotation => ({
  ...{ emplacement: { feuille: f, adresse }, gravite, texte },
});
const TOUTES = [
  annotation('A2', 'bloquant', 'Objectif sous le plancher'),
  annotation('A3', 'alerte'),
  annotation('B3:C3', 'information', 'Arrondi à l’entier'),
  annotation('B4', 'bloquant'),
  annotation('A2', 'alerte', 'Nom à confirmer'),
  annotation('A1', 'information', 'Autre feuille', '{Autre}'),
];
const fond = (cle: string, f = F) => banc.modele.feuille(f)!.cellules[cle]?.style?.fond;
const commentaires = () => banc.modele.donnees().commentaires.map(({ texte }) => texte);

describe('annoter', () => {
  it('pose fonds, commentaires et légende en deux allers-retours ; trois quand il y a déjà des commentaires', async () => {
    banc = ouvrir({ ...depart(), commentaires: [] });
    const { posees, laissees } = await banc.ecriture.annoter(TOUTES);
    expect([posees, laissees]).toEqual([5, []]);
    expect(banc.journal.allersRetours).toBe(2);
    expect([fond('1,0'), fond('2,1'), fond('0,0', '{Autre}'), fond('0,0')]).toEqual([
      '#F4C7C3',
      '#CFE2F3',
      '#CFE2F3',
      undefined,
    ]);
    expect(commentaires()).toContain('Mutualisation SRU — Objectif sous le plancher\nNom à confirmer');
    const { feuilles, noms, active } = banc.modele.donnees();
    expect(feuilles.map(({ nom }) => nom)).toEqual(['L’été, 2', 'Autre', 'Légende SRU']);
    expect(active).toBe(F);
    expect(noms.filter(({ visible }) => visible)).toEqual([]);
    banc.journal.vider();
    await banc.ecriture.annoter(TOUTES);
    expect(banc.journal.allersRetours).toBe(3);
  });

  it('une demande trop grosse pour Excel est coupée, et se retire entière', async () => {
    const donnees = classeur(
      feuille(
        'L’été, 2',
        Array.from({ length: 80 }, (_, l) => [`Commune ${l}`, l]),
      ),
    );
    banc = ouvrir(structuredClone(donnees));
    const cellules = Array.from({ length: 80 }, (_, l) =>
      annotation(`B${l + 1}`, 'bloquant', 'Objectif trop bas '.repeat(9)),
    );
    banc.ennuis.tailleMax = 100_000;
    expect(await banc.ecriture.annoter(cellules)).toEqual({ posees: 80, laissees: [] });
    expect([fond('79,1'), commentaires().length]).toEqual(['#F4C7C3', 80]);
    delete banc.ennuis.tailleMax;
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 80, laissees: [] });
    expect(banc.modele.donnees()).toEqual(donnees);
  });

  it('ne compte pas comme rendue une cellule dont l’agent a changé le fond', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter([annotation('A1', 'bloquant'), annotation('A4', 'alerte')]);
    banc.modele.feuille(F)!.cellules['0,0']!.style = { fond: '#123456' };
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 1, laissees: [] });
    expect(fond('0,0')).toBe('#123456');
  });

  it('ne change ni valeur, ni formule, ni format de nombre, et garde le commentaire de l’agent', async () => {
    banc = ouvrir(depart());
    const { laissees } = await banc.ecriture.annoter(TOUTES);
    expect(laissees).toEqual([
      {
        emplacement: { feuille: F, adresse: 'B4' },
        nomDeFeuille: 'L’été, 2',
        raison: expect.stringMatching(/déjà un commentaire/),
      },
    ]);
    const sansStyle = (donnees: ClasseurDonnees) =>
      donnees.feuilles.slice(0, 2).map((f) => Object.entries(f.cellules).map(([cle, { style: _, ...c }]) => [cle, c]));
    expect(sansStyle(banc.modele.donnees())).toEqual(sansStyle(depart()));
    expect(commentaires()).toContain('Vu avec la mairie');
    expect(fond('3,1')).toBe('#F4C7C3');
  });

  it('laisse de côté une feuille protégée, et le dit', async () => {
    const donnees = depart();
    donnees.feuilles[1]!.protegee = true;
    banc = ouvrir(donnees);
    const { posees, laissees } = await banc.ecriture.annoter(TOUTES);
    expect(posees).toBe(4);
    expect(laissees.map((l) => [l.nomDeFeuille, l.raison])).toContainEqual([
      'Autre',
      expect.stringMatching(/protégée/),
    ]);
    expect(fond('0,0', '{Autre}')).toBeUndefined();
  });

  it('sans commentaires dans cet Excel, pose les fonds et le dit', async () => {
    banc = ouvrir(depart(), { exigences: EXCEL_SANS_COMMENTAIRES });
    const { posees, laissees } = await banc.ecriture.annoter(TOUTES.slice(0, 2));
    expect([posees, laissees.map(({ raison }) => raison)]).toEqual([
      2,
      Array(2).fill(expect.stringMatching(/seul le fond/)),
    ]);
    await banc.ecriture.retirerAnnotations();
    expect(banc.modele.donnees().feuilles).toEqual(depart().feuilles);
  });

  it('à nouveau, remplace ce qui était posé et se souvient du fond d’origine', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    await banc.ecriture.annoter([annotation('A2', 'information'), annotation('B2', 'alerte')]);
    expect([fond('1,0'), fond('1,1'), fond('2,0'), fond('2,1')]).toEqual(['#CFE2F3', '#FCE8B2', '#00FF00', undefined]);
    expect(banc.modele.donnees().feuilles.filter(({ nom }) => nom.startsWith('Légende'))).toHaveLength(1);
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 2, laissees: [] });
    expect(banc.modele.donnees()).toEqual(depart());
  });
});

describe('retirer', () => {
  it('rend le classeur identique, cellule par cellule', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    expect(banc.modele.donnees()).not.toEqual(depart());
    // Un fond uni n'a plus de couleur de motif.
    delete banc.modele.feuille(F)!.cellules['2,0']!.style!.couleurMotif;
    banc.journal.vider();
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 5, laissees: [] });
    expect(banc.journal.allersRetours).toBe(3);
    expect(banc.modele.donnees()).toEqual(depart());
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 0, laissees: [] });
  });

  it('aussi après enregistrer, fermer, rouvrir, lignes et colonnes insérées, feuille renommée', async () => {
    const bouleverser = ({ modele }: Banc) => {
      modele.insererLignes(F, 1, 2);
      modele.insererColonnes(F, 0, 1);
      modele.renommer(F, "L'hiver");
      modele.renommer('{Autre}', 'Une autre');
    };
    banc = ouvrir(depart());
    bouleverser(banc);
    const attendu = banc.modele.donnees();
    banc.fermer();

    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    bouleverser(banc);
    const enregistre = JSON.parse(JSON.stringify(banc.modele.donnees())) as ClasseurDonnees;
    banc.fermer();
    banc = ouvrir(enregistre);
    expect(fond('3,1')).toBe('#F4C7C3');
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 5, laissees: [] });
    expect(banc.modele.donnees()).toEqual(attendu);
  });

  it('passe sur une ligne ou une feuille supprimée, et sur la légende que l’agent a ôtée', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    banc.modele.supprimerLignes(F, 1, 1);
    banc.modele.supprimerFeuille('{Autre}');
    banc.modele.supprimerFeuille(banc.modele.donnees().feuilles.at(-1)!.id);
    await banc.ecriture.retirerAnnotations();
    const { feuilles, noms, reglages } = banc.modele.donnees();
    expect([feuilles.map(({ nom }) => nom), noms, reglages]).toEqual([['L’été, 2'], [], {}]);
    expect(fond('1,0')).toBe('#00FF00');
    expect(commentaires()).toEqual(['Vu avec la mairie']);
  });

  it('garde le fond que l’agent a mis depuis, et sa réponse à un commentaire', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    banc.modele.changerStyle(
      F,
      { ligne: 1, colonne: 0, ligneFin: 1, colonneFin: 0 },
      (s) => ({ ...s, fond: '#123456' }),
      'agent',
    );
    const repondu = banc.modele.classeur.commentaires.find(({ ligne, colonne }) => ligne === 2 && colonne === 0)!;
    repondu.reponses.push({ auteur: 'Agent', texte: 'Vérifié' });
    await banc.ecriture.retirerAnnotations();
    expect(fond('1,0')).toBe('#123456');
    expect(commentaires().sort()).toEqual(['Mutualisation SRU — À revoir', 'Vu avec la mairie']);
  });

  it('attend qu’une feuille protégée depuis soit ouverte', async () => {
    banc = ouvrir(depart());
    await banc.ecriture.annoter(TOUTES);
    banc.modele.feuille(F)!.protegee = true;
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 1, laissees: [] });
    expect(fond('1,0')).toBe('#F4C7C3');
    banc.modele.feuille(F)!.protegee = false;
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 4, laissees: [] });
    expect(banc.modele.donnees()).toEqual(depart());
  });

  it('ne se fie pas à un réglage qu’un autre a abîmé', async () => {
    banc = ouvrir({
      ...depart(),
      reglages: { 'SRU.annotations': [null, 3, { nom: 'x' }, { nom: 'a', fond: 'b', avant: 4 }] },
    });
    expect(await banc.ecriture.retirerAnnotations()).toEqual({ rendues: 0, laissees: [] });
    expect(banc.modele.donnees()).toEqual(depart());
  });
});

describe('les ennuis', () => {
  it('une panne au milieu de l’écriture se retire quand même', async () => {
    for (const action of [5, 20, 30, 40, 50]) {
      banc?.fermer();
      banc = ouvrir(
        { ...depart(), commentaires: [] },
        { ennuis: { echouer: { requete: 2, code: 'ItemNotFound', action } } },
      );
      await expect(banc.ecriture.annoter(TOUTES)).rejects.toThrow(/Recommencez/);
      await banc.ecriture.retirerAnnotations();
      expect(banc.modele.donnees()).toEqual({ ...depart(), commentaires: [] });
    }
  });

  it('un commentaire refusé n’empêche ni les fonds, ni les autres commentaires, et se dit', async () => {
    banc = ouvrir({ ...depart(), commentaires: [] });
    // Un autre poste commente entre la lecture et l'écriture.
    banc.journal.abonner(() => {
      if (banc.modele.classeur.commentaires.length === 0) banc.modele.commenter(F, 2, 0, 'Arrivé entre-temps', 'agent');
    });
    const { posees, laissees } = await banc.ecriture.annoter(TOUTES);
    expect([posees, laissees.map((l) => [l.emplacement?.adresse, l.raison])]).toEqual([
      5,
      [['A3', expect.stringMatching(/^Le fond est posé, non le commentaire/)]],
    ]);
    expect(commentaires().filter((texte) => texte.startsWith('Mutualisation SRU'))).toHaveLength(4);
    expect(banc.hote.evenements.actifs).toBe(true);
    await banc.ecriture.retirerAnnotations();
    expect(commentaires()).toEqual(['Arrivé entre-temps']);
    expect(banc.modele.donnees().feuilles).toEqual(depart().feuilles);
  });

  it('la légende et les fonds ne reviennent pas en changements', async () => {
    banc = ouvrir(depart());
    await banc.classeur.lire();
    const rappel = jest.fn();
    const cesser = await banc.classeur.surChangement(rappel);
    await banc.ecriture.annoter(TOUTES);
    await banc.ecriture.retirerAnnotations();
    await new Promise((suite) => setTimeout(suite, 120));
    expect(rappel).not.toHaveBeenCalled();
    expect(banc.hote.evenements.actifs).toBe(true);
    cesser();
  });
});

it('la légende n’est pas lue', async () => {
  banc = ouvrir(depart());
  await banc.ecriture.annoter(TOUTES);
  expect((await banc.classeur.lire()).map(({ nom }) => nom)).toEqual(['L’été, 2', 'Autre']);
});
