import { writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import pc from 'picocolors';
import { ANNUAIRE } from '../annuaire';
import { jourIso } from '../rapport/jour';
import { construireNote, noteEnHtml, noteEnMarkdown, type Note } from '../rapport/note';
import { texteDuControle, type Style } from '../rapport/texte';
import { trouverClasseurs } from './classeurs';
import { CODES_DE_SORTIE, codeDeSortie } from './codes';
import type { Sortie } from './sortie';
import { controlerFichier, resultatFichier, type FichierControle, type OptionsVerifier } from './verifier';

export interface DemandeVerifier extends OptionsVerifier {
  readonly fichiers: readonly string[];
  readonly json: boolean;
  readonly rapport: string | null;
  /** La version de l'outil, que la note cite. */
  readonly version: string;
}

/** `verifier` : contrôle les fichiers l'un après l'autre, écrit le résultat, rend le code de sortie le plus sévère. */
export async function commandeVerifier(demande: DemandeVerifier, sortie: Sortie): Promise<number> {
  const { rapport } = demande;
  const { classeurs: fichiers, impasses } = await trouverClasseurs(demande.fichiers);
  if (rapport !== null) {
    const defaut = defautDuRapport(rapport, fichiers);
    if (defaut) {
      sortie.erreur(defaut);
      return CODES_DE_SORTIE.usage;
    }
  }
  const controles: FichierControle[] = impasses.map((impasse) => ({
    ...impasse,
    verdict: null,
    controles: [],
    reserves: [],
  }));
  for (const [rang, fichier] of fichiers.entries()) {
    if (fichiers.length > 1) sortie.avancer(`${rang + 1}/${fichiers.length} ${basename(fichier)}`);
    controles.push(await controlerFichier(fichier, demande));
  }
  if (fichiers.length > 1) sortie.avancer('');
  ecrire(controles, demande, sortie);
  if (rapport !== null && controles.some((c) => c.erreur === null)) {
    if (!(await ecrireRapport(rapport, controles, demande, sortie))) return CODES_DE_SORTIE.usage;
  }
  return codeDeSortie(
    controles.some((c) => c.erreur !== null),
    controles.flatMap((c) => c.verdict ?? []),
  );
}

function ecrire(controles: readonly FichierControle[], { json }: DemandeVerifier, sortie: Sortie): void {
  if (json) {
    sortie.ecrire(JSON.stringify(controles.map(resultatFichier), null, 2));
    return;
  }
  const style: Style = {
    couleurs: pc.createColors(pc.isColorSupported && process.stdout.isTTY === true),
    largeur: process.stdout.columns ?? 120,
  };
  for (const { fichier, controles: tableaux, erreur } of controles) {
    sortie.ecrire(`${style.couleurs.bold(fichier)}`);
    if (erreur !== null) sortie.erreur(`${fichier} : ${erreur}`);
    for (const controle of tableaux) sortie.ecrire(`${texteDuControle(controle, style)}\n`);
  }
}

/** Faux : le rapport ne peut pas être écrit. */
async function ecrireRapport(
  chemin: string,
  controles: readonly FichierControle[],
  { version }: DemandeVerifier,
  sortie: Sortie,
): Promise<boolean> {
  const dossiers = controles.map(({ fichier, ...fait }) => ({ titre: basename(fichier), ...fait }));
  const cadre = { date: jourIso(new Date()), version, annuaire: ANNUAIRE };
  const contenu = await mettreEnForme(extname(chemin).toLowerCase(), construireNote(dossiers, cadre));
  try {
    await writeFile(chemin, contenu);
  } catch {
    sortie.erreur(`--rapport : « ${chemin} » ne peut pas être écrit (dossier absent, fichier ouvert ou protégé).`);
    return false;
  }
  sortie.erreur(`Rapport écrit : ${chemin}`);
  return true;
}

async function mettreEnForme(extension: string, note: Note): Promise<string | Uint8Array> {
  if (extension === '.html') return noteEnHtml(note);
  if (extension === '.md') return noteEnMarkdown(note);
  const { noteEnDocx } = await import('../rapport/note/docx');
  return noteEnDocx(note);
}

function defautDuRapport(rapport: string, fichiers: readonly string[]): string | null {
  if (!/\.(?:docx|md|html)$/i.test(rapport))
    return `--rapport : reçu « ${rapport} », attendu un nom en .docx, .md ou .html.`;
  const ecrase = fichiers.some((fichier) => resolve(fichier) === resolve(rapport));
  return ecrase ? `--rapport : « ${rapport} » est un des fichiers à contrôler, il n’est jamais récrit.` : null;
}
