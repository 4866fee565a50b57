import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { DROIT_EN_VIGUEUR, droitDe } from '../../src/droit';
import { arrondir } from '../../src/nombres';
import { preparerFeuille, type CommuneAPreparer, type NomDUsage } from '../../src/preparer';
import {
  estRefus,
  nombreManquant,
  objectifDeReference,
  plancherCims,
  plancherCms,
  type Situation,
} from '../../src/regles';
import { commune, PARAMETRES, TIRAGES } from '../outils/tirages';
import { accepte } from '../outils/valeurs';

const PERIODE = { debut: 2026 };

const aPreparer = ({ tauxCible }: Situation, i: number): CommuneAPreparer => ({
  code: String(i),
  nom: `Commune ${i}`,
  epci: '',
  taux: null,
  cible: tauxCible,
  statut: 'déficitaire',
  lls: null,
  chiffres: null,
  cause: '',
});

/** Ce qu'un tableur calcule de la feuille préparée, une fois le parc et le rang remplis : les colonnes par titre, puis les lignes. */
function calculer(pour: NomDUsage, situations: readonly Situation[]): Map<string, string[]> {
  const feuille = preparerFeuille({
    pour,
    lieu: 'Ici',
    periode: PERIODE,
    droit: droitDe(PERIODE),
    anneeDesTaux: null,
    avecEpci: false,
    encadree: false,
    communes: situations.map(aPreparer),
    mentions: [],
  });
  const entete = feuille.lignesRepetees![0];
  const titres = feuille.lignes[entete]!.map(({ valeur }) => String(valeur));
  const remplis: Readonly<Record<string, (s: Situation) => number>> = {
    'Résidences principales': (s) => s.residencesPrincipales,
    'Logements sociaux': (s) => s.logementsSociaux,
    'Rang triennal': (s) => s.rang,
  };
  const saisies = feuille.lignes.flatMap((ligne, l) =>
    ligne.flatMap(({ valeur, formule }, c): [number, number, string][] => {
      const situation = situations[l - entete - 1];
      const rempli = situation && remplis[titres[c]!]?.(situation);
      const saisie = formule ?? String(rempli ?? valeur ?? '');
      return saisie === '' ? [] : [[l + 1, c + 1, saisie]];
    }),
  );
  const options = { input: JSON.stringify([{ Feuille: saisies }]), maxBuffer: 2 ** 28, encoding: 'utf8' } as const;
  const [sortie] = JSON.parse(execFileSync(process.execPath, ['test/oracle/ironcalc-classeur.mjs'], options)) as [
    { Feuille: [number, number, string][] },
  ];
  const valeurs = new Map(sortie.Feuille.map(([l, c, texte]) => [`${l}:${c}`, texte]));
  return new Map(
    titres.map((titre, c) => [titre, situations.map((_, i) => valeurs.get(`${entete + 2 + i}:${c + 1}`) ?? '')]),
  );
}

describe(`les formules d’un tableau préparé sont la loi, dans IronCalc (${TIRAGES})`, () => {
  const situations = fc.sample(commune, PARAMETRES);
  const entier = (calcul: ReturnType<typeof plancherCms>, mode: 'PROCHE' | 'SUPERIEUR' = 'SUPERIEUR') =>
    estRefus(calcul) ? '' : String(arrondir(calcul.valeur, mode));
  const mutualisation = calculer('mutualisation', situations);
  const attendre = (titre: string, de: (s: Situation) => string, lu = mutualisation) =>
    expect(lu.get(titre)).toEqual(situations.map(de));

  it('logements manquants, à l’entier supérieur (VII)', () => {
    attendre('Logements manquants', (s) => String(arrondir(nombreManquant(s), 'SUPERIEUR')));
  });
  it('objectif de référence, à l’entier le plus proche (VII et VIII)', () => {
    attendre('Objectif de référence', (s) =>
      String(arrondir(accepte(objectifDeReference(s, DROIT_EN_VIGUEUR)).valeur, 'PROCHE')),
    );
  });
  it('plancher de mutualisation, à l’entier supérieur (X) ; aucun pour une entrante', () => {
    attendre('Plancher de mutualisation', (s) => (s.rang < 3 ? '' : entier(plancherCims(s, DROIT_EN_VIGUEUR))));
  });
  it('plancher du contrat abaissant, à l’entier supérieur (IX) ; aucun pour une entrante', () => {
    const lu = calculer('cms', situations);
    attendre('Plancher du contrat', (s) => (s.rang < 3 ? '' : entier(plancherCms(s, DROIT_EN_VIGUEUR))), lu);
  });
});
