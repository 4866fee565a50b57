import ExcelJS, { type Cell, type CellFormulaValue, type CellValue, type Worksheet } from 'exceljs';
import { type Complement } from '../../../scripts/exemples/complement';
import { ecrireZone } from '../hote/adresses';
import { type Cellule, type ClasseurDonnees, type FeuilleDonnees, type Valeur, type Zone } from '../hote/contrat';
import { cle, lireCle } from './adresses';
import { encoder, fermer, ouvrir, reliees, elements, type Parties } from './archive';
import { ecrireCommentaires, enNote } from './commentaires';
import { appelees, stocker } from './formules';
import { POINTS_PAR_CARACTERE, type Reste } from './lecture';
import { ecrireReglages } from './reglages';
import { ecrireStyle } from './styles';

export interface Ecriture {
  /** Les noms que déclare le complément. */
  fonctions: readonly string[];
  complement: Complement;
}

const ETATS = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
const ERREUR = /^#(N\/A|REF!|NAME\?|DIV\/0!|NULL!|VALUE!|NUM!|SPILL!|CALC!|BUSY!)$/;

/** Le fichier .xlsx d'un classeur. */
export async function ecrireXlsx(donnees: ClasseurDonnees, ecriture: Ecriture): Promise<Uint8Array> {
  const classeur = new ExcelJS.Workbook();
  const actif = donnees.feuilles.findIndex(({ id }) => id === donnees.active);
  classeur.views = [
    { x: 0, y: 0, width: 24000, height: 15000, firstSheet: 0, activeTab: Math.max(0, actif), visibility: 'visible' },
  ];
  for (const feuille of donnees.feuilles)
    await ecrireFeuille(classeur.addWorksheet(feuille.nom), feuille, donnees, ecriture);
  const octets = new Uint8Array(await classeur.xlsx.writeBuffer());
  return fermer(octets, achever(await ouvrir(octets), donnees, ecriture));
}

async function ecrireFeuille(
  feuille: Worksheet,
  source: FeuilleDonnees,
  { tableaux, commentaires }: ClasseurDonnees,
  { fonctions }: Ecriture,
): Promise<void> {
  feuille.state = ETATS[source.visibilite];
  if (source.couleurOnglet) feuille.properties.tabColor = { argb: `FF${source.couleurOnglet.slice(1)}` };
  for (const [colonne, points] of Object.entries(source.largeurs))
    feuille.getColumn(Number(colonne) + 1).width = points / POINTS_PAR_CARACTERE;
  for (const [ligne, points] of Object.entries(source.hauteurs)) feuille.getRow(Number(ligne) + 1).height = points;
  for (const ligne of Object.keys(source.lignesMasquees ?? {})) feuille.getRow(Number(ligne) + 1).hidden = true;
  for (const n of Object.keys(source.colonnesMasquees ?? {})) feuille.getColumn(Number(n) + 1).hidden = true;
  rendreLeReste(feuille, source.miseEnPage.fichier as Reste | undefined);
  for (const { nom, zone, entetes } of tableaux.filter((t) => t.feuille === source.id))
    ajouterTableau(feuille, source, nom, zone, entetes);
  for (const [position, cellule] of Object.entries(source.cellules)) {
    const [ligne, colonne] = lireCle(position);
    ecrireCellule(feuille.getCell(ligne + 1, colonne + 1), cellule, source.deversements?.[position], fonctions);
  }
  for (const { ligne, colonne, ligneFin, colonneFin } of source.fusions)
    feuille.mergeCellsWithoutStyle(ligne + 1, colonne + 1, ligneFin + 1, colonneFin + 1);
  for (const commentaire of commentaires.filter((c) => c.feuille === source.id))
    feuille.getCell(commentaire.ligne + 1, commentaire.colonne + 1).note = enNote(commentaire);
  if (source.protegee) await feuille.protect('', {});
}

function rendreLeReste(feuille: Worksheet, reste: Reste | undefined): void {
  if (!reste) return;
  feuille.views = reste.views;
  Object.assign(feuille.pageSetup, structuredClone(reste.pageSetup));
  Object.assign(feuille.headerFooter, reste.headerFooter);
  const modele = feuille as unknown as { dataValidations: { model: unknown }; conditionalFormattings: unknown[] };
  modele.dataValidations.model = structuredClone(reste.validations);
  modele.conditionalFormattings = structuredClone(reste.conditions);
}

/** exceljs écrit les cellules du tableau ; les vraies passent ensuite par-dessus. */
function ajouterTableau(feuille: Worksheet, source: FeuilleDonnees, nom: string, zone: Zone, entetes: boolean): void {
  const ligne = (l: number) =>
    Array.from(
      { length: zone.colonneFin - zone.colonne + 1 },
      (_, c) => source.cellules[cle(l, zone.colonne + c)]?.valeur ?? '',
    );
  const premiere = zone.ligne + (entetes ? 1 : 0);
  feuille.addTable({
    name: nom,
    ref: ecrireZone({ ...zone, ligneFin: zone.ligne, colonneFin: zone.colonne }),
    headerRow: entetes,
    style: { theme: 'TableStyleMedium2', showRowStripes: true },
    columns: ligne(zone.ligne).map((titre, i) => ({
      name: entetes && titre !== '' ? String(titre) : `Colonne${i + 1}`,
    })),
    rows: Array.from({ length: zone.ligneFin - premiere + 1 }, (_, l) => ligne(premiere + l)),
  });
}

const valeurExcelJS = (valeur: Valeur): CellValue =>
  typeof valeur === 'string' && ERREUR.test(valeur) ? ({ error: valeur } as CellValue) : valeur;

function ecrireCellule(cellule: Cell, source: Cellule, zone: Zone | undefined, fonctions: readonly string[]): void {
  if (source.format) cellule.numFmt = source.format;
  if (source.style) Object.assign(cellule, ecrireStyle(source.style));
  if (!source.formule) {
    if (source.valeur !== '') cellule.value = valeurExcelJS(source.valeur);
    return;
  }
  const { texte, personnalisee } = stocker(source.formule, fonctions);
  const result = valeurExcelJS(source.valeur);
  // Seule une formule de tableau dynamique se déverse, ou se relie au complément sans « @ ».
  cellule.value =
    zone || personnalisee
      ? ({
          shareType: 'array',
          ref: zone ? ecrireZone(zone) : cellule.address,
          formula: texte,
          result,
        } as CellFormulaValue)
      : ({ formula: texte, result } as CellFormulaValue);
}

/** Ce qu'exceljs n'écrit pas : tableaux dynamiques, identités des feuilles, noms, fils de commentaires, complément et réglages. */
function achever(parties: Parties, donnees: ClasseurDonnees, { complement }: Ecriture): Parties {
  const liens = new Map(reliees(parties, 'xl/workbook.xml', 'worksheet').map(({ id, chemin }) => [id, chemin]));
  const chemins = elements(parties.get('xl/workbook.xml'), 'sheet').map(
    ({ attributs }) => liens.get(attributs['r:id'] ?? '') ?? '',
  );
  donnees.feuilles.forEach(({ id }, rang) => {
    const chemin = chemins[rang]!;
    parties.set(chemin, acheverFeuille(parties.get(chemin) ?? '', id));
  });
  const parFeuille = donnees.feuilles.map(
    ({ id }, rang) => [chemins[rang]!, donnees.commentaires.filter((c) => c.feuille === id)] as const,
  );
  ecrireCommentaires(parties, new Map(parFeuille));
  ecrireNoms(parties, donnees);
  const employees = new Set(
    chemins.flatMap((chemin) => elements(parties.get(chemin), 'f').flatMap(({ contenu }) => appelees(contenu))),
  );
  ecrireReglages(parties, complement, [...employees].sort(), donnees.reglages);
  return parties;
}

const REVISION = 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision';

const acheverFeuille = (xml: string, id: string): string =>
  xml
    .replace(/<c ([^>]*)><f t="array"/g, '<c $1 cm="1"><f t="array"')
    .replace(/mc:Ignorable="x14ac"/, `mc:Ignorable="x14ac xr" xmlns:xr="${REVISION}" xr:uid="${encoder(id)}"`);

function ecrireNoms(parties: Parties, { noms, feuilles }: ClasseurDonnees): void {
  if (noms.length === 0) return;
  const balises = noms.map(({ nom, formule, visible, feuille }) => {
    const rang = feuilles.findIndex(({ id }) => id === feuille);
    const portee = rang < 0 ? '' : ` localSheetId="${rang}"`;
    return `<definedName name="${encoder(nom)}"${portee}${visible ? '' : ' hidden="1"'}>${encoder(formule.replace(/^=/, ''))}</definedName>`;
  });
  const xml = parties.get('xl/workbook.xml') ?? '';
  const suite = xml.includes('</definedNames>')
    ? xml.replace('</definedNames>', () => `${balises.join('')}</definedNames>`)
    : xml.replace('</sheets>', () => `</sheets><definedNames>${balises.join('')}</definedNames>`);
  parties.set('xl/workbook.xml', suite);
}
