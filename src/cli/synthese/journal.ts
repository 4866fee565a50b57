import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { echecDEcriture } from '../erreurs';
import type { OptionsVerifier } from '../verifier';
import type { ResumeFichier } from './resume';

/** Ce qu'une exécution interrompue laisse à la suivante : les fichiers déjà contrôlés, tels qu'ils étaient. */
export interface Journal {
  /** Les résumés encore valables, par fichier. */
  readonly repris: ReadonlyMap<string, ResumeFichier>;
  noter(resume: ResumeFichier): void;
  effacer(): void;
}

interface Note {
  readonly cle: string;
  readonly resume: ResumeFichier;
}

/**
 * Ouvre le journal d'une synthèse. Une ligne ne vaut que pour le même fichier (chemin, taille, date de modification), les mêmes
 * options et la même version ; un fichier illisible n'y est pas noté, il sera relu. Lève `Arret` si le journal ne peut pas être écrit.
 */
export function ouvrirJournal(
  chemin: string,
  fichiers: readonly string[],
  options: OptionsVerifier,
  version: string,
): Journal {
  const empreinte = empreinteDe(options, version);
  const cles = new Map(fichiers.map((fichier) => [fichier, cleDe(fichier, empreinte)]));
  const notes = new Map(lire(chemin).map(({ cle, resume }) => [cle, resume]));
  const repris = new Map<string, ResumeFichier>();
  for (const [fichier, cle] of cles) {
    const resume = cle === null ? undefined : notes.get(cle);
    if (resume) repris.set(fichier, { ...resume, fichier });
  }
  const ecrire = (resume: ResumeFichier): string => `${JSON.stringify({ cle: cles.get(resume.fichier), resume })}\n`;
  enEcrivant(chemin, () => writeFileSync(chemin, [...repris.values()].map(ecrire).join('')));
  return {
    repris,
    noter: (resume) => {
      if (resume.erreur === null) enEcrivant(chemin, () => appendFileSync(chemin, ecrire(resume)));
    },
    effacer: () => rmSync(chemin, { force: true }),
  };
}

function enEcrivant(chemin: string, ecrire: () => void): void {
  try {
    ecrire();
  } catch (erreur) {
    throw echecDEcriture(`Le journal de reprise « ${chemin} »`, erreur);
  }
}

/** `null` : un fichier absent, ou hors d'atteinte, n'a pas de clé ; sa lecture dira pourquoi. */
function cleDe(fichier: string, empreinte: string): string | null {
  try {
    const etat = statSync(fichier);
    return JSON.stringify([resolve(fichier), etat.size, etat.mtimeMs, empreinte]);
  } catch {
    return null;
  }
}

/** Change avec `ResumeFichier` : une note d'une autre forme n'est pas reprise. */
const FORME = 2;

function empreinteDe({ precisions, feuille }: OptionsVerifier, version: string): string {
  return createHash('sha256')
    .update(JSON.stringify([FORME, version, precisions, feuille]))
    .digest('hex');
}

/** Les notes d'un journal ; la dernière ligne peut être coupée. */
function lire(chemin: string): Note[] {
  let texte: string;
  try {
    texte = statSync(chemin).isFile() ? readFileSync(chemin, 'utf8') : '';
  } catch {
    return [];
  }
  return texte.split('\n').flatMap((ligne) => {
    try {
      const note = JSON.parse(ligne) as Partial<Note> | null;
      return note?.cle !== undefined && note.resume ? [note as Note] : [];
    } catch {
      return [];
    }
  });
}
