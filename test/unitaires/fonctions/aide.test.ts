import { ErreurDeFormule, lireFormule, type Appel } from '../../../src/cli/formule';
import { DERNIERE_PERIODE, ecrirePeriode } from '../../../src/droit';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { TOUTES } from '../../../src/fonctions/toutes';
import { ErreurDeCellule } from '../../../src/fonctions/valeurs';
import { sansInsecables } from '../../outils/fonctions';

/** Les exemples de l'aide, « =FORMULE → résultat », de chaque fonction. */
const EXEMPLES = TOUTES.flatMap(({ exemples }) =>
  exemples.map((exemple) => {
    const [formule, attendu = ''] = exemple.split(' → ');
    return [formule!, attendu] as const;
  }),
);

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
    return (await FONCTIONS[nom]!(plages))[0]!;
  } catch (erreur) {
    if (erreur instanceof ErreurDeCellule) return [erreur];
    throw erreur;
  }
}

const enTexte = (valeur: unknown): string =>
  valeur instanceof ErreurDeCellule
    ? valeur.code
    : sansInsecables(typeof valeur === 'number' ? String(valeur).replace('.', ',') : String(valeur));

/** Ce que l'exemple promet de chaque colonne : un nombre, un texte entre guillemets, un verdict en capitales ou une erreur ; le reste est du commentaire. */
const promesses = (attendu: string): string[] =>
  attendu
    .split(' | ')
    .map(
      (colonne) =>
        /^(?:-?\d+(?:,\d+)?|#[A-Z/]+!?|[A-ZÉÈÛ]{2,}(?: [A-ZÉÈÛ]{2,})*)|(?<=^« )[^»]+(?= »)/.exec(colonne)?.[0] ?? '',
    );

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
    expect(EXEMPLES.length - verifiables.length).toBeLessThan(13);
  });

  test.each(TOUTES.map((f) => [f.nom, f.exemples] as const))('%s : un exemple au moins, et d’elle', (nom, exemples) => {
    expect(exemples.length).toBeGreaterThan(0);
    expect(exemples.filter((exemple) => !exemple.startsWith(`=${nom}(`))).toEqual([]);
  });
});

describe('une période absente vaut la dernière que l’outil connaît, partout', () => {
  const rangDe = new Map(TOUTES.map((f) => [f.nom, f.arguments.findIndex((a) => a.nom === 'periode')]));
  const sansPeriode = EXEMPLES.flatMap(([formule]) => {
    const appel = lire(formule);
    const rang = appel ? rangDe.get(appel.nom)! : -1;
    return appel && rang >= 0 && (appel.plages[rang] ?? null) === null ? [[formule, appel, rang] as const] : [];
  });
  const connues = TOUTES.map(({ nom }) => nom).filter((nom) => rangDe.get(nom)! >= 0);
  const SANS_PERIODE = ['APL.PLD', 'CALENDRIER.SRU', 'SRU.COMMUNE', 'SRU.MANQUANTS', 'SRU.TAUX'];

  test('toute fonction dont le droit est daté prend une période', () => {
    expect(TOUTES.map(({ nom }) => nom).filter((nom) => !connues.includes(nom))).toEqual(SANS_PERIODE);
  });
  test.each(sansPeriode)('%s', async (_, appel, rang) => {
    const dite = Object.assign(
      Array.from({ length: Math.max(rang, appel.plages.length) }, (__, i) => appel.plages[i] ?? null),
      {
        [rang]: [[ecrirePeriode(DERNIERE_PERIODE)]],
      },
    );
    if (appel.nom === 'SRU.CIBLE') return;
    const [absente, presente] = [await toutes(appel), await toutes({ ...appel, plages: dite })];
    // La trace dit si la période a été donnée ; rien d'autre n'y change.
    const nombres = (lignes: unknown[][]) => (appel.nom === 'SRU.EXPLIQUER' ? lignes.slice(2) : lignes);
    expect(nombres(presente).map((l) => l.map(enTexte))).toEqual(nombres(absente).map((l) => l.map(enTexte)));
  });
  test.each(connues.filter((nom) => rangDe.get(nom)! > 1))('%s refuse ce qui n’est pas une période', async (nom) => {
    const [, appel, rang] = sansPeriode.find(([, a]) => a.nom === nom) ?? [];
    if (!appel) return;
    const plages = Object.assign(
      Array.from({ length: Math.max(rang!, appel.plages.length) }, (__, i) => appel.plages[i] ?? null),
      { [rang!]: [['2022-2024']] },
    );
    expect(enTexte((await toutes({ ...appel, plages }))[0]![0])).toBe('#VALEUR!');
  });
});

async function toutes({ nom, plages }: Appel): Promise<unknown[][]> {
  try {
    return await FONCTIONS[nom]!(plages);
  } catch (erreur) {
    if (erreur instanceof ErreurDeCellule) return [[erreur]];
    throw erreur;
  }
}
