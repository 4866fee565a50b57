import JSZip from 'jszip';
import type { Workbook } from 'exceljs';
import { FONCTIONS } from '../../src/fonctions/registre';
import { partiesDuComplement, type Complement } from './complement';
import { DEVERSEE, identifiantStocke } from './formules';

/** Une date fixe partout : mêmes octets à chaque exécution. */
export const DATE = new Date('2026-01-01T00:00:00Z');

/** La version du moteur de calcul : plus ancienne que celle d'Excel, il recalculerait tout à l'ouverture. */
const MOTEUR = '191029';

/** Achève un classeur d'exceljs : tableaux dynamiques, complément embarqué (sauf `null`), dates fixes. */
export async function terminer(classeur: Workbook, complement: Complement | null): Promise<Buffer> {
  const source = await JSZip.loadAsync(await classeur.xlsx.writeBuffer());
  const parties = new Map<string, string>();
  for (const [chemin, entree] of Object.entries(source.files)) {
    if (!entree.dir) parties.set(chemin, await entree.async('string'));
  }
  remplacer(parties, 'xl/workbook.xml', /calcId="\d+"/, `calcId="${MOTEUR}"`);
  for (const chemin of parties.keys()) {
    if (chemin.startsWith('xl/worksheets/sheet')) parties.set(chemin, feuilleAchevee(parties.get(chemin)!));
  }
  if (complement) ajouterComplement(parties, complement);
  const archive = new JSZip();
  for (const [chemin, texte] of parties) archive.file(chemin, texte, { date: DATE, createFolders: false });
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Les codes INSEE sont des textes : Excel n'a pas à le signaler d'un triangle vert. */
const CODES_EN_TEXTE = '<ignoredErrors><ignoredError sqref="A1:A200" numberStoredAsText="1"/></ignoredErrors>';

const feuilleAchevee = (xml: string): string =>
  xml
    .replaceAll(`<f>${DEVERSEE}</f>`, '')
    .replace(/<c ([^>]*)><f t="array"/g, '<c $1 cm="1"><f t="array"')
    .replace(/<\/headerFooter>(<rowBreaks.*?<\/rowBreaks>)?/, `$&${CODES_EN_TEXTE}`);

function ajouterComplement(parties: Map<string, string>, complement: Complement): void {
  const feuilles = [...parties].filter(([chemin]) => chemin.startsWith('xl/worksheets/sheet')).map(([, xml]) => xml);
  const employees = Object.keys(FONCTIONS)
    .map(identifiantStocke)
    .filter((id) => feuilles.some((xml) => xml.includes(`${id}(`)));
  for (const { chemin, xml, type, relation } of partiesDuComplement(complement, employees)) {
    parties.set(chemin, xml);
    if (type)
      remplacer(
        parties,
        '[Content_Types].xml',
        '</Types>',
        `<Override PartName="/${chemin}" ContentType="${type}"/></Types>`,
      );
    if (!relation) continue;
    const lien = `<Relationship Id="${relation.id}" Type="${relation.type}" Target="${relation.cible}"/>`;
    remplacer(parties, relation.fichier, '</Relationships>', `${lien}</Relationships>`);
  }
}

function remplacer(parties: Map<string, string>, chemin: string, motif: string | RegExp, texte: string): void {
  const avant = parties.get(chemin) ?? '';
  const apres = avant.replace(motif, () => texte);
  if (apres === avant) throw new Error(`${chemin} : ${String(motif)} introuvable, exceljs a changé.`);
  parties.set(chemin, apres);
}
