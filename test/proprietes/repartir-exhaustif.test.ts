import fc from 'fast-check';
import { DROIT_EN_VIGUEUR } from '../../src/droit';
import { CRITERES, repartir, type CommuneARepartir, type Critere } from '../../src/regles';
import { accepte } from '../outils/valeurs';
import {
  comparerScores,
  contraintes,
  plafonds,
  score,
  totalLegal,
  totalVise,
  vecteurs,
  type Contrainte,
} from './repartir-loi';
import { communes } from './repartir-tirages';

const PARAMETRES = { seed: 20260227, numRuns: 1500 } as const;
const PETITS = fc.tuple(communes({ min: 1, max: 4 }, 5), fc.nat({ max: 6 }));

/** Chercher plus haut que tous les totaux ne trouverait rien de mieux. */
const LIBRE = (liste: readonly CommuneARepartir[], total: number) =>
  Math.max(
    total,
    ...liste.map((c) => Math.max(c.minimum ?? 0, Math.ceil(c.reference.numerateur / c.reference.denominateur))),
  );

function chercher(liste: CommuneARepartir[], total: number, critere: Critere): number[] | null {
  const tenir = contraintes(liste, total);
  const hauts = plafonds(liste, LIBRE(liste, total));
  // La marge d'une commune : le plus qu'elle porte sous ses seules contraintes.
  const propres = tenir.filter((c) => !c.nom.startsWith('TOTAL'));
  const marges = hauts.map((haut, i) => {
    for (let n = haut; n > 0; n--) {
      const seule = liste.map((_, j) => (j === i ? n : 0));
      if (propres.filter((c) => c.nom.endsWith(` ${liste[i]!.nom}`)).every((c) => c.tient(seule))) return n;
    }
    return 0;
  });
  const vise = totalVise(liste, total, critere, marges);
  const possibles = [...vecteurs(hauts)].filter(
    (x) => tenir.every((c) => c.tient(x)) && x.reduce((a, b) => a + b, 0) >= vise,
  );
  const scores = possibles.map((x) => ({ x, score: score(x, liste, critere, marges) }));
  return (
    scores.reduce<(typeof scores)[number] | null>(
      (meilleur, s) => (meilleur && comparerScores(meilleur.score, s.score) <= 0 ? meilleur : s),
      null,
    )?.x ?? null
  );
}

describe(`répartition, par recherche exhaustive (graine ${PARAMETRES.seed}, ${PARAMETRES.numRuns} tirages)`, () => {
  const vus = { répartie: 0, impossible: 0 };

  it.each(CRITERES)('%s rend l’unique optimum', (critere) => {
    fc.assert(
      fc.property(PETITS, ([tirees, plus]) => {
        const liste =
          critere === 'CAPACITE' ? tirees.map((c, i) => ({ ...c, projets: c.projets ?? (i ? null : 0) })) : tirees;
        const total = totalLegal(liste) + plus;
        const resultat = accepte(repartir(liste, critere, total, DROIT_EN_VIGUEUR));
        const attendu = chercher(liste, total, critere);
        vus[resultat.issue]++;
        expect(resultat.issue === 'répartie' ? resultat.objectifs.map((o) => o.propose) : null).toEqual(attendu);
      }),
      PARAMETRES,
    );
  });

  it('tire autant de répartitions possibles que d’impossibles, à peu près', () => {
    expect(Math.min(vus.répartie, vus.impossible)).toBeGreaterThan(PARAMETRES.numRuns / 2);
  });

  it('nomme un plus petit ensemble de contraintes qui se heurtent, et ce qu’il faut céder', () => {
    let vues = 0;
    fc.assert(
      fc.property(PETITS, ([liste, plus]) => {
        const total = totalLegal(liste) + plus;
        const resultat = accepte(repartir(liste, 'MINIMAL', total, DROIT_EN_VIGUEUR));
        if (resultat.issue === 'répartie') return;
        const toutes = contraintes(liste, total);
        const espace = [...vecteurs(plafonds(liste, LIBRE(liste, total)))];
        const possible = (choix: readonly Contrainte[]) => espace.some((x) => choix.every((c) => c.tient(x)));
        const plusPetit = tailleDuPlusPetit(toutes, possible);
        const tailles: number[] = [];
        for (const { contraintes: nommees } of resultat.heurts) {
          const noms = new Set(nommees.map((c) => `${c.contrainte.replace('_LEGAL', '')} ${c.commune}`));
          const choix = toutes.filter((c) => noms.has(c.nom));
          const tenues = nommees.filter((c) => c.contrainte === 'MANQUANTS' || c.contrainte === 'NON_DEFICITAIRE');
          expect(choix).toHaveLength(noms.size - tenues.length);
          expect(possible(choix)).toBe(false);
          for (const sans of choix) expect(possible(choix.filter((c) => c !== sans))).toBe(true);
          tailles.push(choix.length);
        }
        expect(Math.min(...tailles)).toBe(plusPetit);
        vues++;
      }),
      PARAMETRES,
    );
    expect(vues).toBeGreaterThan(PARAMETRES.numRuns / 8);
  });

  it('ce qui doit être cédé suffit, et un logement de moins ne suffit pas', () => {
    let vues = 0;
    fc.assert(
      fc.property(PETITS, ([liste, plus]) => {
        const total = totalLegal(liste) + plus;
        const resultat = accepte(repartir(liste, 'MINIMAL', total, DROIT_EN_VIGUEUR));
        if (resultat.issue === 'répartie' || resultat.heurts.length > 1) return;
        for (const { commune, contrainte, valeur, ceder, suffit } of resultat.heurts[0]!.contraintes) {
          if (!suffit || contrainte === 'ACCORD') continue;
          const apres = (cede: number) => {
            const bas = contrainte === 'MINIMUM';
            const cle = bas ? 'minimum' : 'maximum';
            const cedee = liste.map((c) =>
              c.nom === commune ? { ...c, [cle]: bas ? valeur - cede : valeur + cede } : c,
            );
            const [l, t] = contrainte === 'TOTAL' ? [liste, valeur - cede] : [cedee, total];
            return accepte(repartir(l, 'MINIMAL', t, DROIT_EN_VIGUEUR)).issue;
          };
          expect([apres(ceder), apres(ceder - 1)]).toEqual(['répartie', 'impossible']);
          vues++;
        }
      }),
      PARAMETRES,
    );
    expect(vues).toBeGreaterThan(PARAMETRES.numRuns / 8);
  });
});

function tailleDuPlusPetit(toutes: readonly Contrainte[], possible: (choix: readonly Contrainte[]) => boolean): number {
  for (let taille = 1; taille <= toutes.length; taille++) {
    if (combinaisons(toutes, taille).some((choix) => !possible(choix))) return taille;
  }
  return Infinity;
}

const combinaisons = <T>(liste: readonly T[], taille: number): T[][] =>
  taille === 0
    ? [[]]
    : liste.flatMap((tete, i) => combinaisons(liste.slice(i + 1), taille - 1).map((suite) => [tete, ...suite]));
