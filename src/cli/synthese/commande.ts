import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { ecrireCompte } from '../../nombres';
import { jourIso } from '../../rapport/jour';
import type { Verdict } from '../../tableau';
import { trouverClasseurs } from '../classeurs';
import { CODES_DE_SORTIE, codeDeSortie } from '../codes';
import type { Sortie } from '../sortie';
import type { OptionsVerifier } from '../verifier';
import { ecrireSynthese } from './classeur';
import { ouvrirJournal, type Journal } from './journal';
import { controlerEnParallele } from './ouvriers';
import type { ResumeFichier } from './resume';

export interface DemandeSynthese {
  readonly chemins: readonly string[];
  readonly synthese: string;
  readonly version: string;
  readonly options: OptionsVerifier;
}

/** `verifier --synthese` : contrôle tous les classeurs en parallèle, écrit une ligne par tableau, reprend où l'on s'était arrêté. */
export async function commandeSynthese(demande: DemandeSynthese, sortie: Sortie): Promise<number> {
  const { chemins, synthese, version, options } = demande;
  const { classeurs, impasses } = await trouverClasseurs(chemins);
  const fichiers = classeurs.filter((fichier) => resolve(fichier) !== resolve(synthese));
  const defaut = defautDeLaSynthese(demande);
  if (defaut) return refuser(defaut, sortie);
  let journal: Journal;
  try {
    journal = ouvrirJournal(`${synthese}.reprise.jsonl`, fichiers, options, version);
  } catch {
    return refuser(`--synthese : « ${synthese} » ne peut pas être écrit (dossier absent ou protégé).`, sortie);
  }
  const faits = await controler(fichiers, options, journal, sortie);
  const resumes = [...impasses.map((impasse) => ({ ...impasse, tableaux: [] })), ...fichiers.map((f) => faits.get(f)!)];
  try {
    await ecrireSynthese(`${synthese}.tmp`, resumes, { date: jourIso(new Date()), version, options });
    await rename(`${synthese}.tmp`, synthese);
  } catch {
    await rm(`${synthese}.tmp`, { force: true });
    return refuser(
      `--synthese : « ${synthese} » ne peut pas être écrit ; s’il est ouvert, le fermer et relancer : le travail fait est gardé.`,
      sortie,
    );
  }
  journal.effacer();
  sortie.ecrire(bilan(resumes));
  sortie.erreur(`Synthèse écrite : ${synthese}`);
  return codeDeSortie(
    resumes.some((r) => r.erreur !== null),
    resumes.flatMap((r) => r.tableaux.map((t) => t.verdict)),
  );
}

async function controler(
  fichiers: readonly string[],
  options: OptionsVerifier,
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
  const restants = fichiers.filter((fichier) => !faits.has(fichier));
  await controlerEnParallele(restants, options, (resume) => {
    faits.set(resume.fichier, resume);
    journal.noter(resume);
    barre.increment({ fichier: resume.fichier });
  });
  barre.stop();
  return faits;
}

function defautDeLaSynthese({ chemins, synthese }: DemandeSynthese): string | null {
  if (!/\.xlsx$/i.test(synthese)) return `--synthese : reçu « ${synthese} », attendu un nom en .xlsx.`;
  const ecrase = chemins.some((chemin) => resolve(chemin) === resolve(synthese));
  return ecrase ? `--synthese : « ${synthese} » est un des fichiers à contrôler, il n’est jamais récrit.` : null;
}

function refuser(phrase: string, sortie: Sortie): number {
  sortie.erreur(phrase);
  return CODES_DE_SORTIE.usage;
}

/** « 12 fichiers, 9 tableaux : 5 conformes, 3 non conformes, 1 indéterminé ; 2 fichiers illisibles. » */
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
