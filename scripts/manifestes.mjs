// Les manifestes de la construction, tous tirés de manifest.xml : le principal (noms de fonctions entiers, sans Namespace), ceux de
// repli (un Namespace par préfixe, pour un Excel qui refuserait les noms pointés), et celui de développement, qui se charge à côté du principal.
import { readFileSync } from 'node:fs';

export const BASE_DE_DEVELOPPEMENT = 'https://localhost:3000';

/**
 * `retire` et `ajoute` disent comment l’identifiant d’une fonction se déduit de son nom : la page les reçoit, et `fonctions/index.ts`
 * associe aussi les identifiants ainsi faits. La page reçoit aussi le début du GUID, que portent les noms cachés du complément dans un
 * classeur. Les GUID sont publics et ne changent plus.
 * @type {readonly { fichier: string, fonctions: string, id?: string, nom?: string, namespace?: string, retire?: string, ajoute?: string }[]}
 */
export const VARIANTES = [
  { fichier: 'manifest.xml', fonctions: 'functions.json' },
  ...[
    ['SRU', 'c1d2a5f0-3a5e-4d0b-8c6f-7e21b6b7a9d1'],
    ['CMS', '5b7e0f3c-92d4-4b53-a1d8-0c4f8e6d2b72'],
    ['CIMS', 'e86a41b9-0f7d-4c2e-9b35-d3a9c15f7e04'],
    ['ATTRIB', '4e7af2b6-bf04-4d2f-a980-582df50a9703'],
    ['APL', '275c05be-ec4d-454e-8a3f-3c13d7bb714f'],
    ['CALENDRIER', 'b76b649d-53ac-42b0-ac81-cfdf9e065edd'],
  ].map(([namespace, id]) => ({
    fichier: `manifest-${namespace.toLowerCase()}.xml`,
    fonctions: `functions-${namespace.toLowerCase()}.json`,
    id,
    namespace,
    nom: namespace === 'SRU' ? 'Mutualisation SRU' : `Mutualisation SRU : fonctions ${namespace}`,
    retire: `${namespace}.`,
  })),
  {
    fichier: 'manifest-dev.xml',
    fonctions: 'functions-dev.json',
    id: '7d4c9e12-58ab-4f06-b2c7-1a90e3d56f48',
    nom: 'Mutualisation SRU (essai)',
    ajoute: 'DEV.',
  },
];

/** Combien de fois les fonctions ont changé depuis que le paquet a cette version ; tenu par `npm run fonctions`. */
const REVISION = 'src/fonctions/revision.json';

/**
 * La version du manifeste : celle du paquet, puis la révision des fonctions. Excel garde functions.json jusqu’à 24 h ; seule une version
 * plus haute l’oblige à le redemander.
 */
export function versionDuManifeste() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return `${version.split(/[-+]/)[0]}.${JSON.parse(readFileSync(REVISION, 'utf8')).revision}`;
}

/** Le manifeste d’une variante. Les ressources que plus rien n’y nomme en sont ôtées. */
export function manifeste(source, variante, { base, support, version }) {
  const { id, nom, namespace, retire, ajoute, fonctions } = variante;
  const marque = (id ?? /<Id>([^<]*)</.exec(source)?.[1] ?? '').slice(0, 8);
  const requete = `?id=${marque}${retire ? `&amp;retire=${retire}` : ajoute ? `&amp;ajoute=${ajoute}` : ''}`;
  const remplacements = [
    [/<Version>[^<]*</, `<Version>${version}<`],
    ...(support ? [[/ {2}<Hosts>/, `  <SupportUrl DefaultValue="${support}" />\n  <Hosts>`]] : []),
    [/functions\.json"/, `${fonctions}"`],
    [/volet\.html"/g, `volet.html${requete}"`],
    ...(id ? [[/<Id>[^<]*</, `<Id>${id}<`]] : []),
    ...(nom
      ? [
          [/(<DisplayName DefaultValue=")[^"]*/, `$1${nom}`],
          [/(<bt:String id="(?:Groupe\.Libelle|Volet\.Titre)" DefaultValue=")[^"]*/g, `$1${nom}`],
        ]
      : []),
    ...(namespace
      ? [
          [/<\/Metadata>\n( *)/, `</Metadata>\n$1  <Namespace resid="Fonctions.Prefixe" />\n$1`],
          [
            /(\n *)(<bt:String id="Groupe\.Libelle")/,
            `$1<bt:String id="Fonctions.Prefixe" DefaultValue="${namespace}" />$1$2`,
          ],
          [/<!--[\s\S]*?-->\n/, ''],
        ]
      : []),
  ];
  let xml = source.replaceAll(BASE_DE_DEVELOPPEMENT, base);
  for (const [motif, par] of remplacements) {
    if (!new RegExp(motif).test(xml)) throw new Error(`manifest.xml : rien ne répond à ${motif}.`);
    xml = xml.replace(motif, par);
  }
  return namespace && namespace !== 'SRU' ? sansCommandes(xml) : xml;
}

/** Le ruban et l’ouverture avec le classeur sont à un seul des trois manifestes de repli ; les autres n’ont que le bouton du volet. */
function sansCommandes(xml) {
  const reduit = xml
    .replace(/(?<! ) *<Control (?:(?!<\/Control>)[\s\S])*ExecuteFunction(?:(?!<\/Control>)[\s\S])*<\/Control>\n/g, '')
    .replace('Office.AutoShowTaskpaneWithDocument', 'MutualisationSru.Volet');
  return reduit.replace(/(?<! ) *<bt:(?:String|Image|Url) id="([^"]+)"[^>]*\/>\n/g, (ligne, id) =>
    reduit.includes(`resid="${id}"`) ? ligne : '',
  );
}

/** Les métadonnées des fonctions d’une variante : les siennes, sous leur identifiant. */
export function metadonneesDe(metadonnees, { retire = '', ajoute = '' }) {
  const renommer = (id) => ajoute + id.slice(retire.length);
  const functions = metadonnees.functions
    .filter(({ id }) => id.startsWith(retire))
    .map((fonction) => ({ ...fonction, id: renommer(fonction.id), name: renommer(fonction.name) }));
  return { ...metadonnees, functions };
}

/** Tout ce que la construction écrit : `[nom du fichier, contenu]`. */
export function fichiersDuManifeste(metadonnees, { base, support = '' }) {
  const source = readFileSync('manifest.xml', 'utf8');
  const version = versionDuManifeste();
  return VARIANTES.flatMap((variante) => [
    [variante.fichier, manifeste(source, variante, { base, support, version })],
    [
      variante.fonctions,
      `${JSON.stringify(metadonneesDe(metadonnees, variante), null, 2)}\n`.replaceAll(BASE_DE_DEVELOPPEMENT, base),
    ],
  ]);
}
