import Papa from 'papaparse';
import type { Annuaire } from '../annuaire/annuaire';
import { articleDe } from '../regles';
import { correctionDe, type Constat } from '../tableau';
import { controleDe, droitDesReglages } from '../volet/etat/controles';
import { tableauxDe, type Etat } from '../volet/etat/etat';
import { VERSION } from '../volet/version';

/** Ce que l'agent emporte. */
export interface Document {
  readonly nom: string;
  readonly type: string;
  readonly contenu: string | Uint8Array<ArrayBuffer>;
}

export type FormeDeNote = 'docx' | 'html' | 'md';

const TYPES: Readonly<Record<FormeDeNote, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
};

/** La note d'un fichier contrôlé, celle de la ligne de commande. */
export async function noteDe(fichier: string, etat: Controle, forme: FormeDeNote, jour: Date): Promise<Document> {
  const { construireNote, noteEnHtml, noteEnMarkdown, reservesDe } = await import(
    /* webpackChunkName: "note" */ '../rapport/note'
  );
  const { feuilles, reglages, annuaire } = etat;
  const dossier = {
    titre: fichier,
    controles: tableauxDe(etat).flatMap((t) => controleDe(t) ?? []),
    reserves: feuilles.filter((f) => f.tableaux.length > 0).flatMap((f) => reservesDe(f.feuille)),
  };
  const { plh, avis } = reglages;
  const droit = droitDesReglages(reglages);
  const note = construireNote([dossier], { date: dateDe(jour), version: VERSION, droit, plh, avis, annuaire });
  const rendre = (contenu: Document['contenu']) => ({
    nom: nommer(fichier, 'note', forme),
    type: TYPES[forme],
    contenu,
  });
  if (forme === 'html') return rendre(noteEnHtml(note));
  if (forme === 'md') return rendre(noteEnMarkdown(note));
  const { noteEnDocx } = await import(/* webpackChunkName: "docx" */ '../rapport/note/docx');
  return rendre(new Uint8Array(await noteEnDocx(note)));
}

/** Un état lu et contrôlé. */
export type Controle = Pick<Etat, 'feuilles' | 'reglages'> & { readonly annuaire: Annuaire };

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
    (controleDe(t)?.constats ?? []).map((constat) => rangee(t.feuille.nom, constat)),
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
    ...[nombre(constate), nombre(attendu), correctionDe(constat), articleDe(reference), certitude],
  ];
};

/** Sans espace de milliers : un tableur n'y lirait plus un nombre. */
const nombre = (n: number | null): string => (n === null ? '' : String(n).replace('.', ','));

/** « grand-poitiers.xlsx » : « grand-poitiers-note.docx ». */
const nommer = (fichier: string, quoi: string, extension: string): string =>
  `${fichier.replace(/(.)\.[^.]*$/, '$1')}-${quoi}.${extension}`;

/** Le jour d'ici, AAAA-MM-JJ : l'écriture suédoise. */
const dateDe = (jour: Date): string => jour.toLocaleDateString('sv-SE');
