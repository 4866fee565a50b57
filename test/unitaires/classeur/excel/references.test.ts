import { ecrireReference, lireReference } from '../../../../src/classeur/excel/adresses';
import { adressesDe } from '../../../../src/classeur/excel/lecture';
import { decouper, formuleDeSuivi, recomposer } from '../../../../src/classeur/excel/references';

describe('les adresses', () => {
  test.each([
    ["='L''été'!$B$2:$C$9", { feuille: "L'été", adresse: 'B2:C9' }],
    ['Feuil1!A1', { feuille: 'Feuil1', adresse: 'A1' }],
    ['B:B', { feuille: null, adresse: 'B:B' }],
    ['=#REF!', null],
    ['=Feuil1!#REF!', null],
    ['', null],
  ])('%s', (texte, attendu) => expect(lireReference(texte)).toEqual(attendu));

  it('se séparent aux virgules, hors des noms de feuilles', () => {
    expect(adressesDe("'L''été, 2'!A1:B2,'L''été, 2'!D4,E5")).toEqual(['A1:B2', 'D4', 'E5']);
  });

  it.each([
    ["L'été", "'L''été'!B2"],
    ['Objectifs 2026', "'Objectifs 2026'!B2"],
    ['A1', "'A1'!B2"],
    ['RC', "'RC'!B2"],
    ['2026', "'2026'!B2"],
    ['Détail', 'Détail!B2'],
  ])('s’écrivent entre apostrophes quand Excel en met : %s', (feuille, ecrite) =>
    expect(ecrireReference(feuille, 'B2')).toBe(ecrite),
  );
});

describe('les références d’une formule', () => {
  const tour = (formule: string, changer: (suivi: string) => string = (s) => s, feuille = 'Saisie') => {
    const decoupe = decouper(formule);
    return recomposer(decoupe, changer(formuleDeSuivi(decoupe, 'Saisie')!), feuille);
  };

  test.each([
    '=SRU.OBJECTIF(B2,$C2,D$2,$E$2)',
    '=CIMS.VALIDER(A8:O19,"oui","B2")',
    '=SRU.TAUX(Table1[Lgts B2],B2)',
    '=SRU.TABLEAU(A:C)+SUM(2:4)+LOG10(B2)',
    "=SRU.TAUX('L''été, 2'!B2,B3)",
  ])('reviennent telles quelles : %s', (formule) => expect(tour(formule)).toBe(formule));

  it('suivent les lignes insérées, « $ » gardés', () => {
    const descendre = (suivi: string) => suivi.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + 1}`);
    expect(tour('=SRU.OBJECTIF(B2,$C2,D$2:E9)', descendre)).toBe('=SRU.OBJECTIF(B3,$C3,D$3:E10)');
  });

  it('se qualifient quand la cellule est partie ailleurs', () => {
    expect(tour('=SRU.TAUX(B2,C2)', undefined, 'Autre')).toBe('=SRU.TAUX(Saisie!B2,Saisie!C2)');
  });

  it('ne s’inventent pas quand l’une a disparu', () => {
    expect(tour('=SRU.TAUX(B2,C2)', (suivi) => suivi.replace(/Saisie!\$C\$2/, '#REF!'))).toBeNull();
  });

  it('ne lisent rien dans un texte, un nom de fonction ou un crochet', () => {
    expect(decouper('="B2"&LOG10(1)&Table1[B2]&TVA20X').refs).toEqual([]);
    expect(formuleDeSuivi(decouper('=SRU.TAUX(1,2)'), 'Saisie')).toBeNull();
  });
});
