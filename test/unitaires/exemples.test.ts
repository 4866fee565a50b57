import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS, { type CellValue } from 'exceljs';
import JSZip from 'jszip';
import { REFERENTIEL } from '../../src/referentiel';
import { lireClasseur } from '../../src/classeur/fichier';
import { controlerFichier, type FichierControle } from '../../src/cli/verifier';
import { DROIT_EN_VIGUEUR } from '../../src/droit';
import { FONCTIONS } from '../../src/fonctions/registre';
import { versNombre } from '../../src/nombres';
import { controler, type Avis, type Contexte } from '../../src/tableau';
import { deployer, EXTENSION, lireCatalogue } from '../../scripts/exemples/deployer';
import { CODES_MONTRES, GROUPES } from '../../scripts/exemples/erreurs-cas';
import { type Cas } from '../../scripts/exemples/erreurs-types';
import { fabriquer, NOMS_DES_EXEMPLES } from '../../scripts/exemples/fabriquer';
import { identifiantStocke, stocker } from '../../scripts/exemples/formules';
import { options } from '../outils/options';
import { deNature, lesTableaux } from '../outils/tableau';
import { accepte } from '../outils/valeurs';
import { SANS_LIBREOFFICE, titreSaufSi } from '../outils/saute';

const chemin = (nom: string) => `assets/exemples/${nom}`;
const sources = {
  grandPoitiers: readFileSync('test/cas/grand-poitiers.csv', 'utf8'),
  manifeste: readFileSync('manifest.xml', 'utf8'),
};

/** Les parties d'une archive, décompressées. */
async function parties(octets: Buffer): Promise<Record<string, string>> {
  const { files } = await JSZip.loadAsync(octets);
  const entrees = Object.values(files).map(async (f) => [f.name, await f.async('string')] as const);
  return Object.fromEntries(await Promise.all(entrees));
}
const partiesDe = (nom: string) => parties(readFileSync(chemin(nom)));
const feuillesDe = (p: Record<string, string>) =>
  Object.entries(p).flatMap(([nom, xml]) => (nom.startsWith('xl/worksheets/sheet') ? [xml] : []));

const verifier = (fichier: string): Promise<FichierControle> => controlerFichier(fichier, options());

describe.each(NOMS_DES_EXEMPLES)('%s', (nom) => {
  it('est ce que `npm run exemples` écrit', async () => {
    expect(await partiesDe(nom)).toEqual(await parties(await fabriquer(nom, sources)));
  });

  it('s’écrit aux mêmes octets deux fois de suite', async () => {
    expect((await fabriquer(nom, sources)).equals(await fabriquer(nom, sources))).toBe(true);
  });

  it('enregistre ses fonctions comme Excel : préfixe, tableau dynamique, valeur en cache', async () => {
    for (const xml of feuillesDe(await partiesDe(nom))) {
      const cellules = xml.match(/<c [^>]*[^/]>(?:(?!<\/c>).)*<\/c>/g) ?? [];
      const dynamiques = cellules.filter((c) => c.includes('_xldudf_'));
      expect(
        dynamiques.filter((c) => !/^<c [^>]*cm="1"[^>]*><f t="array" ref="[A-Z]+\d+(:[A-Z]+\d+)?">/.test(c)),
      ).toEqual([]);
      expect(cellules.filter((c) => /<f[^>]*>[^<]*(?:SRU|CMS|CIMS)\./.test(c))).toEqual([]);
      expect(cellules.filter((c) => c.includes('<f') && !c.includes('<v>'))).toEqual([]);
      expect(xml).not.toContain('DEVERSEE');
    }
  });

  it('ne valide pas deux fois la même cellule', async () => {
    for (const xml of feuillesDe(await partiesDe(nom))) {
      const plages = [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"/g)].map(([, plage]) => plage!);
      const colonnes = plages.filter((plage) => plage.includes(':')).map((plage) => /^[A-Z]+/.exec(plage)![0]);
      expect(colonnes).toEqual([...new Set(colonnes)]);
    }
  });

  it('nomme au complément les fonctions qu’il emploie, toutes connues', async () => {
    const p = await partiesDe(nom);
    const extension = p['xl/webextensions/webextension1.xml'] ?? '';
    const nommees = [...extension.matchAll(/<we:customFunctionIds>([^<]+)</g)].map(([, id]) => id).sort();
    const employees = new Set(feuillesDe(p).flatMap((xml) => xml.match(/_xldudf_\w+(?=\()/g) ?? []));
    expect(nommees).toEqual([...employees].sort());
    expect(nommees.length).toBeGreaterThan(0);
    expect(Object.keys(FONCTIONS).map(identifiantStocke)).toEqual(expect.arrayContaining(nommees));
    const [, id = ''] = /<Id>([^<]+)</.exec(sources.manifeste) ?? [];
    expect(extension).toContain(`<we:reference id="${id}"`);
    expect(extension).toContain('<we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/>');
  });

  it('déclare toutes ses parties, et n’en déclare pas d’autres', async () => {
    const p = await partiesDe(nom);
    const declarees = [...p['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g)].map(([, partie]) => partie!);
    expect(declarees).toEqual(expect.arrayContaining(['xl/metadata.xml', 'xl/webextensions/taskpanes.xml']));
    const reliees = Object.entries(p)
      .filter(([partie]) => partie.endsWith('.rels'))
      .flatMap(([partie, xml]) => {
        const dossier = partie.replace(/_rels\/[^/]+$/, '');
        return [...xml.matchAll(/Target="([^"]+)"/g)].map(([, cible]) => dossier + cible!);
      });
    expect([...declarees, ...reliees].filter((partie) => !(partie in p))).toEqual([]);
  });

  it('range les éléments de chaque feuille dans l’ordre du schéma : Excel proposerait sinon de réparer', async () => {
    const ORDRE = [
      ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'mergeCells'],
      ...['conditionalFormatting', 'dataValidations', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks'],
      ...['ignoredErrors'],
    ];
    for (const xml of feuillesDe(await partiesDe(nom))) {
      const corps = xml
        .replace(/^[\s\S]*?<worksheet[^>]*>/, '')
        .replace(/<sheetData>[\s\S]*<\/sheetData>/, '<sheetData/>');
      const elements: string[] = [];
      let profondeur = 0;
      for (const [balise, fin, element] of corps.matchAll(/<(\/?)([\w:]+)[^>]*?>/g)) {
        if (fin) profondeur -= 1;
        else {
          if (profondeur === 0) elements.push(element!);
          if (!balise.endsWith('/>')) profondeur += 1;
        }
      }
      const rangs = elements.map((e) => ORDRE.indexOf(e));
      expect(elements.filter((_, i) => rangs[i] === -1)).toEqual([]);
      expect(rangs).toEqual([...rangs].sort((a, b) => a - b));
    }
  });

  it('se relit par exceljs', async () => {
    const classeur = new ExcelJS.Workbook();
    await classeur.xlsx.readFile(chemin(nom));
    expect(classeur.worksheets.at(-1)!.name).toBe('Lisez-moi');
    let dynamiques = 0;
    for (const feuille of classeur.worksheets) {
      feuille.eachRow((rangee) => rangee.eachCell(({ value }) => (dynamiques += estDynamique(value) ? 1 : 0)));
    }
    const marquees = feuillesDe(await partiesDe(nom)).flatMap((xml) => xml.match(/ cm="1"/g) ?? []);
    expect(dynamiques).toBe(marquees.length);
  });
});

const estDynamique = (valeur: CellValue): boolean =>
  typeof valeur === 'object' && valeur !== null && 'shareType' in valeur && valeur.shareType === 'array';

describe('le contrôle des exemples', () => {
  const totaux = ({ controles }: FichierControle) =>
    controles.map((c) => {
      const { reference, contrat } = deNature('objectifs', c).totaux;
      return [c.verdict, reference && versNombre(reference), contrat];
    });

  it('grand-poitiers.xlsx : conforme, 471 de référence, 542 au contrat', async () => {
    const fichier = await verifier(chemin('grand-poitiers.xlsx'));
    expect(totaux(fichier)).toEqual([['conforme', 471, 542]]);
    expect(fichier.controles[0]!.constats.filter((c) => c.gravite === 'bloquant')).toEqual([]);
  });

  it('plaquette.xlsx : conforme, 264 = 264', async () => {
    expect(totaux(await verifier(chemin('plaquette.xlsx')))).toEqual([['conforme', 264, 264]]);
  });

  it('cms-abaissant.xlsx : reconnu comme tel, conforme, une dérogation de durée à joindre', async () => {
    const fichier = await verifier(chemin('cms-abaissant.xlsx'));
    expect(totaux(fichier)).toEqual([['conforme', 376, 303]]);
    const { contrat, constats, lignes } = deNature('objectifs', fichier.controles[0]!);
    expect(contrat).toBe('cms');
    const alertes = constats.filter((c) => c.gravite === 'alerte' && c.code !== 'COMMUNE_INCONNUE');
    expect(alertes.map((c) => [c.code, c.commune])).toEqual([['DUREE_DEPASSEE', 'Commune D']]);
    expect(lignes.map((l) => l.rattrapage?.pourcent)).toEqual([33, 50, 100, 33]);
  });

  it('bilan.xlsx : un bilan, et un parc conforme à côté', async () => {
    const { controles } = await verifier(chemin('bilan.xlsx'));
    expect(controles.map((c) => [c.verdict, c.nature === 'bilan' ? c.communes.length : null])).toEqual([
      ['non conforme', 5],
      ['conforme', null],
    ]);
    const bloquants = controles[0]!.constats.filter((c) => c.gravite === 'bloquant');
    expect(bloquants.map((c) => [c.code, c.commune])).toEqual([
      ['OBJECTIF_NON_ATTEINT', 'Commune B'],
      ['OBJECTIF_NON_ATTEINT', 'Commune C'],
    ]);
  });

  it.each(['cms-abaissant.xlsx', 'bilan.xlsx'])(
    '%s : chaque feuille dit que ses chiffres sont fictifs',
    async (nom) => {
      for (const grille of (await lireClasseur(chemin(nom))).feuilles) {
        const textes = Array.from({ length: 6 }, (_, ligne) => String(grille.cellule(ligne, 0)?.valeur ?? ''));
        expect(textes.join(' ').replace(/\u00a0/g, ' ')).toMatch(/Illustration : chiffres fictifs/);
      }
    },
  );

  it('vierge.xlsx : reste à remplir', async () => {
    expect((await verifier(chemin('vierge.xlsx'))).erreur).toMatch(/n’a aucune commune : il reste à remplir/);
  });

  describe('vierge.xlsx, rempli hors d’Excel', () => {
    const CALCULEES = ['H', 'I', 'J', 'N', 'O'];
    const remplir = async (effacer: boolean) => {
      const classeur = new ExcelJS.Workbook();
      await classeur.xlsx.readFile(chemin('vierge.xlsx'));
      const feuille = classeur.getWorksheet('Saisie')!;
      const communes = [
        ['Commune A', 10_000, 1500, 85, null, 1],
        ['Commune B', 6000, 900, 179, 'oui', null],
      ] as const;
      feuille.getCell('M3').value = 'oui';
      feuille.getCell('M4').value = 'recueilli';
      communes.forEach(([nom, rp, lls, contrat, accord, periodes], i) => {
        const saisies = { B: nom, D: rp, E: lls, F: 0.2, G: 3, K: contrat, L: accord, M: periodes };
        for (const [c, valeur] of Object.entries(saisies)) feuille.getCell(`${c}${9 + i}`).value = valeur;
        if (effacer) for (const c of CALCULEES) feuille.getCell(`${c}${9 + i}`).value = null;
      });
      const dossier = mkdtempSync(join(tmpdir(), 'exemples-'));
      const rempli = join(dossier, 'rempli.xlsx');
      await classeur.xlsx.writeFile(rempli);
      const lu = await verifier(rempli);
      rmSync(dossier, { recursive: true });
      return lu;
    };

    it('ses formules effacées, le contrôle s’en passe', async () => {
      expect(totaux(await remplir(true))).toEqual([['conforme', 264, 264]]);
    });

    it('ses formules restées sans valeur ne sont pas prises pour du vide : le contrôle le dit', async () => {
      const lu = await remplir(false);
      expect(totaux(lu)).toEqual([['indetermine', 264, 264]]);
      expect(lu.controles[0]!.constats.map((c) => c.code)).toContain('FORMULE_SANS_VALEUR');
    });
  });
});

describe('erreurs.xlsx', () => {
  const cas = GROUPES.flatMap(({ feuille, cas: tous }) => tous.map((c) => [c.code, feuille, c] as const));

  it('a un tableau pour chaque constat que des cellules montrent', () => {
    expect(cas.map(([code]) => code).sort()).toEqual([...CODES_MONTRES].sort());
  });

  /** Ce que la formule du verdict ajoute au tableau ; rien : ce que la ligne de commande suppose. */
  const contexteDe = ({ verdict }: Cas): Contexte => {
    const [fonction, plh, avis] = verdict ?? [];
    return {
      droit: DROIT_EN_VIGUEUR,
      ...REFERENTIEL,
      contrat: verdict === null ? 'aucun' : fonction === 'CMS.VALIDER' ? 'cms' : 'cims',
      plh: plh ? plh === '"oui"' : null,
      avis: avis ? (avis.replaceAll('"', '') as Avis) : null,
    };
  };

  it.each(cas)('le tableau %s de la feuille %s lève son constat', async (code, nom, un) => {
    const grille = (await lireClasseur(chemin('erreurs.xlsx'))).feuilles.find((g) => g.nom === nom)!;
    const lignes = Array.from({ length: grille.nombreDeLignes }, (_, ligne) => ligne);
    const etiquette = lignes.find((l) => String(grille.cellule(l, 0)?.valeur).startsWith(`${code} : `));
    expect(etiquette).toBeDefined();
    const tableau = lesTableaux(grille).find(({ plage }) => plage.ligne > etiquette!);
    expect(tableau!.plage.ligne).toBe(etiquette! + 2);
    expect(tableau!.lignes.length).toBe(un.lignes.filter(([commune]) => commune !== 'Total').length);
    const { constats } = accepte(controler(tableau!, contexteDe(un)));
    expect(constats.map((c) => c.code)).toContain(code);
  });
});

describe('stocker', () => {
  it.each([
    ['SRU.OBJECTIF(D7:D16;E7:E16;F7:F16;G7:G16)', '_xldudf_SRU_OBJECTIF(D7:D16,E7:E16,F7:F16,G7:G16)'],
    ['SI(D7="";"";SRU.OBJECTIF(D7;E7;F7))', 'IF(D7="","",_xldudf_SRU_OBJECTIF(D7,E7,F7))'],
    ['SI(A1="a;b";SRU.OBJECTIF.DEPUIS(1;2;20);"")', 'IF(A1="a;b",_xldudf_SRU_OBJECTIF_DEPUIS(1,2,20),"")'],
  ])('%s', (formule, attendu) => {
    expect(stocker(formule)).toBe(attendu);
  });

  it('refuse une fonction qu’il ne connaît pas', () => {
    expect(() => stocker('RECHERCHEV(A1;B1:C9;2)')).toThrow('RECHERCHEV');
  });
});

const libreOffice = spawnSync('soffice', ['--version']).status === 0;
(libreOffice ? it : it.skip)(
  titreSaufSi(!libreOffice && SANS_LIBREOFFICE, 'LibreOffice ouvre les exemples'),
  () => {
    const dossier = mkdtempSync(join(tmpdir(), 'exemples-'));
    const copies = NOMS_DES_EXEMPLES.map((nom) => join(dossier, nom));
    NOMS_DES_EXEMPLES.forEach((nom, i) => writeFileSync(copies[i]!, readFileSync(chemin(nom))));
    const profil = `-env:UserInstallation=file://${join(dossier, 'profil')}`;
    const { status } = spawnSync('soffice', [
      profil,
      '--headless',
      '--convert-to',
      'csv',
      '--outdir',
      dossier,
      ...copies,
    ]);
    expect(status).toBe(0);
    const csv = copies.map((copie) => copie.replace(/xlsx$/, 'csv'));
    expect(csv.filter((fichier) => !existsSync(fichier))).toEqual([]);
    // Les formules ordinaires gardent leur valeur ; celles de tableau dynamique y sont recalculées, donc en #NAME?.
    expect(readFileSync(csv[0]!, 'utf8')).toMatch(/^,Total,.*471,542/m);
    rmSync(dossier, { recursive: true });
  },
  120_000,
);

describe('un classeur d’exemple nomme le complément comme il est déployé', () => {
  const referenceDe = async (octets: Buffer) => {
    const extension = await (await JSZip.loadAsync(octets)).file(EXTENSION)!.async('string');
    return /<we:reference id="[^"]+" ([^>]*)\/>/.exec(extension)![1];
  };
  const exemple = readFileSync('assets/exemples/grand-poitiers.xlsx');

  test.each([
    ['EXCatalog', 'version="1.2.3.4" store="EXCatalog" storeType="EXCatalog"'],
    ['developer', 'version="1.2.3.4" store="developer" storeType="Registry"'],
    ['\\\\serveur\\complements', 'version="1.2.3.4" store="\\\\serveur\\complements" storeType="FileSystem"'],
  ])('%s', async (catalogue, reference) => {
    expect(await referenceDe(await deployer(exemple, { catalogue, version: '1.2.3.4' }))).toBe(reference);
  });
  test('celui du dépôt, au déploiement centralisé', async () =>
    expect(await referenceDe(exemple)).toMatch(/store="EXCatalog" storeType="EXCatalog"$/));
  test('un catalogue d’un autre genre arrête la construction', () =>
    expect(() => lireCatalogue('https://serveur')).toThrow(/^CATALOGUE doit être EXCatalog/));
  test('un classeur qui ne demande pas le complément n’est pas touché', async () => {
    const sans = readFileSync('assets/exemples/sans-complement.xlsx');
    expect(await deployer(sans, { catalogue: 'EXCatalog', version: '1.2.3.4' })).toBe(sans);
  });
});
