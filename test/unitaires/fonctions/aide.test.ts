import { readdirSync, readFileSync } from 'node:fs';
import { ErreurDeFormule, lireFormule, type Appel } from '../../../src/cli/formule';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { appeler, ErreurDeCellule } from '../../../src/fonctions/valeurs';
import { sansInsecables } from '../../outils/fonctions';

/** Les exemples de l'aide, « =FORMULE → résultat », de chaque fonction. */
const EXEMPLES = readdirSync('src/fonctions').flatMap((fichier) => {
  const source = readFileSync(`src/fonctions/${fichier}`, 'utf8');
  return [...source.matchAll(/^ \* @example (=.*?)(?: → (.*))?$/gm)].map(
    ([, formule, attendu = '']) => [formule!, attendu] as const,
  );
});

function lire(formule: string): Appel | null {
  try {
    return lireFormule(formule);
  } catch (erreur) {
    if (erreur instanceof ErreurDeFormule) return null;
    throw erreur;
  }
}

async function premiereLigne({ nom, plages }: Appel): Promise<unknown[]> {
  try {
    return (await appeler(FONCTIONS[nom]!, plages))[0]!;
  } catch (erreur) {
    if (erreur instanceof ErreurDeCellule) return [erreur];
    throw erreur;
  }
}

const enTexte = (valeur: unknown): string =>
  valeur instanceof ErreurDeCellule
    ? valeur.code
    : sansInsecables(typeof valeur === 'number' ? String(valeur).replace('.', ',') : String(valeur));

/** Ce que l'exemple promet de chaque colonne : un nombre, un verdict en capitales ou une erreur ; le reste est du commentaire. */
const promesses = (attendu: string): string[] =>
  attendu
    .split(' | ')
    .map((colonne) => /^(?:-?\d+(?:,\d+)?|#[A-Z/]+!?|[A-ZÉÈÛ]{2,}(?: [A-ZÉÈÛ]{2,})*)/.exec(colonne)?.[0] ?? '');

const verifiables = EXEMPLES.flatMap(([formule, attendu]) => {
  const appel = lire(formule);
  return appel && promesses(attendu).some(Boolean) ? [[formule, attendu, appel] as const] : [];
});

describe('les exemples de l’aide sont vrais', () => {
  test.each(verifiables)('%s → %s', async (_, attendu, appel) => {
    const ligne = await premiereLigne(appel);
    promesses(attendu).forEach((promesse, colonne) => {
      const rendu = enTexte(ligne[colonne]);
      if (/^[\d#-]/.test(promesse)) expect(rendu).toBe(promesse);
      else expect(rendu.startsWith(promesse)).toBe(true);
    });
  });

  test('presque tous se vérifient', () => {
    expect(EXEMPLES.length).toBeGreaterThan(85);
    expect(EXEMPLES.length - verifiables.length).toBeLessThan(12);
  });

  test('chaque fonction a au moins un exemple', () => {
    const nommees = new Set(EXEMPLES.map(([formule]) => /^=([A-Z.]+)\(/.exec(formule)?.[1]));
    expect(Object.keys(FONCTIONS).filter((nom) => !nommees.has(nom))).toEqual([]);
  });
});
