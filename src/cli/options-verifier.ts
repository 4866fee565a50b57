import type { Argv } from 'yargs';
import { PERIODE_ABSENTE } from '../droit';
import { EXTENSIONS_EN_MOTS } from '../rapport/formes';
import { AVIS, CONTRATS, NOMS_PUBLICS } from '../tableau';
import { BORNES } from './bornes';
import { NOMS_DE_SORTANT, SORTANTS, type NomDeSortant } from './sortants';

export const REMPLACER = 'Remplace le fichier à écrire s’il existe déjà ; sans elle, la commande le refuse';

/** Les options de `verifier`, et leur aide. */
export const optionsDeVerifier = (y: Argv) =>
  y
    .positional('fichiers', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Classeurs à contrôler, contrats préparés par --projet (docx), ou dossiers de classeurs à fouiller',
    })
    .option('json', {
      type: 'boolean',
      default: false,
      describe: 'Écrit le résultat en JSON (docs/schema-verifier.json)',
    })
    .option('contrat', {
      choices: CONTRATS,
      describe:
        'cims : mutualisation ; cms : abaissements ; aucun : références seules. Absent : ce que l’en-tête de l’objectif ou la feuille nomme ; à défaut, cms pour une seule commune, cims pour plusieurs, aucun sans objectif de contrat',
    })
    .option('periode', {
      type: 'string',
      describe: `Période triennale (2023-2025). Absente : celle que le classeur dit ; à défaut, ${PERIODE_ABSENTE}`,
    })
    .option('plh', {
      choices: ['oui', 'non'] as const,
      describe: 'EPCI couvert par un PLH exécutoire. Absent : ce que le classeur en dit ; à défaut, à confirmer',
    })
    .option('avis', {
      choices: AVIS,
      describe:
        'Avis de la commission nationale SRU ; manquant : contrat conclu sans lui ; defavorable : recueilli, il n’est que consultatif. Absent : ce que le classeur en dit ; à défaut, à confirmer',
    })
    .option('feuille', { type: 'string', describe: 'Ne contrôle que cette feuille. Absente : toutes' })
    .option('colonne', {
      type: 'string',
      array: true,
      nargs: 1,
      describe: `"En-tête=colonne", à répéter ; "En-tête=sans effet" : elle ne change rien ; colonnes : ${NOMS_PUBLICS.join(', ')}`,
    })
    .option('rapport', {
      type: 'string',
      describe: `Écrit aussi une note à joindre au dossier, en ${EXTENSIONS_EN_MOTS}`,
    })
    .options(
      Object.fromEntries(
        NOMS_DE_SORTANT.map((nom) => [nom, { type: 'string', describe: SORTANTS[nom].describe }]),
      ) as OptionsDesSortants,
    )
    .option('en-tete', {
      type: 'string',
      describe:
        'Avec --lettres : un fichier texte, l’en-tête du service (préfecture, adresse, affaire suivie par, lieu et date), porté par chaque lettre. Absent : des blancs à compléter',
    })
    .option('fiche', {
      type: 'string',
      describe:
        'Montre, au lieu du contrôle, la fiche d’une commune (son nom ou son code INSEE) : pourquoi cet objectif ? Avec --rapport, l’écrit aussi',
    })
    .option('synthese', {
      type: 'string',
      describe: 'Contrôle en parallèle et n’écrit qu’un classeur .xlsx, une ligne par tableau ; interrompu, il reprend',
    })
    .option('remplacer', {
      type: 'boolean',
      default: false,
      describe: REMPLACER,
    })
    .option('delai', {
      type: 'number',
      default: BORNES.delai,
      describe: 'Secondes qu’un fichier peut prendre ; au-delà, il est sans résultat et les autres suivent',
    })
    .option('memoire', {
      type: 'number',
      default: BORNES.memoire,
      describe: 'Mio de mémoire qu’un fichier peut prendre ; de même',
    })
    .epilogue(
      'Ce qui a été précisé dans le volet est lu dans le classeur ; une option l’emporte. Code de sortie : 0 conforme, 1 non conforme, 2 indéterminé, 3 illisible, sans tableau ou période sans règle, 4 rien à contrôler (aucun objectif à comparer à la loi), 64 commande mal écrite, ou document que rien ne permet d’écrire, 70 échec de l’outil ou de l’écriture (aucun verdict) ; de plusieurs tableaux ou fichiers, 3 puis 1, 2, 0, et 4 seulement si c’est le seul. L’inventaire SRU publié se lit tel quel : 4 si le palier de chaque commune est connu, 2 sinon.',
    );

type OptionsDesSortants = Readonly<Record<NomDeSortant, { readonly type: 'string'; readonly describe: string }>>;
