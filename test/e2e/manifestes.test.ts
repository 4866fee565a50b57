import { fermerNavigateur, ouvrirSeance } from './outils/seance';

jest.setTimeout(180_000);
afterAll(fermerNavigateur);

/** Chaque manifeste de repli : ses fonctions répondent sous leur nom entier, celles d'un autre préfixe n'y sont pas. */
test.each([
  ['manifest-sru.xml', '=SRU.OBJECTIF(10000,1500,20)', 165, '=CMS.PLANCHER(10000,1500,20)'],
  ['manifest-cms.xml', '=CMS.PLANCHER(10000,1500,20)', 125, '=CIMS.PLANCHER(10000,1500,20)'],
  ['manifest-cims.xml', '=CIMS.PLANCHER(10000,1500,20)', 83, '=SRU.OBJECTIF(10000,1500,20)'],
])('%s : %s rend %p', async (manifeste, formule, attendu, etrangere) => {
  const seance = await ouvrirSeance('grand-poitiers.xlsx', undefined, manifeste);
  await seance.saisir('Détail!H40', formule);
  await seance.saisir('Détail!H41', etrangere);
  await seance.calme();
  expect(await seance.valeur('Détail!H40')).toBe(attendu);
  expect(await seance.valeur('Détail!H41')).toBe('#NAME?');
  expect(seance.plaintes).toEqual([]);
  await seance.fermer();
});
