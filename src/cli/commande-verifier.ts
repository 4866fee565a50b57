import pc from 'picocolors';
import { jourIso } from '../rapport/jour';
import { faireFaire } from './atelier';
import type { Bornes } from './bornes';
import { trouverClasseurs } from './classeurs';
import { codeDeSortie } from './codes';
import { Arret } from './erreurs';
import { sortirLaFiche } from './fiche';
import { enJsonLisible, montrer } from './montrer';
import { sortirLeRapport } from './rapport';
import { refuserUnMemeNom, titreDe, type Sortant } from './sortant';
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
  /** La commune dont on veut la fiche, au lieu du contrôle. */
  readonly fiche: string | null;
  /** Un fichier déjà là est remplacé. */
  readonly remplacer: boolean;
  /** L'en-tête du service, en texte, que les lettres portent. */
  readonly enTete: string | null;
  readonly bornes: Bornes;
  /** La version de l'outil, que la note cite. */
  readonly version: string;
}

/** `verifier` : contrôle les fichiers, écrit le résultat dans leur ordre, rend le code de sortie le plus sévère. */
export async function commandeVerifier(demande: DemandeVerifier, sortie: Sortie): Promise<number> {
  const { rapport, fiche, json, bornes, version, precisions, feuille, remplacer, enTete } = demande;
  const { classeurs: fichiers, impasses } = await trouverClasseurs(demande.fichiers);
  refuserUnMemeNom([
    ...(rapport === null ? [] : [['--rapport', rapport] as const]),
    ...demande.sortants.map(({ nom, chemin }) => [`--${nom}`, chemin] as const),
  ]);
  if (enTete !== null && !demande.sortants.some(({ nom }) => nom === 'lettres'))
    throw new Arret('--en-tete ne sert qu’avec --lettres.');
  const cadre = { date: jourIso(new Date()), version };
  const texte = {
    couleurs: pc.isColorSupported && process.stdout.isTTY === true,
    largeur: process.stdout.columns ?? 120,
  };
  const vers = { fichiers, remplacer, enTete };
  const sortants: Sortant[] = [];
  if (fiche !== null) sortants.push(await sortirLaFiche(fiche, { ...vers, rapport }, texte));
  else if (rapport !== null) sortants.push(await sortirLeRapport({ ...vers, chemin: rapport }, cadre));
  for (const { nom, chemin } of demande.sortants) sortants.push(await SORTANTS[nom].sortir({ ...vers, chemin }));
  const formesDe = (fichier: string): Formes => {
    const etablie = { ...cadre, titre: titreDe(fichier) };
    return sortants.reduce<Formes>(
      (formes, sortant) => ({ ...formes, ...sortant.formes(etablie) }),
      json ? { json } : fiche === null ? { texte } : {},
    );
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
  for (const sortant of sortants) await sortant.ecrire(rendus, sortie);
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
