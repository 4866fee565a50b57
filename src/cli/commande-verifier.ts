import { basename, extname } from 'node:path';
import pc from 'picocolors';
import { EXTENSIONS, EXTENSIONS_EN_MOTS, FORMES, type FormeDeNote } from '../rapport/formes';
import { jourIso } from '../rapport/jour';
import type { Extrait } from '../rapport/note';
import { faireFaire } from './atelier';
import type { Bornes } from './bornes';
import { trouverClasseurs } from './classeurs';
import { codeDeSortie } from './codes';
import { ouvrirDestination, type Ecrire } from './ecrire-entier';
import { Arret } from './erreurs';
import { enJsonLisible, montrer } from './montrer';
import { estParmi, refuserUnMemeNom, titreDe, type Sortant } from './sortant';
import { SORTANTS, type NomDeSortant } from './sortants';
import type { Sortie } from './sortie';
import { sansResultat, type Formes, type Rendu } from './tache';
import type { OptionsVerifier } from './verifier';

export interface DemandeVerifier extends OptionsVerifier {
  readonly fichiers: readonly string[];
  readonly json: boolean;
  readonly rapport: string | null;
  /** Les documents à écrire, et où. */
  readonly sortants: readonly { readonly nom: NomDeSortant; readonly chemin: string }[];
  /** Un fichier déjà là est remplacé. */
  readonly remplacer: boolean;
  readonly bornes: Bornes;
  /** La version de l'outil, que la note cite. */
  readonly version: string;
}

/** `verifier` : contrôle les fichiers, écrit le résultat dans leur ordre, rend le code de sortie le plus sévère. */
export async function commandeVerifier(demande: DemandeVerifier, sortie: Sortie): Promise<number> {
  const { rapport, json, bornes, version, precisions, feuille, remplacer } = demande;
  const { classeurs: fichiers, impasses } = await trouverClasseurs(demande.fichiers);
  refuserUnMemeNom([
    ...(rapport === null ? [] : [['--rapport', rapport] as const]),
    ...demande.sortants.map(({ nom, chemin }) => [`--${nom}`, chemin] as const),
  ]);
  const vers = (chemin: string) => ouvrirDestination({ option: '--rapport', chemin, remplacer });
  if (rapport !== null) refuserLeRapport(rapport, fichiers);
  const ecrire = rapport !== null && (await vers(rapport));
  const sortants: Sortant[] = [];
  for (const { nom, chemin } of demande.sortants)
    sortants.push(await SORTANTS[nom].sortir({ chemin, fichiers, remplacer }));
  const cadre = { date: jourIso(new Date()), version };
  const texte = {
    couleurs: pc.isColorSupported && process.stdout.isTTY === true,
    largeur: process.stdout.columns ?? 120,
  };
  const formesDe = (fichier: string): Formes => {
    const etablie = { ...cadre, titre: titreDe(fichier) };
    return {
      ...(json ? { json } : { texte }),
      ...(rapport !== null && { note: etablie }),
      ...sortants.reduce<Formes>((formes, sortant) => ({ ...formes, ...sortant.formes(etablie) }), {}),
    };
  };
  const taches = fichiers.map((fichier) => ({
    fichier,
    options: { precisions, feuille },
    formes: formesDe(fichier),
  }));
  const faits = new Map<string, Rendu>();
  await faireFaire(taches, bornes, (rendu) => {
    faits.set(rendu.fichier, rendu);
    if (fichiers.length > 1) sortie.avancer(`${faits.size}/${fichiers.length} ${titreDe(rendu.fichier)}`);
  });
  if (fichiers.length > 1) sortie.avancer('');
  const rendus = [
    ...impasses.map(({ fichier, erreur }) => sansResultat(fichier, erreur)),
    ...fichiers.map((fichier) => faits.get(fichier)!),
  ];
  if (json) sortie.ecrire(enJsonLisible(rendus.map(resultatDe)));
  else rendus.forEach((rendu) => ecrireTexte(rendu, texte.couleurs, sortie));
  if (ecrire && rapport !== null && rendus.some((r) => r.erreur === null)) {
    const extraits = rendus.map(
      ({ fichier, erreur, extrait }): Extrait => extrait ?? { titre: titreDe(fichier), erreur: erreur ?? '' },
    );
    for (const ecrit of await ecrireLeRapport({ rapport, ecrire, vers }, extraits, cadre))
      sortie.erreur(`Rapport écrit : ${montrer(ecrit)}`);
  }
  const controle = rendus.find((r) => r.erreur === null || r.verdict !== null);
  if (controle) for (const sortant of sortants) await sortant.ecrire(controle, sortie);
  return codeDeSortie(
    rendus.some((r) => r.erreur !== null),
    rendus.flatMap((r) => r.verdict ?? []),
  );
}

const resultatDe = ({ fichier, erreur, resultat }: Rendu) =>
  resultat ?? { fichier, verdict: null, erreur, tableaux: [] };

function ecrireTexte({ fichier, erreur, textes = [] }: Rendu, couleurs: boolean, sortie: Sortie): void {
  const nom = montrer(fichier);
  sortie.ecrire(pc.createColors(couleurs).bold(nom));
  if (erreur !== null) sortie.erreur(`${nom} : ${erreur}`);
  for (const texte of textes) sortie.ecrire(`${texte}\n`);
}

/** Les fichiers écrits : la note, et l'annexe de ce qu'un document de traitement de texte ne porterait pas. */
async function ecrireLeRapport(
  { rapport, ecrire, vers }: { rapport: string; ecrire: Ecrire; vers: (chemin: string) => Promise<Ecrire> },
  extraits: readonly Extrait[],
  cadre: { readonly date: string; readonly version: string },
): Promise<string[]> {
  const forme = formeDe(rapport)!;
  const { assembler } = await import('../rapport/note');
  const annexe = `${rapport.slice(0, -extname(rapport).length)}.annexe.xlsx`;
  const ailleurs = (rang: number) => `feuille ${rang} de l’annexe « ${basename(annexe)} »`;
  const { contenu, entiers } = await FORMES[forme].ecrire(assembler(extraits, cadre), ailleurs);
  if (entiers.length > 0) {
    const { annexeEnXlsx } = await import('./annexe');
    await (
      await vers(annexe)
    )(await annexeEnXlsx(entiers));
  }
  await ecrire(contenu);
  return entiers.length > 0 ? [rapport, annexe] : [rapport];
}

const formeDe = (rapport: string): FormeDeNote | undefined =>
  EXTENSIONS.find((extension) => extname(rapport).toLowerCase() === `.${extension}`);

function refuserLeRapport(rapport: string, fichiers: readonly string[]): void {
  if (!formeDe(rapport)) throw new Arret(`--rapport : reçu « ${rapport} », attendu un nom en ${EXTENSIONS_EN_MOTS}.`);
  if (estParmi(rapport, fichiers))
    throw new Arret(`--rapport : « ${rapport} » est un des fichiers à contrôler, il n’est jamais récrit.`);
}
