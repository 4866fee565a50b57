import type { Feuille } from '../outils/lecture';
import { cas, ecrit, ENTIER, type Attendu, type Cas, type Precise } from './cas';
import { enCsv, enHtml, enXml2003, utf16, utf8, windows1252 } from './recritures/formats';

const [BON] = ecrit() as [Feuille];
const [ROMPU] = ecrit({ communes: { Montamisé: { contrat: 12 } } }) as [Feuille];
const CSV = enCsv(BON);

/** cp850 et MacRoman des seules lettres que le tableau emploie. */
const CP850: Readonly<Record<string, number>> = { é: 0x82, è: 0x8a, î: 0x8c, ï: 0x8b, É: 0x90, '’': 0x27 };
const MAC: Readonly<Record<string, number>> = { é: 0x8e, è: 0x8f, î: 0x94, ï: 0x95, É: 0x83, '’': 0xd5 };
const coder = (texte: string, lettres: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from([...texte], (c) => lettres[c] ?? c.charCodeAt(0));
const deuxFois = (texte: string): Uint8Array => utf8(new TextDecoder('latin1').decode(utf8(texte)));
const lignes = (texte: string): string[] => texte.trimEnd().split('\r\n');
const surLaLigne = (nom: string, change: (ligne: string) => string): Uint8Array =>
  utf8(
    lignes(CSV)
      .map((l) => (l.includes(nom) ? change(l) : l))
      .join('\r\n'),
  );
const guillemet = (nom: string) => surLaLigne(nom, (l) => l.replace(nom, `"${nom}`));

const LIRE_OU_DIRE: readonly Attendu[] = ['conforme', 'refus'];
type Fichier = readonly [quoi: string, octets: Uint8Array, attendu: Attendu | readonly Attendu[], precise?: Precise];
const TITRES = 'Grand Poitiers;;;\r\nContrat, version 4, à relire;;;\r\n\r\n';
const formule = (texte: string) => texte.replace(/^(\d{5})/gm, '="$1"');

const FICHIERS_TEXTE: readonly Fichier[] = [
  ['csv', utf8(CSV), 'conforme'],
  ['csv, marque UTF-8', utf8(`\ufeff${CSV}`), 'conforme'],
  ['csv, Windows-1252', windows1252(CSV), 'conforme'],
  ['csv, cp850', coder(CSV, CP850), LIRE_OU_DIRE],
  ['csv, MacRoman', coder(CSV, MAC), LIRE_OU_DIRE],
  ['csv, UTF-16', utf16(enCsv(BON, '\t')), 'conforme'],
  ['csv, UTF-16 sans marque', utf16(CSV, false), LIRE_OU_DIRE],
  ['csv, encodé deux fois', deuxFois(CSV), LIRE_OU_DIRE],
  ['csv, encodé deux fois, avec marque', new Uint8Array([0xef, 0xbb, 0xbf, ...deuxFois(CSV)]), LIRE_OU_DIRE],
  ['csv, virgules', utf8(enCsv(BON, ',')), 'conforme'],
  ['csv, tabulations', utf8(enCsv(BON, '\t')), 'conforme'],
  ['csv, barres', utf8(enCsv(BON, '|')), LIRE_OU_DIRE],
  ['csv, tildes', utf8(enCsv(BON, '~')), LIRE_OU_DIRE],
  ['csv, « sep=; »', utf8(`sep=;\r\n${CSV}`), 'conforme'],
  ['csv, fins de ligne LF', utf8(CSV.replaceAll('\r\n', '\n')), 'conforme'],
  ['csv, fins de ligne CR', utf8(CSV.replaceAll('\r\n', '\r')), LIRE_OU_DIRE],
  ['csv, lignes vides entre', utf8(CSV.replaceAll('\r\n', '\r\n\r\n')), 'conforme'],
  ['csv, titres au-dessus', utf8(TITRES + CSV), 'conforme'],
  [
    'csv, titres au-dessus, pleins de virgules',
    utf8('a, b, c, d, e, f, g\r\nh, i, j, k, l, m, n\r\n' + CSV),
    'conforme',
  ],
  [
    'csv, titres au-dessus, à virgules de séparation',
    utf8('Contrat, version 4, à relire, suite\r\n' + enCsv(BON, ',')),
    'conforme',
  ],
  [
    'csv, tout entre guillemets',
    utf8(
      lignes(CSV)
        .map((l) =>
          l
            .split(';')
            .map((c) => `"${c}"`)
            .join(';'),
        )
        .join('\r\n'),
    ),
    'conforme',
  ],
  ['csv, apostrophes', utf8(CSV.replace('Saint-Benoît', "'Saint-Benoît'")), 'jamais non conforme'],
  ['csv, guillemet seul', guillemet('Fontaine-le-Comte'), 'jamais conforme'],
  [
    'csv, guillemet fermé une commune plus loin',
    utf8(CSV.replace('Fontaine-le-Comte', '"Fontaine-le-Comte').replace('Montamisé', 'Montamisé"')),
    'jamais conforme',
  ],
  ['csv, guillemet seul, à la première commune', guillemet('Buxerolles'), 'jamais conforme'],
  ['csv, guillemet seul, à la dernière', guillemet('Vouneuil-sous-Biard'), 'jamais conforme'],
  [
    'csv, guillemet au milieu d’un nom',
    surLaLigne('Montamisé', (l) => l.replace('Montamisé', 'Mont"amisé')),
    'jamais non conforme',
  ],
  [
    'csv, guillemets déséquilibrés, deux fois',
    surLaLigne('Mi', (l) => l.replace(/;(Mi[^;]*);/, ';"$1;')),
    'jamais conforme',
  ],
  ['csv, code en formule', utf8(formule(CSV)), 'conforme', { premierCode: '86041' }],
  [
    'csv, colonnes vides à droite',
    utf8(
      lignes(CSV)
        .map((l) => `${l};;;;`)
        .join('\r\n'),
    ),
    'conforme',
  ],
  [
    'csv, une ligne trop courte',
    surLaLigne('Montamisé', (l) => l.split(';').slice(0, 8).join(';')),
    'jamais non conforme',
  ],
  ['csv, une ligne décalée', surLaLigne('Montamisé', (l) => `;${l}`), 'jamais conforme'],
  ['csv, rompu', utf8(enCsv(ROMPU)), 'non conforme', {}],
  ['csv, rompu, virgules', utf8(enCsv(ROMPU, ',')), 'non conforme', {}],
  ['csv, rompu, cp850', coder(enCsv(ROMPU), CP850), ['non conforme', 'refus'], {}],
  ['csv, rompu, encodé deux fois', deuxFois(enCsv(ROMPU)), ['non conforme', 'refus'], {}],
  ['csv, zéro final', new Uint8Array([...utf8(CSV), 0]), LIRE_OU_DIRE],
  ['html', utf8(enHtml(BON)), 'conforme'],
  ['html, rompu', utf8(enHtml(ROMPU)), 'non conforme', {}],
  [
    'html, déclaration XML en tête',
    utf8(`<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${enHtml(BON)}`),
    'conforme',
  ],
  ['html, commentaire en tête', utf8(`<!-- exporté le 12/05/2026 -->${enHtml(BON)}`), LIRE_OU_DIRE],
  [
    'html, exposant',
    utf8(enHtml(BON).replace('<td>60</td>', '<td>60<sup>1</sup></td>')),
    ['conforme', 'question', 'refus'],
    { totaux: [471, 542] },
  ],
  [
    'html, passage barré',
    utf8(enHtml(BON).replace('<td>60</td>', '<td><del>80</del> 60</td>')),
    ['conforme', 'question', 'refus'],
    { totaux: [471, 542] },
  ],
  [
    'html, deux lignes dans une cellule',
    utf8(enHtml(BON).replace('<td>60</td>', '<td>80<br>60</td>')),
    'jamais conforme',
    {},
  ],
  [
    'html, cellules étendues',
    utf8(enHtml(BON).replace('<table>', '<table><tr><td colspan="10">Grand Poitiers</td></tr>')),
    'conforme',
  ],
  ['html, entités', utf8(enHtml(BON).replaceAll('é', '&eacute;').replaceAll('î', '&icirc;')), 'conforme'],
  [
    'mhtml',
    utf8(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_x"\r\n\r\n------=_x\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${enHtml(BON)}\r\n------=_x--\r\n`,
    ),
    LIRE_OU_DIRE,
  ],
  ['xml 2003', utf8(enXml2003(BON)), 'conforme'],
  ['xml 2003, rompu', utf8(enXml2003(ROMPU)), 'non conforme', {}],
  [
    'un autre xml',
    utf8('<?xml version="1.0"?><communes><commune code="86041">Buxerolles</commune></communes>'),
    'refus',
    { dit: /format|XML/i },
  ],
  [
    'json',
    utf8(JSON.stringify({ communes: [{ code: '86041', nom: 'Buxerolles', contrat: 16 }] })),
    'refus',
    { dit: /format/i },
  ],
  [
    'rtf',
    utf8('{\\rtf1\\ansi Code INSEE\\tab Commune\\tab Objectif du contrat\\par 86041\\tab Buxerolles\\tab 16\\par}'),
    'refus',
    { dit: /format/i },
  ],
  [
    'sylk',
    utf8('ID;PWXL;N;E\r\nC;Y1;X1;K"Commune"\r\nC;Y1;X2;K"Objectif du contrat"\r\nE\r\n'),
    'refus',
    { dit: /format/i },
  ],
  [
    'dif',
    utf8('TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\nDATA\r\n0,0\r\n""\r\n-1,0\r\nEOD\r\n'),
    'refus',
    { dit: /format/i },
  ],
  ['pdf', utf8('%PDF-1.7\n1 0 obj\n<<>>\nendobj'), 'refus', { dit: /format/i }],
  ['vide', new Uint8Array(), 'refus', { dit: /vide/i }],
  ['que des espaces', utf8('  \r\n \r\n'), ['refus', 'rien a controler'], {}],
];

export const FICHIERS: readonly Cas[] = FICHIERS_TEXTE.map(([quoi, octets, attendu, precise]) =>
  cas(quoi, octets, attendu, precise ?? (attendu === 'conforme' || attendu === LIRE_OU_DIRE ? ENTIER : {})),
);
