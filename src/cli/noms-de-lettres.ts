import { normaliser } from '../tableau';

const LONGUEUR = 60;

/**
 * Un nom de fichier par commune, sans accent ni signe : il ne sort pas du dossier, s'écrit sur tout système, et deux ne sont jamais le même.
 * @example nommerLesLettres([{ codeInsee: '86214', commune: 'Saint-Benoît' }]) // ['lettre-86214-saint-benoit.docx']
 * @example deux « Saint-Denis » sans code // ['lettre-saint-denis.docx', 'lettre-saint-denis-2.docx']
 */
export function nommerLesLettres(
  lettres: readonly { readonly commune: string; readonly codeInsee: string | null }[],
): string[] {
  const pris = new Set<string>();
  return lettres.map(({ commune, codeInsee }) => {
    const mots = normaliser([codeInsee, commune].join(' ')).slice(0, LONGUEUR).trim();
    const base = ['lettre', ...mots.split(' ').filter(Boolean)].join('-');
    let nom = base;
    for (let rang = 2; pris.has(nom); rang++) nom = `${base}-${rang}`;
    pris.add(nom);
    return `${nom}.docx`;
  });
}
