import ExcelJS, { type CellValue, type Worksheet } from 'exceljs';
import { type ClasseurDonnees, type FeuilleDonnees, type Style, type Valeur } from '../hote/contrat';
import { cle, lireAdresse } from './adresses';
import { decoder, elements, ouvrir, reliees, type Parties } from './archive';
import { lireCommentaires } from './commentaires';
import { lireEffetsDe } from './effets';
import { afficher } from './formules';
import { lireReglages } from './reglages';
import { couleurDe, lirePalette, lireStyle, type Palette } from './styles';

/** Largeur d'un caractère et d'un pixel, en points, dans la police par défaut. */
export const POINTS_PAR_CARACTERE = 5.25;
const VISIBILITES = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** Le classeur d'un fichier .xlsx ; `fonctions` : les noms que déclare le complément. */
export async function lireXlsx(octets: Uint8Array, fonctions: readonly string[]): Promise<ClasseurDonnees> {
  const parties = await ouvrir(octets);
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.load(octets as unknown as ExcelJS.Buffer);
  const palette = lirePalette(parties.get('xl/theme/theme1.xml'));
  const descriptions = decrireFeuilles(parties);
  const feuilles = classeur.worksheets.map((feuille, rang) =>
    lireFeuille(feuille, descriptions[rang]!, { fonctions, palette, date1904: classeur.properties.date1904 }),
  );
  const onglet = Number(elements(parties.get('xl/workbook.xml'), 'workbookView')[0]?.attributs.activeTab ?? 0);
  return {
    feuilles,
    active: feuilles[onglet]?.id ?? feuilles[0]?.id ?? '',
    noms: lireNoms(parties, feuilles),
    tableaux: descriptions.flatMap(({ id, chemin }) => lireTableaux(parties, chemin, id)),
    commentaires: descriptions.flatMap(({ id, chemin }) => lireCommentaires(parties, chemin, id)),
    graphiques: [],
    reglages: lireReglages(parties),
  };
}

interface Description {
  id: string;
  chemin: string;
  protegee: boolean;
}

/** L'identifiant d'une feuille est celui que le fichier garde, ou celui qu'Excel tire de son numéro. */
function decrireFeuilles(parties: Parties): Description[] {
  const liens = new Map(reliees(parties, 'xl/workbook.xml', 'worksheet').map(({ id, chemin }) => [id, chemin]));
  return elements(parties.get('xl/workbook.xml'), 'sheet').flatMap(({ attributs }) => {
    const chemin = liens.get(attributs['r:id'] ?? '');
    const xml = chemin && parties.get(chemin);
    if (!xml) return [];
    const numero = (Number(attributs.sheetId ?? 1) - 1).toString(16).padStart(2, '0').toUpperCase();
    const garde = /<worksheet[^>]*\sxr:uid="([^"]+)"/.exec(xml)?.[1];
    const id = garde ?? `{00000000-0001-0000-${numero}00-000000000000}`;
    return [{ id, chemin, protegee: /<sheetProtection[^>]*\ssheet="1"/.test(xml) }];
  });
}

interface Lecture {
  fonctions: readonly string[];
  palette: Palette;
  date1904: boolean;
}

function lireFeuille(feuille: Worksheet, { id, protegee }: Description, lecture: Lecture): FeuilleDonnees {
  const cellules: FeuilleDonnees['cellules'] = {};
  const deversements: NonNullable<FeuilleDonnees['deversements']> = {};
  const hauteurs: FeuilleDonnees['hauteurs'] = {};
  const lignesMasquees: NonNullable<FeuilleDonnees['lignesMasquees']> = {};
  const colonnesMasquees: NonNullable<FeuilleDonnees['colonnesMasquees']> = {};
  feuille.eachRow({ includeEmpty: true }, (rangee, numero) => {
    if (rangee.hidden) lignesMasquees[numero - 1] = true;
    if (rangee.height) hauteurs[numero - 1] = rangee.height;
    rangee.eachCell({ includeEmpty: true }, (cellule, colonne) => {
      const ici = cle(numero - 1, colonne - 1);
      // exceljs répète le contenu d'une fusion dans chacune de ses cellules.
      const recouverte = cellule.isMerged && cellule.master !== cellule;
      const brute: CellValue = recouverte ? null : cellule.value;
      const formule = !recouverte && cellule.formula ? afficher(cellule.formula, lecture.fonctions) : '';
      const style = enrichir(lireStyle(cellule.style, lecture.palette), brute);
      const format = cellule.numFmt && cellule.numFmt !== 'General' ? cellule.numFmt : undefined;
      const valeur = lireValeur(brute, lecture.date1904);
      if (valeur === '' && !formule && !style && !format) return;
      cellules[ici] = {
        valeur,
        ...(formule && { formule }),
        ...(format && { format }),
        ...(style && { style }),
      };
      if (formule && brute !== null && typeof brute === 'object' && 'shareType' in brute && 'ref' in brute)
        deversements[ici] = lireAdresse(brute.ref as string);
    });
  });
  const largeurs: FeuilleDonnees['largeurs'] = {};
  feuille.columns?.forEach(({ width, hidden }, colonne) => {
    if (hidden) colonnesMasquees[colonne] = true;
    if (width) largeurs[colonne] = arrondir(width * POINTS_PAR_CARACTERE);
  });
  const couleurOnglet = couleurDe(feuille.properties.tabColor, lecture.palette);
  return {
    id,
    nom: feuille.name,
    visibilite: VISIBILITES[feuille.state],
    protegee,
    cellules,
    fusions: feuille.model.merges.map(lireAdresse),
    largeurs,
    hauteurs,
    miseEnPage: { fichier: lireReste(feuille) },
    ...(Object.keys(lignesMasquees).length > 0 && { lignesMasquees }),
    ...(Object.keys(colonnesMasquees).length > 0 && { colonnesMasquees }),
    ...(Object.keys(deversements).length > 0 && { deversements }),
    ...(couleurOnglet && { couleurOnglet }),
  };
}

/** Le style d'une cellule, et ce que les passages de son texte ont de barré ou d'en exposant. */
function enrichir(style: Style | undefined, valeur: CellValue): Style | undefined {
  if (valeur === null || typeof valeur !== 'object' || !('richText' in valeur)) return style;
  const effets = lireEffetsDe(valeur.richText);
  return Object.keys(effets).length > 0 ? { ...style, police: { ...style?.police, ...effets } } : style;
}

const arrondir = (points: number) => Math.round(points * 1e4) / 1e4;

/** Ce que le modèle ne connaît pas, gardé tel quel pour l'enregistrement : volets figés, impression, validations, mises en forme conditionnelles. */
export interface Reste {
  views: Worksheet['views'];
  pageSetup: Partial<Worksheet['pageSetup']>;
  headerFooter: Worksheet['headerFooter'];
  validations: Record<string, unknown>;
  conditions: unknown[];
}

type PageSetupLu = Worksheet['pageSetup'] & { useFirstPageNumber?: boolean };

const lireReste = (feuille: Worksheet): Reste => {
  const { dataValidations, conditionalFormattings } = feuille as unknown as {
    dataValidations: { model: Record<string, unknown> };
    conditionalFormattings: unknown[];
  };
  // Écrit par exceljs, le numéro de première page par défaut se relirait comme un choix.
  const { useFirstPageNumber, firstPageNumber, ...impression } = feuille.pageSetup as PageSetupLu;
  return structuredClone({
    // Nul quand le fichier n'en dit rien, quoi qu'en disent les types d'exceljs.
    views: (feuille.views as Worksheet['views'] | null) ?? [],
    pageSetup: useFirstPageNumber && firstPageNumber !== 1 ? feuille.pageSetup : impression,
    headerFooter: feuille.headerFooter,
    validations: dataValidations.model,
    conditions: conditionalFormattings,
  });
};

function lireValeur(valeur: CellValue | undefined, date1904: boolean): Valeur {
  if (valeur === null || valeur === undefined) return '';
  if (typeof valeur !== 'object') return valeur;
  if (valeur instanceof Date) return valeur.getTime() / 86_400_000 + (date1904 ? 24_107 : 25_569);
  if ('error' in valeur) return valeur.error;
  if ('richText' in valeur) return valeur.richText.map(({ text }) => text).join('');
  if ('text' in valeur) return lireValeur(valeur.text, date1904);
  return lireValeur(valeur.result, date1904);
}

const lireNoms = (parties: Parties, feuilles: readonly FeuilleDonnees[]): ClasseurDonnees['noms'] =>
  elements(parties.get('xl/workbook.xml'), 'definedName').flatMap(({ attributs, contenu }) => {
    const { name: nom = '', localSheetId, hidden } = attributs;
    if (nom.startsWith('_xlnm.')) return [];
    const feuille = localSheetId === undefined ? undefined : feuilles[Number(localSheetId)]?.id;
    return [{ nom, formule: afficher(decoder(contenu), []), visible: hidden !== '1', ...(feuille && { feuille }) }];
  });

const lireTableaux = (parties: Parties, chemin: string, feuille: string): ClasseurDonnees['tableaux'] =>
  reliees(parties, chemin, 'table').flatMap(({ chemin: partie }) =>
    elements(parties.get(partie), 'table').map(
      ({ attributs: { id = '', displayName = '', ref = 'A1', headerRowCount } }) => ({
        id,
        feuille,
        nom: displayName,
        zone: lireAdresse(ref),
        entetes: headerRowCount !== '0',
      }),
    ),
  );
