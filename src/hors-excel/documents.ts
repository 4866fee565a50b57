import Papa from 'papaparse';
import { CERTITUDES_EN_MOTS } from '../rapport/presentation';
import { articleDe } from '../regles';
import { correctionDe, type Constat } from '../tableau';
import { controleDe } from '../volet/etat/controles';
import { tableauxDe, type Etat } from '../volet/etat/etat';
import { nommer, type Document } from '../volet/etat/note';

const ENTETES = [
  ...['Feuille', 'Cellule', 'Commune', 'Gravité', 'Code', 'Constat'],
  ...['Constaté', 'Attendu', 'Correction', 'Article', 'Certitude'],
];
/** Ce qu'un tableur prendrait pour une formule ; un nombre négatif n'en est pas une. */
const FORMULE = /^[\t\r=@]|^[+-](?!\d+(?:,\d+)?$)/;
const MARQUE_UTF8 = '\ufeff';

/** Les constats d'un fichier, chacun avec sa correction, en csv pour un tableur français ; un texte n'y devient jamais une formule. */
export function constatsEnCsv(fichier: string, etat: Pick<Etat, 'feuilles'>): Document {
  const rangees = tableauxDe(etat).flatMap((t) =>
    (controleDe(t)?.constats ?? []).map((constat) => rangee(constat.feuille ?? t.feuille.nom, constat)),
  );
  const csv = Papa.unparse([ENTETES, ...rangees], { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULE });
  return {
    nom: nommer(fichier, 'constats', 'csv'),
    type: 'text/csv;charset=utf-8',
    contenu: `${MARQUE_UTF8}${csv}\r\n`,
  };
}

const rangee = (feuille: string, constat: Constat): string[] => {
  const { cellule, commune, gravite, code, message, constate, attendu, reference, certitude } = constat;
  return [
    ...[feuille, cellule ?? '', commune ?? '', gravite, code, message],
    ...[nombre(constate), nombre(attendu), correctionDe(constat), articleDe(reference), CERTITUDES_EN_MOTS[certitude]],
  ];
};

/** Sans espace de milliers : un tableur n'y lirait plus un nombre. */
const nombre = (n: number | null): string => (n === null ? '' : String(n).replace('.', ','));
