/** L'identité du complément que les classeurs demandent, lue dans le manifeste. */
export interface Complement {
  readonly id: string;
  readonly version: string;
}

export function lireComplement(manifeste: string): Complement {
  const lire = (balise: string) => {
    const texte = new RegExp(`<${balise}>([^<]+)</${balise}>`).exec(manifeste)?.[1];
    if (!texte) throw new Error(`manifest.xml : <${balise}> introuvable.`);
    return texte;
  };
  return { id: lire('Id'), version: lire('Version') };
}

/** Une partie de l'archive, et ce qui la déclare : son type, et la relation qui y mène. */
interface Partie {
  readonly chemin: string;
  readonly xml: string;
  readonly type?: string;
  readonly relation?: { readonly fichier: string; readonly id: string; readonly type: string; readonly cible: string };
}

const MS = 'http://schemas.microsoft.com/office';
const OOXML = 'http://schemas.openxmlformats.org';
const RELATIONS = `${OOXML}/officeDocument/2006/relationships`;
const ENTETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Sans elle, Excel affiche « =@SRU.OBJECTIF » : la métadonnée `cm="1"` des formules de tableau dynamique. */
const METADONNEES = `${ENTETE}<metadata xmlns="${OOXML}/spreadsheetml/2006/main" xmlns:xda="${MS}/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

const VOLETS = `${ENTETE}<wetp:taskpanes xmlns:wetp="${MS}/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="0"><wetp:webextensionref xmlns:r="${RELATIONS}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`;

const LIEN_DU_VOLET = `${ENTETE}<Relationships xmlns="${OOXML}/package/2006/relationships"><Relationship Id="rId1" Type="${MS}/2011/relationships/webextension" Target="webextension1.xml"/></Relationships>`;

/** Le complément que le classeur demande, les fonctions qu'il en emploie, et le volet qu'il ouvre. */
function extension({ id, version }: Complement, fonctions: readonly string[]): string {
  const DESSIN = `xmlns:a="${OOXML}/drawingml/2006/main"`;
  const liste = fonctions.map((f) => `<we:customFunctionIds>${f}</we:customFunctionIds>`).join('');
  return `${ENTETE}<we:webextension xmlns:we="${MS}/webextensions/webextension/2010/11" id="{${id.toUpperCase()}}"><we:reference id="${id}" version="${version}" store="EXCatalog" storeType="EXCatalog"/><we:alternateReferences/><we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties><we:bindings/><we:snapshot xmlns:r="${RELATIONS}"/><we:extLst><a:ext ${DESSIN} uri="{D87F86FE-615C-45B5-9D79-34F1136793EB}"><we:containsCustomFunctions/></a:ext><a:ext ${DESSIN} uri="{7C84B067-C214-45C3-A712-C9D94CD141B2}"><we:customFunctionIdList>${liste}</we:customFunctionIdList></a:ext></we:extLst></we:webextension>`;
}

/** Les parties qu'exceljs n'écrit pas. */
export const partiesDuComplement = (complement: Complement, fonctions: readonly string[]): readonly Partie[] => [
  {
    chemin: 'xl/metadata.xml',
    xml: METADONNEES,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml',
    relation: {
      fichier: 'xl/_rels/workbook.xml.rels',
      id: 'rIdMetadonnees',
      type: `${RELATIONS}/sheetMetadata`,
      cible: 'metadata.xml',
    },
  },
  {
    chemin: 'xl/webextensions/taskpanes.xml',
    xml: VOLETS,
    type: 'application/vnd.ms-office.webextensiontaskpanes+xml',
    relation: {
      fichier: '_rels/.rels',
      id: 'rIdVolets',
      type: `${MS}/2011/relationships/webextensiontaskpanes`,
      cible: 'xl/webextensions/taskpanes.xml',
    },
  },
  { chemin: 'xl/webextensions/_rels/taskpanes.xml.rels', xml: LIEN_DU_VOLET },
  {
    chemin: 'xl/webextensions/webextension1.xml',
    xml: extension(complement, fonctions),
    type: 'application/vnd.ms-office.webextension+xml',
  },
];
