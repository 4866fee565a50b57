import { readdirSync, readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { type ClasseurDonnees } from '../../banc/hote/contrat';
import { ecrireXlsx, lireXlsx } from '../../banc/xlsx';

const DOSSIER = 'assets/exemples';
const fonctions = Object.keys(FONCTIONS);
const complement = { id: '9f3b2c61-6d0d-4f8b-9a53-5d0e6f0d7a11', version: '1.0.0.0' };
const exemple = (nom: string) => lireXlsx(readFileSync(`${DOSSIER}/${nom}`), fonctions);
const allerRetour = async (donnees: ClasseurDonnees) =>
  lireXlsx(await ecrireXlsx(donnees, { fonctions, complement }), fonctions);

describe.each(readdirSync(DOSSIER))('%s', (nom) => {
  it('revient identique d’un enregistrement', async () => {
    const lu = await exemple(nom);
    expect(await allerRetour(lu)).toEqual(lu);
  });

  it('montre chaque fonction du complément sous son nom', async () => {
    const formules = (await exemple(nom)).feuilles.flatMap(({ cellules }) =>
      Object.values(cellules).flatMap(({ formule }) => formule ?? []),
    );
    expect(formules.filter((f) => f.includes('_xl'))).toEqual([]);
    const notres = formules.filter((f) => /(SRU|CMS|CIMS)\.[A-Z.]+\(/.test(f));
    expect(notres.length > 0).toBe(nom !== 'sans-complement.xlsx');
  });
});

describe('grand-poitiers.xlsx', () => {
  it('lit valeurs, formules, déversements, formats, fonds, fusions, largeurs et réglages', async () => {
    const { feuilles, reglages, active } = await exemple('grand-poitiers.xlsx');
    const [premiere] = feuilles;
    expect(active).toBe(premiere!.id);
    expect(feuilles.map(({ nom }) => nom)).toEqual(['Mutualisation', 'Détail', 'Planchers', 'Lisez-moi']);
    expect(premiere!.cellules['18,9']).toMatchObject({ valeur: 471, formule: '=SUM(J9:J18)' });
    expect(premiere!.cellules['8,9']!.formule).toBe('=SRU.OBJECTIF(D9:D18,E9:E18,F9:F18,G9:G18,C4)');
    expect(premiere!.deversements!['8,9']).toEqual({ ligne: 8, colonne: 9, ligneFin: 17, colonneFin: 9 });
    expect(premiere!.cellules['9,9']!.formule).toBeUndefined();
    expect(premiere!.cellules['5,12']).toMatchObject({ formule: '=K19/J19-1', format: '+0.0 %;-0.0 %;0 %' });
    expect(premiere!.cellules['1,0']!.style).toMatchObject({ fond: '#FFF2CC', retourALaLigne: true });
    expect(premiere!.cellules['0,0']!.style!.police).toEqual({ taille: 16, gras: true, couleur: '#000091' });
    expect(premiere!.fusions).toEqual([{ ligne: 1, colonne: 0, ligneFin: 1, colonneFin: 14 }]);
    expect(premiere!.largeurs[1]).toBe(157.5);
    expect(premiere!.hauteurs[0]).toBe(26);
    expect(reglages).toEqual({ 'Office.AutoShowTaskpaneWithDocument': true });
  });
});

it('garde ce qu’aucun exemple ne porte', async () => {
  const vierge = await exemple('vierge.xlsx');
  const [feuille] = vierge.feuilles;
  const zone = { ligne: 40, colonne: 20, ligneFin: 42, colonneFin: 21 };
  Object.assign(feuille!.cellules, {
    '40,20': { valeur: 'Nom' },
    '40,21': { valeur: 'Valeur' },
    '41,20': { valeur: '00123', format: '@' },
    '41,21': { valeur: '#N/A', formule: '=NA()' },
    '42,20': {
      valeur: true,
      style: { motif: 'Gray50', couleurMotif: '#FF0000', fond: '#00FF00', horizontal: 'Center', vertical: 'Center' },
    },
    '42,21': {
      valeur: 45000.5,
      format: 'dd/mm/yyyy',
      style: { bordures: { EdgeTop: { style: 'Continuous', couleur: '#123456' } } },
    },
    '50,20': { valeur: '=pas une formule' },
    '51,20': { valeur: '#NAME?', formule: '=_xldudf_sru_objectif(1,2,3)' },
    '52,20': { valeur: 2, formule: '=_xlfn_pas(1)&"SRU.OBJECTIF(""x"")"' },
    '53,20': { valeur: 1, formule: '=XLOOKUP(1,A1:A2,B1:B2)' },
  });
  feuille!.couleurOnglet = '#ABCDEF';
  feuille!.protegee = true;
  vierge.feuilles[1]!.visibilite = 'VeryHidden';
  vierge.noms.push(
    { nom: 'Taux', formule: "='Lisez-moi'!$A$1", visible: true },
    { nom: 'Local', formule: '=Saisie!$B$2:$B$3', visible: false, feuille: feuille!.id },
  );
  vierge.tableaux.push({ id: '1', feuille: feuille!.id, nom: 'Tableau1', zone, entetes: true });
  vierge.commentaires.push({
    id: '{8F0C9C2E-2A0B-4D0C-9F5B-2F9D6E3A1B00}',
    feuille: feuille!.id,
    ligne: 9,
    colonne: 3,
    auteur: 'Agent',
    texte: 'Un <écart> & « un autre »\nsur deux lignes',
    reponses: [{ auteur: 'Chef', texte: 'Vu' }],
  });
  vierge.reglages['complement.etat'] = { fonds: { 'a"b': [1, null] }, texte: 'été' };
  vierge.active = vierge.feuilles[2]!.id;
  expect(await allerRetour(vierge)).toEqual(vierge);
});

it('stocke comme Excel : préfixe, tableau dynamique, complément demandé', async () => {
  const octets = await ecrireXlsx(await exemple('grand-poitiers.xlsx'), { fonctions, complement });
  const archive = await JSZip.loadAsync(octets);
  const lire = (chemin: string) => archive.file(chemin)!.async('string');
  expect(await lire('xl/worksheets/sheet1.xml')).toMatch(
    /<c r="J9"[^>]* cm="1"><f t="array" ref="J9:J18">_xldudf_SRU_OBJECTIF\(D9:D18,E9:E18,F9:F18,G9:G18,C4\)<\/f><v>\d+<\/v>/,
  );
  expect(await lire('xl/metadata.xml')).toContain('XLDAPR');
  expect(await lire('xl/webextensions/webextension1.xml')).toContain('_xldudf_CIMS_VALIDER<');
});

it('dit en une phrase qu’un fichier n’est pas un classeur', async () => {
  await expect(lireXlsx(new TextEncoder().encode('bonjour'), [])).rejects.toThrow('n’est pas un classeur .xlsx');
});
