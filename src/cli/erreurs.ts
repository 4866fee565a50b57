import { CODES_DE_SORTIE } from './codes';

/** Ce qui arrête une commande : une phrase, et le code de sortie qu'elle vaut. */
export class Arret extends Error {
  constructor(
    phrase: string,
    readonly code: number = CODES_DE_SORTIE.usage,
  ) {
    super(phrase);
  }
}

/** Une écriture qui échoue n'est jamais un verdict. */
export const echecDEcriture = (quoi: string, erreur: unknown): Arret =>
  new Arret(`${quoi} ne peut pas être écrit : ${causeDe(erreur)}.`, CODES_DE_SORTIE.echec);

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'le disque est plein',
  EDQUOT: 'le quota du disque est atteint',
  EFBIG: 'le fichier dépasse ce que le disque admet',
  EROFS: 'le disque est en lecture seule',
  EACCES: 'le dossier ou le fichier est protégé',
  EPERM: 'le fichier est ouvert ailleurs, ou protégé',
  EBUSY: 'le fichier est ouvert ailleurs',
  ENOENT: 'le dossier n’existe pas',
  ENOTDIR: 'le dossier n’existe pas',
  EISDIR: 'c’est un dossier',
};

export const causeDe = (erreur: unknown): string => {
  const code = (erreur as NodeJS.ErrnoException | null)?.code ?? '';
  return CAUSES[code] ?? (code ? `erreur ${code} du système` : 'erreur du système');
};
