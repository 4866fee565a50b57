import ecrireClasseur, { type Cell } from 'write-excel-file/node';
import { ecrireJourIso, typographier } from '../../nombres';
import { AVIS_EN_MOTS } from '../../rapport/presentation';
import { articleDe } from '../../regles';
import { CODES, CONSTATS, type CodeConstat, type Verdict } from '../../tableau';
import { enTetes, mot } from '../../classeur/xlsx/cellules';
import { montrer } from '../montrer';
import type { OptionsVerifier } from '../verifier';
import type { ResumeFichier, ResumeTableau } from './resume';

/** Ce que la synthèse dit d'elle-même. */
export interface Mention {
  readonly date: string;
  readonly version: string;
  readonly options: OptionsVerifier;
}

/** La synthèse, en xlsx : une ligne par tableau, les fichiers illisibles, la légende. Aucun texte n'y est une formule. */
export function syntheseEnXlsx(resumes: readonly ResumeFichier[], mention: Mention): Promise<Uint8Array> {
  const tableaux = resumes.flatMap((r) => r.tableaux.map((t) => ({ fichier: r.fichier, ...t })));
  const codes = CODES.filter((code) => tableaux.some((t) => t.constats[code]));
  const illisibles = resumes.filter((r) => r.erreur !== null);
  return ecrireClasseur([
    {
      sheet: 'Synthèse',
      data: [enTetes([...COLONNES.map(([titre]) => titre), ...codes]), ...tableaux.map((t) => ligneDe(t, codes))],
      columns: [...COLONNES.map(([, width]) => ({ width })), ...codes.map(() => ({ width: 14 }))],
      ...PAGE,
    },
    {
      sheet: 'Fichiers illisibles',
      data: [enTetes(['Fichier', 'Raison']), ...illisibles.map((r) => [mot(montrer(r.fichier)), mot(r.erreur ?? '')])],
      columns: [{ width: 50 }, { width: 110 }],
      ...PAGE,
    },
    {
      sheet: 'Légende',
      data: legende(codes, mention),
      columns: [{ width: 38 }, { width: 16 }, { width: 60 }],
      ...PAGE,
      stickyRowsCount: 0,
    },
  ]).toBuffer();
}

const PAGE = { orientation: 'landscape', stickyRowsCount: 1 } as const;

const COLONNES = [
  ['Fichier', 50],
  ['Feuille', 18],
  ['Plage', 10],
  ['EPCI', 34],
  ['Communes', 11],
  ['Contrat', 44],
  ['Total des références', 13],
  ['Total du contrat', 13],
  ['Écart', 10],
  ['Total réalisé', 13],
  ['Verdict', 18],
] as const;

const FONDS: Readonly<Record<Verdict, string>> = {
  conforme: '#D5F0DC',
  'non conforme': '#FFD6D6',
  indetermine: '#FFE9B8',
  'rien a controler': '#E6E6E6',
};

function ligneDe(t: ResumeTableau & { fichier: string }, codes: readonly CodeConstat[]): Cell[] {
  const ecart = t.reference === null || t.objectif === null ? null : t.objectif - t.reference;
  return [
    mot(montrer(t.fichier)),
    mot(t.feuille),
    mot(t.plage),
    mot(t.epci),
    compte(t.communes),
    mot(t.objet),
    compte(t.reference),
    compte(t.objectif),
    compte(ecart),
    compte(t.realises),
    { ...mot(t.titre), backgroundColor: FONDS[t.verdict], fontWeight: 'bold' },
    ...codes.map((code) => compte(t.constats[code] ?? null)),
  ];
}

function legende(codes: readonly CodeConstat[], { date, version, options }: Mention): Cell[][] {
  const { precisions, feuille } = options;
  const { periode = null, plh = null, avis = null } = precisions;
  const faits: [string, string][] = [
    ['Établie le', ecrireJourIso(date)],
    ['Outil', `Mutualisation SRU ${version}`],
    ['Période', periode ?? 'celle que chaque feuille dit'],
    ['Programme local de l’habitat', plh === null ? 'ce que chaque feuille dit' : plh ? 'oui' : 'non'],
    ['Avis de la commission nationale SRU', avis ? AVIS_EN_MOTS[avis] : 'ce que chaque feuille dit'],
    ['Feuille', feuille ?? 'toutes'],
  ];
  return [
    ...faits.map(([nom, valeur]) => [{ ...mot(nom), fontWeight: 'bold' as const }, mot(typographier(valeur))]),
    [],
    enTetes(['Constat', 'Gravité ordinaire', 'Texte']),
    ...codes.map((code) => {
      const { gravite, reference } = CONSTATS[code];
      return [mot(code), mot(gravite), mot(typographier(articleDe(reference)))];
    }),
  ];
}

const compte = (nombre: number | null): Cell =>
  nombre === null ? null : { type: Number, value: nombre, format: Number.isInteger(nombre) ? '#,##0' : '#,##0.00' };
