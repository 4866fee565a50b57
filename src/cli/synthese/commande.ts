import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { ecrireCompte } from '../../nombres';
import { jourIso } from '../../rapport/jour';
import type { Verdict } from '../../tableau';
import { sansDoublons, trouverClasseurs } from '../classeurs';
import { faireFaire } from '../atelier';
import type { Bornes } from '../bornes';
import { codeDeSortie } from '../codes';
import { ouvrirDestination } from '../ecrire-entier';
import { Arret } from '../erreurs';
import { montrer } from '../montrer';
import { refuserLeNom } from '../sortant';
import type { Sortie } from '../sortie';
import type { OptionsVerifier } from '../verifier';
import { depuisLeurDossier } from './chemins';
import { FEUILLES, syntheseEnXlsx } from './classeur';
import { ouvrirJournal, type Journal } from './journal';
import type { ResumeFichier } from './resume';

export interface DemandeSynthese {
  readonly chemins: readonly string[];
  readonly synthese: string;
  /** Une synthèse déjà là est remplacée. */
  readonly remplacer: boolean;
  readonly version: string;
  readonly options: OptionsVerifier;
  readonly bornes: Bornes;
}

/** `verifier --synthese` : contrôle tous les classeurs en parallèle, écrit une ligne par tableau, reprend où l'on s'était arrêté. */
export async function commandeSynthese(demande: DemandeSynthese, sortie: Sortie): Promise<number> {
  const { chemins, synthese, version, options, remplacer } = demande;
  const { classeurs, impasses } = await trouverClasseurs(chemins);
  refuserLeNom('--synthese', synthese, '.xlsx');
  const fichiers = await sansLaSynthese(sansDoublons(classeurs), demande);
  const ecrire = await ouvrirDestination({ option: '--synthese', chemin: synthese, remplacer });
  const journal = ouvrirJournal(`${synthese}.reprise.jsonl`, fichiers, options, version);
  const faits = await controler(fichiers, demande, journal, sortie);
  const resumes = [...impasses.map((impasse) => ({ ...impasse, tableaux: [] })), ...fichiers.map((f) => faits.get(f)!)];
  const courts = depuisLeurDossier(resumes.map(({ fichier }) => fichier));
  const nommes = resumes.map((resume) => ({ ...resume, fichier: courts.get(resume.fichier)! }));
  await ecrire(await syntheseEnXlsx(nommes, { date: jourIso(new Date()), version, options }));
  journal.effacer();
  sortie.ecrire(bilan(resumes));
  sortie.erreur(`Synthèse écrite : ${montrer(synthese)}`);
  return codeDeSortie(
    resumes.some((r) => r.erreur !== null),
    resumes.flatMap((r) => r.tableaux.map((t) => t.verdict)),
  );
}

async function controler(
  fichiers: readonly string[],
  { options, bornes }: DemandeSynthese,
  journal: Journal,
  sortie: Sortie,
): Promise<Map<string, ResumeFichier>> {
  const faits = new Map(journal.repris);
  if (faits.size > 0)
    sortie.erreur(`Reprise : ${ecrireCompte(faits.size, 'fichier déjà contrôlé', 'fichiers déjà contrôlés')}.`);
  const barre = new SingleBar(
    { format: '{bar} {value}/{total} {fichier}', clearOnComplete: true, hideCursor: true, linewrap: false },
    Presets.shades_classic,
  );
  barre.start(fichiers.length, faits.size, { fichier: '' });
  const taches = fichiers
    .filter((fichier) => !faits.has(fichier))
    .map((fichier) => ({ fichier, options, formes: { resume: true } as const }));
  try {
    await faireFaire(taches, bornes, ({ fichier, erreur, resume = { fichier, erreur, tableaux: [] } }) => {
      faits.set(fichier, resume);
      journal.noter(resume);
      barre.increment({ fichier: montrer(fichier) });
    });
  } finally {
    barre.stop();
  }
  return faits;
}

/** Une synthèse de la veille, dans le dossier, se récrit sans se contrôler ; un classeur de l'agent, jamais. */
async function sansLaSynthese(classeurs: readonly string[], { chemins, synthese }: DemandeSynthese): Promise<string[]> {
  const reel = await vraiChemin(synthese);
  const reels = await Promise.all(classeurs.map(vraiChemin));
  const fichiers = classeurs.filter((_, rang) => reels[rang] !== reel);
  if (fichiers.length === classeurs.length) return fichiers;
  const nommee = (await Promise.all(chemins.map(vraiChemin))).includes(reel);
  if (nommee || !(await estUneSynthese(synthese)))
    throw new Arret(`--synthese : « ${synthese} » est un des fichiers à contrôler, il n’est jamais récrit.`);
  return fichiers;
}

const vraiChemin = (chemin: string): Promise<string> => realpath(chemin).catch(() => resolve(chemin));

async function estUneSynthese(chemin: string): Promise<boolean> {
  const { lireClasseur } = await import('../../classeur/fichier');
  return lireClasseur(chemin).then(
    ({ feuilles }) => feuilles.map(({ nom }) => nom).join() === FEUILLES.join(),
    () => false,
  );
}

/** « 12 fichiers, 9 tableaux : 5 conformes, 3 non conformes, 1 indéterminé ; 2 fichiers sans résultat. » */
function bilan(resumes: readonly ResumeFichier[]): string {
  const tableaux = resumes.flatMap((r) => r.tableaux);
  const dont = (verdict: Verdict) => tableaux.filter((t) => t.verdict === verdict).length;
  const vides = dont('rien a controler') > 0 ? [`${dont('rien a controler')} sans rien à contrôler`] : [];
  const comptes = [
    ecrireCompte(dont('conforme'), 'conforme'),
    ecrireCompte(dont('non conforme'), 'non conforme', 'non conformes'),
    ecrireCompte(dont('indetermine'), 'indéterminé'),
    ...vides,
  ].join(', ');
  const illisibles = resumes.filter((r) => r.erreur !== null).length;
  return `${ecrireCompte(resumes.length, 'fichier')}, ${ecrireCompte(tableaux.length, 'tableau', 'tableaux')} : ${comptes} ; ${ecrireCompte(illisibles, 'fichier')} sans résultat.`;
}
