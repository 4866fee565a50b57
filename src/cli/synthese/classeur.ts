import type { CelluleAEcrire, FeuilleDeFichier, StyleDeCellule } from '../../classeur/feuille-a-ecrire';
import { feuillesEnXlsx } from '../../classeur/xlsx';
import { ecrireJourIso, typographier } from '../../nombres';
import { piedDePage } from '../../rapport/bilan-national';
import { AVIS_EN_MOTS } from '../../rapport/presentation';
import { articleDe } from '../../regles';
import { CODES, CONSTATS, type CodeConstat, type Verdict } from '../../tableau';
import { montrer } from '../montrer';
import type { OptionsVerifier } from '../verifier';
import type { ResumeFichier, ResumeTableau } from './resume';

/** Ce que la synthèse dit d'elle-même. */
export interface Mention {
  readonly date: string;
  readonly version: string;
  readonly options: OptionsVerifier;
}

type TableauResume = ResumeTableau & { readonly fichier: string };

/** Les feuilles d'une synthèse : à elles qu'on la reconnaît. */
export const FEUILLES = ['Synthèse', 'Constats', 'Fichiers sans résultat', 'Légende'] as const;

/** La synthèse, en xlsx : une ligne par tableau, le compte de chaque constat, les fichiers sans résultat, la légende. */
export function syntheseEnXlsx(resumes: readonly ResumeFichier[], mention: Mention): Promise<Uint8Array> {
  const tableaux = resumes.flatMap((r) => r.tableaux.map((t) => ({ fichier: montrer(r.fichier), ...t })));
  const codes = CODES.filter((code) => tableaux.some((t) => t.constats[code]));
  const sansResultat = resumes.filter((r) => r.erreur !== null);
  const pied = piedDePage(mention);
  const [synthese, comptes, fichiers, nomDeLegende] = FEUILLES;
  return feuillesEnXlsx([
    table(synthese, COLONNES, tableaux, pied),
    table(comptes, [...LIEU, ...codes.map(compteDe)], tableaux, pied),
    table(fichiers, SANS_RESULTAT, sansResultat, pied),
    legende(nomDeLegende, codes, mention, pied),
  ]);
}

interface Colonne<T> {
  readonly titre: string;
  readonly largeur: number;
  readonly cellule: (t: T) => CelluleAEcrire;
}

const enTexte = <T>(titre: string, largeur: number, lire: (t: T) => string): Colonne<T> => ({
  titre,
  largeur,
  cellule: (t) => ({ valeur: lire(t), style: 'texte' }),
});
const enNombre = <T>(titre: string, lire: (t: T) => number | null): Colonne<T> => ({
  titre,
  largeur: 11,
  cellule: (t) => ({ valeur: lire(t), style: 'nombre' }),
});

const STYLES: Readonly<Record<Verdict, StyleDeCellule>> = {
  conforme: 'conforme',
  'non conforme': 'bloquant',
  indetermine: 'alerte',
  'rien a controler': 'texte',
};

const LIEU: readonly Colonne<TableauResume>[] = [
  enTexte('Fichier', 32, (t) => t.fichier),
  enTexte('Feuille', 16, (t) => t.feuille),
  enTexte('Plage', 10, (t) => t.plage),
];

const COLONNES: readonly Colonne<TableauResume>[] = [
  { titre: 'Verdict', largeur: 18, cellule: (t) => ({ valeur: t.titre, style: STYLES[t.verdict] }) },
  enNombre('Constats bloquants', (t) => t.bloquants),
  enTexte('Première raison', 60, (t) => t.raison),
  ...LIEU,
  enTexte('EPCI', 26, (t) => t.epci),
  enTexte('Objet', 26, (t) => t.objet),
  enTexte('Période', 12, (t) => t.periode),
  enNombre('Communes lues', (t) => t.communes),
  enNombre('Total des références', (t) => t.reference),
  enNombre('Total du contrat', (t) => t.objectif),
  enNombre('Différence', ({ reference, objectif }) =>
    reference === null || objectif === null ? null : objectif - reference,
  ),
  enNombre('Total réalisé', (t) => t.realises),
  enTexte('Colonnes non utilisées', 36, (t) => t.ignorees.join(', ')),
];

const SANS_RESULTAT: readonly Colonne<ResumeFichier>[] = [
  enTexte('Fichier', 50, (r) => montrer(r.fichier)),
  enTexte('Raison', 90, (r) => r.erreur ?? ''),
];

const compteDe = (code: CodeConstat): Colonne<TableauResume> => ({
  ...enNombre(code, (t) => t.constats[code] ?? null),
  largeur: 16,
});

const PAGE = { fusions: [], orientation: 'paysage' } as const;
const enTete = (titre: string): CelluleAEcrire => ({ valeur: titre, style: 'entete' });

function table<T>(nom: string, colonnes: readonly Colonne<T>[], rangees: readonly T[], pied: string): FeuilleDeFichier {
  return {
    ...PAGE,
    nom,
    largeurs: colonnes.map(({ largeur }) => largeur),
    lignes: [
      colonnes.map(({ titre }) => enTete(titre)),
      ...rangees.map((t) => colonnes.map(({ cellule }) => cellule(t))),
    ],
    lignesRepetees: [0, 0],
    filtre: { ligne: 0, colonne: 0, ligneFin: rangees.length, colonneFin: colonnes.length - 1 },
    entete: nom,
    pied,
  };
}

function legende(
  nom: string,
  codes: readonly CodeConstat[],
  { date, version, options }: Mention,
  pied: string,
): FeuilleDeFichier {
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
  return {
    ...PAGE,
    nom,
    largeurs: [40, 18, 80],
    lignes: [
      ...faits.map(([fait, valeur]): CelluleAEcrire[] => [
        { valeur: fait, style: 'total' },
        { valeur: typographier(valeur), style: 'texte' },
      ]),
      [],
      ['Constat', 'Gravité ordinaire', 'Article'].map(enTete),
      ...codes.map((code): CelluleAEcrire[] => {
        const { gravite, reference } = CONSTATS[code];
        return [code, gravite, typographier(articleDe(reference))].map((valeur) => ({ valeur, style: 'texte' }));
      }),
    ],
    entete: nom,
    pied,
  };
}
