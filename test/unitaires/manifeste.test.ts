import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { COMMANDES } from '../../src/commandes/executer-commande';
import { FONCTIONS } from '../../src/fonctions/registre';
import { commandesDuManifeste, controles, identiteDuManifeste } from '../outils/controle-manifeste';
import { titreSaufSi } from '../outils/saute';

const manifeste = readFileSync('manifest.xml', 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const { revision } = JSON.parse(readFileSync('src/fonctions/revision.json', 'utf8')) as { revision: number };

const BASE = 'https://complement.exemple.gouv.fr/sru';
const SUPPORT = 'https://assistance.exemple.gouv.fr';
/** Ce que la construction écrit, par le script qu’elle emploie : `nom de fichier → contenu`. */
const construits = new Map(
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { fichiersDuManifeste } from './scripts/manifestes.mjs';
         import { metadonneesDesFonctions } from './scripts/metadonnees-fonctions.mjs';
         console.log(JSON.stringify(fichiersDuManifeste(await metadonneesDesFonctions(), { base: '${BASE}', support: '${SUPPORT}' })));`,
      ],
      { encoding: 'utf8' },
    ),
  ) as [string, string][],
);
const manifestes = [...construits].filter(([nom]) => nom.endsWith('.xml'));

describe.each([['source', manifeste], ...manifestes])('%s', (_, xml) => {
  it.each(Object.entries(controles))('n’a pas de défaut : %s', (_, controle) => {
    expect(controle(xml)).toEqual([]);
  });
});

describe('les manifestes de la construction', () => {
  const identites = manifestes.map(([nom, xml]) => ({ fichier: nom, ...identiteDuManifeste(xml) }));

  it('sont huit, d’identités et de noms distincts', () => {
    expect(identites.map(({ fichier }) => fichier)).toEqual([
      'manifest.xml',
      'manifest-sru.xml',
      'manifest-cms.xml',
      'manifest-cims.xml',
      'manifest-attrib.xml',
      'manifest-apl.xml',
      'manifest-calendrier.xml',
      'manifest-dev.xml',
    ]);
    expect(new Set(identites.map(({ id }) => id)).size).toBe(8);
    expect(identites[0]!.id).toBe(identiteDuManifeste(manifeste).id);
    expect(identites.filter(({ nom }) => nom === identites[0]!.nom).map(({ fichier }) => fichier)).toEqual([
      'manifest.xml',
      'manifest-sru.xml',
    ]);
  });

  it('portent la version du paquet, puis la révision des fonctions : Excel redemande celles qui ont changé', () => {
    expect(identites.map((i) => i.version)).toEqual(Array(8).fill(`${version}.${revision}`));
    expect(identiteDuManifeste(manifeste).version).toBe(`${version}.0`);
  });

  it('disent où demander de l’aide', () => {
    for (const [, xml] of manifestes) expect(xml).toContain(`<SupportUrl DefaultValue="${SUPPORT}" />`);
  });

  it('n’ont plus d’adresse de développement', () => {
    for (const [, contenu] of construits) expect(contenu).not.toContain('localhost');
    for (const { adresses } of identites) expect([...adresses.values()].join(' ')).toContain(BASE);
  });

  it('n’appellent que les commandes associées ; le principal, toutes', () => {
    expect(commandesDuManifeste(manifeste).sort()).toEqual(Object.keys(COMMANDES).sort());
    for (const [nom, xml] of manifestes) {
      const repli = /^manifest-(?!sru|dev)/.test(nom);
      expect(commandesDuManifeste(xml)).toHaveLength(repli ? 0 : Object.keys(COMMANDES).length);
      expect(xml.includes('Office.AutoShowTaskpaneWithDocument')).toBe(!repli);
    }
  });

  /** Les noms qu’Excel montrera, et les identifiants que la page associe, tels que `fonctions/index.ts` les fait. */
  it.each([
    ['manifest.xml', 'functions.json', ''],
    ['manifest-sru.xml', 'functions-sru.json', 'SRU.'],
    ['manifest-cms.xml', 'functions-cms.json', 'CMS.'],
    ['manifest-cims.xml', 'functions-cims.json', 'CIMS.'],
    ['manifest-attrib.xml', 'functions-attrib.json', 'ATTRIB.'],
    ['manifest-apl.xml', 'functions-apl.json', 'APL.'],
    ['manifest-calendrier.xml', 'functions-calendrier.json', 'CALENDRIER.'],
    ['manifest-dev.xml', 'functions-dev.json', ''],
  ])('%s déclare ce que sa page associe', async (fichier, json, prefixe) => {
    const xml = construits.get(fichier)!;
    const { adresses } = identiteDuManifeste(xml);
    expect(adresses.get('Fonctions.Metadonnees')).toBe(`${BASE}/${json}`);
    expect(adresses.get('Fonctions.Prefixe')).toBe(prefixe ? prefixe.slice(0, -1) : undefined);
    expect(xml.includes('<Namespace')).toBe(prefixe !== '');
    const { functions } = JSON.parse(construits.get(json)!) as { functions: { id: string; name: string }[] };
    const ids = functions.map(({ id }) => id);
    expect(functions.map(({ name }) => name)).toEqual(ids);
    expect(ids.every((id) => /^[A-Z][A-Z0-9_.]{2,}$/.test(id))).toBe(true);
    expect(await associes(new URL(adresses.get('Volet.Url')!).search)).toEqual(ids);
    const attendus = Object.keys(FONCTIONS).filter((nom) => nom.startsWith(prefixe));
    const ajoute = fichier === 'manifest-dev.xml' ? 'DEV.' : '';
    expect(ids.map((id) => prefixe + id)).toEqual(attendus.map((nom) => ajoute + nom));
  });
});

/** Les identifiants associés par la page ouverte avec cette requête. */
async function associes(search: string): Promise<string[]> {
  const ids: string[] = [];
  const page = globalThis as unknown as Record<string, unknown>;
  Object.assign(page, { location: { search }, CustomFunctions: { associate: (id: string) => ids.push(id) } });
  await jest.isolateModulesAsync(async () => {
    await import('../../src/fonctions');
  });
  delete page.location;
  delete page.CustomFunctions;
  return ids.sort();
}

describe('manifeste', () => {
  const fautes: [controle: keyof typeof controles, avant: string | RegExp, apres: string, defaut: string][] = [
    ['identité', '9f3b2c61-', '9f3b2c6-', 'Id : 9f3b2c6-6d0d-4f8b-9a53-5d0e6f0d7a11'],
    [
      'resid',
      /Groupe\.Libelle/g,
      'Groupe.'.padEnd(33, 'x'),
      `resid de plus de 32 caractères : ${'Groupe.'.padEnd(33, 'x')}`,
    ],
    ['resid', 'resid="Volet.Titre"', 'resid="Volet.Titres"', 'resid sans ressource : Volet.Titres'],
    ['resid', 'resid="Volet.Titre"', 'resid="Groupe.Libelle"', 'ressource inutilisée : Volet.Titre'],
    ['resid', '<bt:Image id="Icone.32"', '<bt:Image id="Icone.16"', 'ressource en double : Icone.16'],
    [
      'page partagée',
      '<FunctionFile resid="Volet.Url"',
      '<FunctionFile resid="Fonctions.Script"',
      'plusieurs pages : Volet.Url, Fonctions.Script, Volet.Url, Volet.Url',
    ],
    [
      'adresses',
      '"https://localhost:3000/fonctions.js',
      '"http://localhost:3000/fonctions.js',
      'adresse sans https : http://localhost:3000/fonctions.js',
    ],
    [
      'adresses',
      '<IconUrl DefaultValue="https',
      '<IconUrl DefaultValue="http',
      'adresse sans https : http://localhost:3000/assets/icone-32.png',
    ],
    ['longueurs', '"Ouvrir le volet"', `"${'x'.repeat(126)}"`, `126 caractères pour 1 à 125 : ${'x'.repeat(126)}`],
    ['longueurs', /"Affiche[^"]*"/, `"${'x'.repeat(251)}"`, `251 caractères pour 1 à 250 : ${'x'.repeat(251)}`],
    ['longueurs', /"Calcule[^"]*"/, `"${'x'.repeat(251)}"`, `251 caractères pour 1 à 250 : ${'x'.repeat(251)}`],
    [
      'longueurs',
      '<DisplayName DefaultValue="Mutualisation SRU"',
      '<DisplayName DefaultValue=""',
      '0 caractères pour 1 à 125 : ',
    ],
    ['icônes', 'size="80" resid="Icone.80"', 'size="80" resid="Icone.32"', 'assets/icone-32.png : 32 × 32 pour 80'],
    ['icônes', '<bt:Image size="80" resid="Icone.80" />', '', 'taille absente : 80'],
    ['icônes', 'assets/icone-64.png', 'assets/icone.svg', 'assets/icone.svg : pas un PNG'],
    ['icônes', 'assets/icone-64.png', 'assets/icone-63.png', 'icône absente : assets/icone-63.png'],
    [
      'nom des fonctions',
      '</Metadata>',
      '</Metadata><Namespace resid="Groupe.Libelle" />',
      'Namespace vide ou invalide : Groupe.Libelle',
    ],
    [
      'nom des fonctions',
      /<ExtensionPoint xsi:type="CustomFunctions">[\s\S]*?<\/ExtensionPoint>/,
      '$&$&',
      'points de fonctions : 2',
    ],
    [
      'interdits',
      '</Resources>',
      '</Resources><EquivalentAddins></EquivalentAddins>',
      'élément interdit : EquivalentAddins',
    ],
  ];
  it.each(fautes)('voit une faute glissée dans une copie : %s (%#)', (controle, avant, apres, defaut) => {
    const copie = manifeste.replace(avant, apres);
    expect(copie).not.toBe(manifeste);
    expect(controles[controle](copie)).toContain(defaut);
  });

  it('est lu par la bibliothèque de Microsoft', () => {
    // Elle tire des dépendances ESM que jest ne charge pas : elle lit dans un processus à part.
    const lecture = `import { OfficeAddinManifest } from 'office-addin-manifest';
      console.log(JSON.stringify(await OfficeAddinManifest.readManifestFile('manifest.xml')));`;
    const sortie = execFileSync(process.execPath, ['--input-type=module', '--eval', lecture], { encoding: 'utf8' });
    expect(JSON.parse(sortie)).toMatchObject({
      id: '9f3b2c61-6d0d-4f8b-9a53-5d0e6f0d7a11',
      defaultLocale: 'fr-FR',
      displayName: 'Mutualisation SRU',
      hosts: ['Workbook'],
      officeAppType: 'TaskPaneApp',
      permissions: 'ReadWriteDocument',
      providerName: 'Mutualisation SRU',
    });
  });

  const schemas = '../shared/xsd';
  const siSchemas = existsSync(schemas) ? it : it.skip;
  siSchemas(
    titreSaufSi(!existsSync(schemas) && `${schemas} absent`, 'est valide selon le schéma d’Office'),
    async () => {
      const principal = 'OfficeAppManifestV1_1.xsd';
      const lire = (fileName: string) => ({ fileName, contents: readFileSync(join(schemas, fileName), 'utf8') });
      const preload = readdirSync(schemas)
        .filter((nom) => nom.endsWith('.xsd') && nom !== principal)
        .map(lire);
      const valider = async (contents: string) => {
        const xml = [{ fileName: 'manifest.xml', contents }];
        const { errors } = await validateXML({ xml, schema: [lire(principal)], preload });
        return errors.map(({ message }) => message);
      };
      for (const [, xml] of [['source', manifeste], ...manifestes] as const) expect(await valider(xml)).toEqual([]);
      const runtimes = /<Runtimes>.*<\/Runtimes>/s.exec(manifeste)?.[0] ?? '';
      const deplace = manifeste.replace(runtimes, '').replace('</AllFormFactors>', `</AllFormFactors>${runtimes}`);
      expect(await valider(deplace)).toEqual([expect.stringContaining('Runtimes')]);
    },
    60_000,
  );
});
