import yargs from 'yargs';
import paquet from '../../package.json';
import { PERIODE_ABSENTE } from '../droit';
import { NOMS_D_USAGE, USAGES } from '../preparer/usages';
import { EXTENSIONS_EN_MOTS } from '../rapport/formes';
import { AVIS, CONTRATS, NOMS_PUBLICS } from '../tableau';
import { BORNES } from './bornes';
import { CODES_DE_SORTIE } from './codes';
import { Arret } from './erreurs';
import { bornee, lireCorrespondances, verifierPeriode } from './lire-options';
import { montrer } from './montrer';
import { SORTIE_STANDARD } from './sortie';
import { TEXTES } from './textes';

const UNE_SEULE_VALEUR =
  'contrat periode plh avis feuille rapport projet synthese delai memoire epci departement pour'.split(' ');

const REMPLACER = 'Remplace le fichier à écrire s’il existe déjà ; sans elle, la commande le refuse';

/** La ligne de commande ; rend le code de sortie. Chaque commande charge ce dont elle a besoin, pas plus. */
export async function executer(mots: readonly string[]): Promise<number> {
  let code: number = CODES_DE_SORTIE.conforme;
  const analyseur = yargs([...mots])
    .scriptName('mutualisation-sru')
    .locale('fr')
    .updateStrings(TEXTES as object as Record<string, string>)
    .usage('$0 <commande>\n\nContrôle des objectifs SRU et des contrats de mixité sociale, sans Excel.')
    .command(
      'verifier <fichiers..>',
      'Contrôle les tableaux de classeurs (xlsx, xlsm, xls, ods, csv, html…) ; ne les modifie jamais',
      (y) =>
        y
          .positional('fichiers', {
            type: 'string',
            array: true,
            demandOption: true,
            describe:
              'Classeurs à contrôler, contrats préparés par --projet (docx), ou dossiers de classeurs à fouiller',
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
          .option('projet', {
            type: 'string',
            describe:
              'Écrit aussi le projet du contrat que le tableau porte, en .docx, à compléter ; verifier relit ensuite son annexe',
          })
          .option('synthese', {
            type: 'string',
            describe:
              'Contrôle en parallèle et n’écrit qu’un classeur .xlsx, une ligne par tableau ; interrompu, il reprend',
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
            'Ce qui a été précisé dans le volet est lu dans le classeur ; une option l’emporte. Code de sortie : 0 conforme, 1 non conforme, 2 indéterminé, 3 illisible, sans tableau ou période sans règle, 4 rien à contrôler (aucun objectif à comparer à la loi), 64 commande mal écrite, ou projet de contrat que rien ne permet de rédiger, 70 échec de l’outil ou de l’écriture (aucun verdict) ; de plusieurs tableaux ou fichiers, 3 puis 1, 2, 0, et 4 seulement si c’est le seul. L’inventaire SRU publié se lit tel quel : 4 si le palier de chaque commune est connu, 2 sinon.',
          ),
      async (options) => {
        const precisions = {
          precisions: {
            periode: verifierPeriode(options.periode),
            contrat: options.contrat ?? null,
            plh: options.plh ? options.plh === 'oui' : null,
            avis: options.avis ?? null,
            colonnes: Object.fromEntries(lireCorrespondances(options.colonne ?? [])),
          },
          feuille: options.feuille ?? null,
        };
        const { fichiers, json, rapport = null, projet = null, synthese, remplacer } = options;
        const bornes = { delai: bornee('delai', options.delai), memoire: bornee('memoire', options.memoire) };
        if (synthese !== undefined) {
          if (json || rapport || projet)
            throw new Arret('--synthese ne se combine ni avec --json, ni avec --rapport, ni avec --projet.');
          const { commandeSynthese } = await import('./synthese/commande');
          code = await commandeSynthese(
            { chemins: fichiers, synthese, remplacer, version: paquet.version, bornes, options: precisions },
            SORTIE_STANDARD,
          );
          return;
        }
        const { commandeVerifier } = await import('./commande-verifier');
        code = await commandeVerifier(
          { ...precisions, fichiers, json, rapport, projet, remplacer, bornes, version: paquet.version },
          SORTIE_STANDARD,
        );
      },
    )
    .command(
      'calculer <formule>',
      "Évalue une fonction telle qu’on la tape dans un Excel français : '=SRU.OBJECTIF(10000;1500;20)'",
      (y) =>
        y
          .positional('formule', {
            type: 'string',
            demandOption: true,
            describe: 'Un appel, avec des nombres, des textes entre guillemets ou des plages {1;2}',
          })
          .option('json', {
            type: 'boolean',
            default: false,
            describe: 'Écrit {"valeur": …} ou {"erreur": "#VALEUR!", "message": "…"}',
          })
          .epilogue('Code de sortie : 0 valeur, 1 erreur de cellule, 64 formule illisible.'),
      async (options) => {
        const { calculer } = await import('./calculer');
        code = await calculer(options.formule, options.json, SORTIE_STANDARD);
      },
    )
    .command(
      'preparer <fichier>',
      'Écrit un tableau à remplir : les communes déficitaires d’un EPCI ou d’un département, ce qui en est publié, les formules',
      (y) =>
        y
          .positional('fichier', { type: 'string', demandOption: true, describe: 'Le classeur .xlsx à écrire' })
          .option('epci', { type: 'string', describe: 'Nom ou numéro SIREN de l’EPCI' })
          .option('departement', { type: 'string', describe: 'Numéro ou nom du département' })
          .option('pour', {
            choices: NOMS_D_USAGE,
            demandOption: true,
            describe: NOMS_D_USAGE.map((nom) => `${nom} : ${USAGES[nom].libelle.toLowerCase()}`).join(' ; '),
          })
          .option('periode', {
            type: 'string',
            describe: `Période triennale. Absente : ${PERIODE_ABSENTE} ; pour un bilan, la précédente`,
          })
          .option('remplacer', { type: 'boolean', default: false, describe: REMPLACER })
          .epilogue('Code de sortie : 0 écrit, 64 commande mal écrite ou rien à préparer, 70 échec de l’écriture.'),
      async (options) => {
        const { commandePreparer } = await import('./preparer');
        const { fichier, epci = null, departement = null, pour, remplacer } = options;
        const periode = verifierPeriode(options.periode);
        code = await commandePreparer({ fichier, epci, departement, pour, periode, remplacer }, SORTIE_STANDARD);
      },
    )
    .check((options) => {
      const repetee = UNE_SEULE_VALEUR.find((nom) => Array.isArray(options[nom]));
      if (repetee) throw new Arret(`--${repetee} : une seule valeur attendue.`);
      return true;
    })
    .demandCommand(1, 1, 'Indiquer une commande : verifier, preparer ou calculer.', 'Une seule commande à la fois.')
    .strict()
    .version(paquet.version)
    .help()
    .alias('help', 'aide')
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .exitProcess(false)
    .fail((message, erreur) => {
      throw erreur && erreur.name !== 'YError' ? erreur : new Arret(message);
    });
  try {
    await analyseur.parseAsync();
    return code;
  } catch (erreur) {
    if (!(erreur instanceof Arret)) throw erreur;
    const aide = erreur.code === CODES_DE_SORTIE.usage ? '\nVoir « mutualisation-sru --help ».' : '';
    SORTIE_STANDARD.erreur(`${montrer(erreur.message)}${aide}`);
    return erreur.code;
  }
}
