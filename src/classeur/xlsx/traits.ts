import type { Feature } from 'write-excel-file/universal';
import { adresse, adressePlage } from '../../tableau';
import type { CelluleAEcrire, FeuilleDeFichier } from '../feuille-a-ecrire';
import { texteDePage } from '../habillage';

/** Ce que la bibliothèque n'écrit pas d'elle-même : résultats des formules, page A4, en-tête et pied, lignes répétées, filtre. */
export const traits = (feuilles: readonly FeuilleDeFichier[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (contenu, _, { sheetIndex }) =>
          miseEnPage(resultats(contenu, feuilles[sheetIndex]!), feuilles[sheetIndex]!),
      },
      'xl/workbook.xml': { transform: (contenu) => noms(contenu, feuilles) },
    },
  },
});

const enXml = (texte: string): string =>
  texte.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** Le résultat de chaque formule, à côté d'elle : un lecteur qui ne calcule pas le montre. */
function resultats(contenu: string, { lignes }: FeuilleDeFichier): string {
  const calculees = new Map<string, CelluleAEcrire['valeur']>();
  lignes.forEach((ligne, l) =>
    ligne.forEach(({ formule, valeur }, c) => {
      if (formule !== undefined) calculees.set(adresse(l, c), valeur);
    }),
  );
  return contenu.replace(
    /<c r="([A-Z]+\d+)"([^>]*)>(<f>[^<]*<\/f>)<\/c>/g,
    (entier, adresse: string, traits: string, f: string) => {
      const valeur = calculees.get(adresse);
      if (valeur === undefined || valeur === null) return entier;
      const type = typeof valeur === 'string' ? ' t="str"' : '';
      return `<c r="${adresse}"${traits}${type}>${f}<v>${enXml(String(valeur))}</v></c>`;
    },
  );
}

function miseEnPage(contenu: string, { orientation, pagesEnLargeur, entete, pied, filtre }: FeuilleDeFichier): string {
  const largeur = pagesEnLargeur ? ` fitToWidth="${pagesEnLargeur}"` : '';
  const page = `<pageSetup paperSize="9"${largeur} fitToHeight="0" orientation="${orientation === 'paysage' ? 'landscape' : 'portrait'}"/>`;
  const textes = `<headerFooter><oddHeader>&amp;C${enXml(texteDePage(entete))}</oddHeader><oddFooter>&amp;L${enXml(texteDePage(pied))}&amp;RPage &amp;P sur &amp;N</oddFooter></headerFooter>`;
  return contenu
    .replace(/<pageSetup[^>]*\/>/, '')
    .replace('</sheetData>', `</sheetData>${filtre ? `<autoFilter ref="${adressePlage(filtre)}"/>` : ''}`)
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</worksheet>', `${page}${textes}</worksheet>`);
}

const guillemets = (nom: string): string => enXml(`'${nom.replaceAll("'", "''")}'`);

function noms(contenu: string, feuilles: readonly FeuilleDeFichier[]): string {
  const definis = feuilles.flatMap(({ nom, lignesRepetees, colonnesRepetees }, i) => {
    const repetees = [
      ...(colonnesRepetees ? [colonnesRepetees.map((c) => `$${adresse(0, c).slice(0, -1)}`)] : []),
      ...(lignesRepetees ? [lignesRepetees.map((l) => `$${l + 1}`)] : []),
    ].map((bornes) => `${guillemets(nom)}!${bornes.join(':')}`);
    return repetees.length === 0
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${repetees.join(',')}</definedName>`];
  });
  return contenu.replace(
    '<definedNames/>',
    definis.length > 0 ? `<definedNames>${definis.join('')}</definedNames>` : '',
  );
}
