import { estFrancaise, formules } from '../../../../src/classeur/excel/formules';
import { FONCTIONS } from '../../../../src/fonctions/registre';

const { reparee, estANous, estAbimee } = formules(Object.keys(FONCTIONS));

describe('formuleReparee', () => {
  test.each([
    ['préfixe d’Excel', '=_xldudf_SRU_OBJECTIF(B2,C2,20)', '=SRU.OBJECTIF(B2,C2,20)'],
    ['rendu en minuscules par LibreOffice', '=_xldudf_sru_objectif(B2,C2,20)', '=SRU.OBJECTIF(B2,C2,20)'],
    ['nom à trois parties, pris en entier', '=_xldudf_SRU_OBJECTIF_DEPUIS(A1,B1,20)', '=SRU.OBJECTIF.DEPUIS(A1,B1,20)'],
    ['classeur externe numéroté', '=[2]!_xldudf_CMS_PLANCHER(B2,C2,20)', '=CMS.PLANCHER(B2,C2,20)'],
    ['complément xlam entre apostrophes', "='x.xlam'!_xldudf_CIMS_VALIDER(A8:O19)", '=CIMS.VALIDER(A8:O19)'],
    ['chemin de Windows', String.raw`='C:\Users\l''agent\x.xlam'!SRU.OBJECTIF(B2,C2,20)`, '=SRU.OBJECTIF(B2,C2,20)'],
    ['chemin et feuille', String.raw`='C:\x\[x.xlsm]Feuil1'!SRU.TAUX(B2,C2)`, '=SRU.TAUX(B2,C2)'],
    ['xlam sans apostrophes', '=x.xlam!SRU.TAUX(B2,C2)', '=SRU.TAUX(B2,C2)'],
    ['intersection implicite', '=@SRU.OBJECTIF(B2,C2,20)', '=SRU.OBJECTIF(B2,C2,20)'],
    ['intersection et classeur externe', '=@[1]!_xldudf_SRU_TAUX(B2,C2)', '=SRU.TAUX(B2,C2)'],
    ['fonction future', '=_xlfn.SRU.TAUX(B2,C2)', '=SRU.TAUX(B2,C2)'],
    ['minuscules tapées', '=sru.objectif(B2;C2;16,5)', '=SRU.OBJECTIF(B2;C2;16,5)'],
    [
      'imbriquée deux fois',
      '=IF(_xldudf_SRU_TAUX(B2,C2)>0.2,"ok",_xldudf_sru_objectif(B2,C2,20)+1)',
      '=IF(SRU.TAUX(B2,C2)>0.2,"ok",SRU.OBJECTIF(B2,C2,20)+1)',
    ],
    [
      'à côté d’un texte qui la nomme',
      '="_xldudf_SRU_TAUX(" & _xldudf_SRU_TAUX(B2,C2)',
      '="_xldudf_SRU_TAUX(" & SRU.TAUX(B2,C2)',
    ],
    ['espace avant la parenthèse', '=_xldudf_SRU_TAUX (B2,C2)', '=SRU.TAUX (B2,C2)'],
  ])('%s', (_, abimee, saine) => {
    expect(reparee(abimee)).toBe(saine);
    expect(estANous(abimee)).toBe(true);
    expect(reparee(saine)).toBeNull();
  });

  test.each([
    ['saine', '=SRU.OBJECTIF(B2,C2,20)', true],
    ['saine, imbriquée', '=ROUND(SRU.TAUX(B2,C2),2)', true],
    ['texte qui la nomme', '="=_xldudf_SRU_OBJECTIF(B2)"', false],
    ['texte à guillemets doublés', '="dit ""_xldudf_SRU_TAUX(A1)"" ici"', false],
    ['autre complément', '=_xldudf_AUTRE_OBJECTIF(B2)', false],
    ['autre complément, nom qui finit comme le nôtre', '=_xldudf_XSRU_TAUX(B2)', false],
    ['autre complément, préfixe pointé', '=AUTRE.SRU.TAUX(B2,C2)', false],
    ['autre nom qui commence comme le nôtre', '=_xldudf_SRU_TAUXBIS(B2)', false],
    ['macro de l’agent', '=SRU_TAUX(B2,C2)', false],
    ['macro d’une feuille', '=Feuil1!SRU.TAUX(B2,C2)', false],
    ['feuille qui porte le nom', "='SRU.TAUX(1)'!A1", false],
    ['nom sans appel', '=SRU.TAUX+1', false],
    ['plage ordinaire', "='x.xlsx'!A1+SUM(B2:B9)", false],
  ])('ne touche pas : %s', (_, formule, nous) => {
    expect(reparee(formule)).toBeNull();
    expect(estANous(formule)).toBe(nous);
    expect(estAbimee(formule)).toBe(false);
  });

  it('ne tient pas « @ » ni la casse pour une marque d’abîme', () => {
    expect(estAbimee('=@SRU.TAUX(B2,C2)')).toBe(false);
    expect(estAbimee('=sru.taux(B2,C2)')).toBe(false);
    expect(estAbimee('=[2]!SRU.TAUX(B2,C2)')).toBe(true);
  });

  it('reconnaît le français à ses points-virgules, hors des textes', () => {
    expect(estFrancaise('=SRU.TAUX(B2;C2)')).toBe(true);
    expect(estFrancaise('=SRU.TAUX(B2,";")')).toBe(false);
  });
});
