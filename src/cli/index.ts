import paquet from '../../package.json';
import { PERIODE_ABSENTE } from '../droit';
import { NOMS_D_USAGE, USAGES } from '../preparer/usages';
import { prendreDeLAvance } from './atelier';
import { CODES_DE_SORTIE } from './codes';
import { Arret } from './erreurs';
import { bornee, lireCorrespondances, verifierPeriode } from './lire-options';
import { montrer } from './montrer';
import { optionsDeVerifier, REMPLACER } from './options-verifier';
import { NOMS_DE_SORTANT } from './sortants';
import { SORTIE_STANDARD } from './sortie';
import { TEXTES } from './textes';

const UNE_SEULE_VALEUR = [
  ...'contrat periode plh avis feuille rapport en-tete fiche synthese delai memoire epci departement pour'.split(' '),
  ...NOMS_DE_SORTANT,
];

/** La ligne de commande ; rend le code de sortie. Chaque commande charge ce dont elle a besoin, pas plus. */
export async function executer(mots: readonly string[]): Promise<number> {
  if (mots[0] === 'verifier') prendreDeLAvance();
  const { default: yargs } = await import('yargs');
  let code: number = CODES_DE_SORTIE.conforme;
  const analyseur = yargs([...mots])
    .scriptName('mutualisation-sru')
    .locale('fr')
    .updateStrings(TEXTES as object as Record<string, string>)
    .usage('$0 <commande>\n\nContrôle des objectifs SRU et des contrats de mixité sociale, sans Excel.')
    .command(
      'verifier <fichiers..>',
      'Contrôle les tableaux de classeurs (xlsx, xlsm, xls, ods, csv, html…) ; ne les modifie jamais',
      optionsDeVerifier,
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
        const { fichiers, json, rapport = null, fiche = null, enTete = null, synthese, remplacer } = options;
        const sortants = NOMS_DE_SORTANT.flatMap((nom) => {
          const chemin = options[nom];
          return chemin === undefined ? [] : [{ nom, chemin }];
        });
        const bornes = { delai: bornee('delai', options.delai), memoire: bornee('memoire', options.memoire) };
        if (synthese !== undefined) {
          if (json || rapport || fiche !== null || enTete !== null || sortants.length > 0)
            throw new Arret(
              `--synthese ne se combine avec aucune autre sortie : --json, --rapport, --fiche, --en-tete, ${NOMS_DE_SORTANT.map((nom) => `--${nom}`).join(', ')}.`,
            );
          const { commandeSynthese } = await import('./synthese/commande');
          code = await commandeSynthese(
            { chemins: fichiers, synthese, remplacer, version: paquet.version, bornes, options: precisions },
            SORTIE_STANDARD,
          );
          return;
        }
        if (json && fiche !== null) throw new Arret('--fiche ne se combine pas avec --json.');
        const { commandeVerifier } = await import('./commande-verifier');
        code = await commandeVerifier(
          {
            ...precisions,
            fichiers,
            json,
            rapport,
            fiche,
            enTete,
            sortants,
            remplacer,
            bornes,
            version: paquet.version,
          },
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
    .completion('completion', 'Écrit de quoi compléter la commande avec Tab, pour bash ou zsh : source <(… completion)')
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
