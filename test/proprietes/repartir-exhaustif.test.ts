import fc from 'fast-check';
import { DROIT_EN_VIGUEUR } from '../../src/droit';
import {
  CRITERES,
  repartir,
  type CommuneARepartir,
  type ContrainteEnCause,
  type Critere,
  type Heurt,
} from '../../src/regles';
import { accepte } from '../outils/valeurs';
import {
  bornesDe,
  comparerScores,
  contraintes,
  plafonds,
  scoreur,
  totalLegal,
  totalVise,
  vecteurs,
  type Contrainte,
} from './repartir-loi';
import { communes } from './repartir-tirages';

const PARAMETRES = { seed: 20260227, numRuns: 1500 } as const;
const PETITS = fc.tuple(communes({ min: 1, max: 4 }, 5), fc.nat({ max: 6 }));

function chercher(liste: CommuneARepartir[], total: number, critere: Critere): number[] | null {
  const bornes = bornesDe(liste, total);
  if (!bornes) return null;
  const tenir = contraintes(liste, total);
  const vise = totalVise(liste, total, critere, bornes);
  const possibles = [...vecteurs(plafonds(liste, total))].filter(
    (x) => tenir.every((c) => c.tient(x)) && sommer(x) >= vise,
  );
  if (possibles.length === 0) return null;
  const score = scoreur(liste, vise, critere, bornes);
  const scores = possibles.map((x) => ({ x, score: score(x) }));
  return scores.reduce((meilleur, s) => (comparerScores(meilleur.score, s.score) <= 0 ? meilleur : s)).x;
}

const sommer = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);

describe(`répartition, par recherche exhaustive (graine ${PARAMETRES.seed}, ${PARAMETRES.numRuns} tirages)`, () => {
  const vus = { répartie: 0, impossible: 0 };
  let [suivis, seules, ensemble] = [0, 0, 0];

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

  /** Les heurts de tableaux sans répartition, avec de quoi les vérifier. */
  function surLesHeurts(
    nom: string,
    verifier: (liste: readonly CommuneARepartir[], total: number, heurts: readonly Heurt[], choix: number) => boolean,
  ) {
    it(nom, () => {
      let vues = 0;
      fc.assert(
        fc.property(PETITS, fc.nat(), ([liste, plus], choix) => {
          const total = totalLegal(liste) + plus;
          const resultat = accepte(repartir(liste, 'MINIMAL', total, DROIT_EN_VIGUEUR));
          if (resultat.issue === 'impossible' && verifier(liste, total, resultat.heurts, choix)) vues++;
        }),
        PARAMETRES,
      );
      expect(vues).toBeGreaterThan(PARAMETRES.numRuns / 8);
    });
  }

  surLesHeurts(
    'nomme un plus petit ensemble de contraintes qui se heurtent, et ce qui manque',
    (liste, total, heurts) => {
      const [duTotal, propres] = [true, false].map((b) =>
        heurts.filter((h) => !h.deplus && (h.contraintes[0]!.commune === null) === b),
      ) as [Heurt[], Heurt[]];
      // Le total se heurte une fois cédés les minimums qui passent un maximum.
      const minimums = propres.flatMap((h) => h.contraintes.filter((c) => c.contrainte === 'MINIMUM'));
      const [cedee] = ceder(liste, total, minimums.map(enEntier));
      const tailles = [
        ...propres.map((h) => tailleVerifiee(h, liste, total)),
        ...duTotal.map((h) => tailleVerifiee(h, cedee, total)),
      ];
      const plusPetit = tailleDuPlusPetit(contraintes(liste, total), possibilites(liste, total).possible);
      if (propres.length === 0) expect(tailles).toEqual([plusPetit]);
      expect(Math.min(...tailles)).toBeLessThanOrEqual(plusPetit);
      if (propres.length > 0 || duTotal.length === 0) return true;
      const manque = heurts.reduce((m, h) => m + h.manque, 0);
      expect(manque).toBe(total - sommer(bornesDe(liste, total)!.map((b) => b.haut)));
      return true;
    },
  );

  surLesHeurts('céder tout ce qui est dit suffit, au choix là où une seule suffit', (liste, total, heurts, choix) => {
    const issue = (cessions: readonly Cession[]) =>
      accepte(repartir(...ceder(liste, total, cessions), DROIT_EN_VIGUEUR)).issue;
    const tout = heurts.flatMap((h) => h.contraintes.map(enEntier));
    // Des références de communes sans logements manquants : ni la loi ni les manquants ne cèdent.
    if (heurts.some((h) => h.contraintes.every((c) => !c.suffit))) {
      expect(issue(tout)).toBe('impossible');
      return false;
    }
    const choisies = heurts.flatMap(({ deplus, contraintes: toutes }) => {
      const suffisent = toutes.filter((c) => c.suffit);
      return (deplus ? toutes : [suffisent[choix % suffisent.length]!]).map(enEntier);
    });
    expect([issue(tout), issue(choisies)]).toEqual(['répartie', 'répartie']);
    if (heurts.filter((h) => !h.deplus).length > 1) return true;
    for (const c of choisies) {
      const moins = choisies.map((d) => (d === c ? { ...d, de: d.de - 1 } : d));
      expect(issue(moins)).toBe('impossible');
    }
    for (const c of heurts[0]!.contraintes) {
      if (c.pourTout === null) continue;
      expect([c.pourTout, c.pourTout - 1].map((de) => issue([{ ...c, de }]))).toEqual(['répartie', 'impossible']);
      seules++;
    }
    if (choisies.length > 1) suivis++;
    if (choisies.some((c) => c.avec)) ensemble++;
    return true;
  });

  it('ont été vus : des heurts suivis d’un autre, levés par une seule, des maximums qui s’ouvrent ensemble', () => {
    expect(Math.min(suivis, seules, ensemble)).toBeGreaterThan(PARAMETRES.numRuns / 150);
  });
});

type Cession = ContrainteEnCause & { readonly de: number };

/** Le tableau et le total une fois cédé ce que des contraintes doivent céder ; à une même commune, le plus qu'on lui demande. */
function ceder(liste: readonly CommuneARepartir[], total: number, cessions: readonly Cession[]) {
  const cedee = liste.map((c): CommuneARepartir => {
    const siennes = cessions.filter((d) => d.commune === c.nom);
    const basse = siennes.find((d) => d.contrainte === 'MINIMUM');
    const [haute] = siennes
      .filter((d) => d.contrainte === 'ACCORD' || d.contrainte === 'MAXIMUM')
      .sort((a, b) => b.valeur + b.de - a.valeur - a.de);
    const minimum = basse ? basse.valeur - basse.de : c.minimum;
    if (!haute) return { ...c, minimum };
    const vers = haute.valeur + haute.de;
    const ouverts = [haute.contrainte, haute.avec];
    const maximum = ouverts.includes('MAXIMUM') ? vers : Math.min(c.maximum ?? Infinity, vers);
    return { ...c, minimum, maximum, accord: ouverts.includes('ACCORD') ? true : c.accord };
  });
  const duTotal = cessions.find((d) => d.contrainte === 'TOTAL');
  return [cedee, 'MINIMAL', duTotal ? duTotal.valeur - duTotal.de : total] as const;
}

function possibilites(liste: readonly CommuneARepartir[], total: number) {
  const espace = [...vecteurs(plafonds(liste, total))];
  const tenant = (choix: readonly Contrainte[]) => espace.filter((x) => choix.every((c) => c.tient(x)));
  return { tenant, possible: (choix: readonly Contrainte[]) => tenant(choix).length > 0 };
}

/** Le nombre de contraintes d'un heurt, une fois vérifié que chacune y est nécessaire et que ce qui manque est ce qui est dit. */
function tailleVerifiee({ manque, contraintes: enCause }: Heurt, liste: readonly CommuneARepartir[], total: number) {
  const { tenant, possible } = possibilites(liste, total);
  const noms = new Set(enCause.map((c) => `${c.contrainte.replace('_LEGAL', '')} ${c.commune}`));
  const choix = contraintes(liste, total).filter((c) => noms.has(c.nom));
  const tenues = enCause.filter((c) => c.contrainte === 'MANQUANTS' || c.contrainte === 'NON_DEFICITAIRE');
  expect(choix).toHaveLength(noms.size - tenues.length);
  expect(possible(choix)).toBe(false);
  for (const sans of choix) expect(possible(choix.filter((c) => c !== sans))).toBe(true);
  const rang = liste.findIndex((c) => c.nom === enCause[0]!.commune);
  if (rang < 0) {
    const auPlus = Math.max(...tenant(choix.filter((c) => !c.nom.startsWith('TOTAL'))).map(sommer));
    expect(manque).toBe(total - auPlus);
  } else {
    const entiers = Array.from({ length: 20 }, (_, n) => liste.map((__, k) => (k === rang ? n : 0)));
    const tiennent = (filtre: RegExp) =>
      entiers.flatMap((x, n) => (choix.every((c) => !filtre.test(c.nom) || c.tient(x)) ? [n] : []));
    const auPlus = tenues.length > 0 ? 0 : tiennent(/^(ACCORD|MAXIMUM) /).at(-1)!;
    expect(manque).toBe(tiennent(/^(MOITIE|ENTRANTE|DUREE|MINIMUM) /)[0]! - auPlus);
  }
  return choix.length;
}

const enEntier = (c: ContrainteEnCause): Cession => ({ ...c, de: c.ceder });

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
