import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { controles } from '../outils/controle-manifeste';

const manifeste = readFileSync('manifest.xml', 'utf8');

describe('manifeste', () => {
  it.each(Object.entries(controles))('n’a pas de défaut : %s', (_, controle) => {
    expect(controle(manifeste)).toEqual([]);
  });

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
    ['interdits', '</Metadata>', '</Metadata><Namespace resid="Groupe.Libelle" />', 'élément interdit : Namespace'],
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
  siSchemas(`est valide selon le schéma d’Office (sauté quand le dossier ${schemas} est absent)`, async () => {
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
    expect(await valider(manifeste)).toEqual([]);
    const runtimes = /<Runtimes>.*<\/Runtimes>/s.exec(manifeste)?.[0] ?? '';
    const deplace = manifeste.replace(runtimes, '').replace('</AllFormFactors>', `</AllFormFactors>${runtimes}`);
    expect(await valider(deplace)).toEqual([expect.stringContaining('Runtimes')]);
  });
});
