import { mkdir, readFile, rmdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { decoder } from '../classeur/fichier';
import { ecrireCompte } from '../nombres';
import {
  A_RELIRE,
  AUCUNE_LETTRE,
  courrierDe,
  RIEN_A_NOTIFIER,
  SANS_LETTRE,
  type Ecrites,
  type Lettre,
} from '../rapport/lettres';
import { ecrireEnsemble, ouvrirDestination, verifierDestination } from './ecrire-entier';
import { Arret, causeDe, echecDEcriture } from './erreurs';
import { montrer } from './montrer';
import { nommerLesLettres } from './noms-de-lettres';
import { duSeulClasseur, refuserDeRecrire, refuserLesFichiers, type DemandeDeSortant, type Sortant } from './sortant';
import type { Sortie } from './sortie';

/** `--lettres` : les lettres de notification, chacune dans un dossier, ou toutes dans un document. */
export async function sortirLesLettres(demande: DemandeDeSortant): Promise<Sortant> {
  const { chemin, fichiers } = demande;
  refuserLesFichiers('--lettres', fichiers, 'des lettres se tirent d’un tableau');
  refuserDeRecrire('--lettres', chemin, fichiers);
  const enTete = demande.enTete === null ? null : await lireEnTete(demande.enTete);
  const versUnFichier = extname(chemin).toLowerCase() === '.docx' && !(await estDossier(chemin));
  const ecrireTout = versUnFichier ? await dansUnFichier(demande) : await dansUnDossier(demande);
  return {
    formes: () => ({ lettres: true }),
    async ecrire(rendus, sortie) {
      const recues = duSeulClasseur(rendus, 'lettres');
      if (!recues) return;
      if (recues.refus !== null) throw new Arret(`--lettres : rien n’est écrit, ${recues.refus}`);
      direCellesQuiManquent(recues, sortie);
      if (recues.lettres.length === 0) throw new Arret(`--lettres : rien n’est écrit, ${AUCUNE_LETTRE}`);
      await ecrireTout({ ...recues, enTete });
      sortie.erreur(`Lettres écrites : ${montrer(chemin)} (${ecrireCompte(recues.lettres.length, 'commune')}).`);
      direCeQuiSeRelit(recues.lettres, sortie);
    },
  };
}

const LIGNES_D_EN_TETE = 15;

/** Les lignes de l'en-tête : celles d'un fichier texte court, de n'importe quel encodage. */
async function lireEnTete(chemin: string): Promise<readonly string[]> {
  const octets = await readFile(chemin).catch((erreur: unknown) => {
    throw new Arret(`--en-tete : « ${chemin} » ne peut pas être lu : ${causeDe(erreur)}.`);
  });
  const attendu = `attendu un fichier texte de 1 à ${LIGNES_D_EN_TETE} lignes`;
  if (octets.length > 10_000) throw new Arret(`--en-tete : « ${chemin} » est trop gros, ${attendu}.`);
  const lignes = decoder(octets)
    .split(/\r?\n|\r/)
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');
  if (lignes.length === 0 || lignes.length > LIGNES_D_EN_TETE || lignes.some((ligne) => /\p{Cc}/u.test(ligne)))
    throw new Arret(`--en-tete : « ${chemin} » n’est pas un en-tête, ${attendu}.`);
  return lignes;
}

const estDossier = (chemin: string): Promise<boolean> =>
  stat(chemin).then(
    (trouve) => trouve.isDirectory(),
    () => false,
  );

/** Des lettres, sous l'en-tête du service s'il est donné. */
type AvecEnTete = Ecrites & { readonly enTete: readonly string[] | null };
type EcrireTout = (ecrites: AvecEnTete) => Promise<void>;

async function dansUnFichier({ chemin, remplacer }: DemandeDeSortant): Promise<EcrireTout> {
  const ecrire = await ouvrirDestination({ option: '--lettres', chemin, remplacer });
  return async (ecrites) => ecrire(await enDocx(ecrites.lettres, ecrites));
}

/** Un nom par commune ; tous sont vérifiés avant que la première lettre soit écrite. */
async function dansUnDossier({ chemin, fichiers, remplacer }: DemandeDeSortant): Promise<EcrireTout> {
  if (extname(chemin) !== '' && !(await estDossier(chemin)))
    throw new Arret(`--lettres : reçu « ${chemin} », attendu un dossier, ou un nom en .docx.`);
  // Ce qui suit le contrôle ne doit pas échouer sur un dossier qu'on savait impossible.
  if (!(await estDossier(chemin))) await verifierDestination({ option: '--lettres', chemin, remplacer: false });
  return async (ecrites) => {
    const { lettres } = ecrites;
    const cree = await mkdir(chemin).then(
      () => true,
      (erreur: NodeJS.ErrnoException) => {
        if (erreur.code !== 'EEXIST') throw echecDEcriture(`--lettres : « ${chemin} »`, erreur);
        return false;
      },
    );
    try {
      const destinations = nommerLesLettres(lettres).map((nom) => ({
        option: '--lettres',
        chemin: join(chemin, nom),
        remplacer,
      }));
      for (const destination of destinations) {
        refuserDeRecrire('--lettres', destination.chemin, fichiers);
        await verifierDestination(destination);
      }
      const contenus = await Promise.all(lettres.map((lettre) => enDocx([lettre], ecrites)));
      await ecrireEnsemble(destinations.map((destination, i) => ({ destination, contenu: contenus[i]! })));
    } catch (erreur) {
      if (cree) await rmdir(chemin).catch(() => undefined);
      throw erreur;
    }
  };
}

async function enDocx(lettres: readonly Lettre[], ecrites: AvecEnTete): Promise<Uint8Array> {
  const { noteEnDocx } = await import('../rapport/note/docx');
  return noteEnDocx(courrierDe(lettres, ecrites));
}

function direCellesQuiManquent({ sans }: Ecrites, sortie: Sortie): void {
  const rien = sans.filter(({ due }) => !due);
  const incertaines = sans.filter(({ due }) => due);
  if (rien.length > 0) {
    const dites = rien.map(({ commune, raison }) => `${montrer(commune)} (${raison})`);
    sortie.erreur(`${RIEN_A_NOTIFIER} : ${dites.join(', ')}.`);
  }
  if (incertaines.length === 0) return;
  sortie.erreur(`${SANS_LETTRE} : ${ecrireCompte(incertaines.length, 'commune')}.`);
  for (const { commune, raison } of incertaines) sortie.erreur(`  ${montrer(commune)} : ${montrer(raison)}`);
}

function direCeQuiSeRelit(lettres: readonly Lettre[], sortie: Sortie): void {
  for (const { commune, aRelire } of lettres)
    for (const quoi of aRelire) sortie.erreur(`${A_RELIRE}, ${montrer(commune)} : ${montrer(quoi)}`);
}
