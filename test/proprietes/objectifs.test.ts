import fc from 'fast-check';
import { DROIT_EN_VIGUEUR as DROIT } from '../../src/droit';
import { arrondir, comparer, fraction } from '../../src/nombres';
import {
  estRefus,
  manquants,
  objectifDepuis,
  objectifDeReference,
  plancherCims,
  plancherCms,
  tauxDeRattrapage,
  type Calcul,
  type Situation,
} from '../../src/regles';
import { enVingtMilliemes, loi, tauxLegal, UNITE } from '../outils/loi-entiere';
import { commune, communeDeDroitCommun, TIRAGES, verifier } from '../outils/tirages';
import { accepte, resultat } from '../outils/valeurs';

const unites = ({ valeur }: Calcul) => enVingtMilliemes(valeur);
const objectif = (s: Situation) => unites(accepte(objectifDeReference(s, DROIT)));
const cims = (s: Situation) => unites(accepte(plancherCims(s, DROIT)));
const cms = (s: Situation) => unites(accepte(plancherCms(s, DROIT)));

describe(`objectifs et planchers (${TIRAGES})`, () => {
  it('sont exactement ceux de l’article refait en entiers BigInt', () => {
    verifier([commune], (s) => {
      const attendu = loi(s);
      expect(unites(manquants(s))).toBe(attendu.manquants);
      expect(objectif(s)).toBe(attendu.objectif);
      expect(cims(s)).toBe(attendu.cims);
      const abaisse = plancherCms(s, DROIT);
      expect(estRefus(abaisse) ? null : unites(abaisse)).toBe(attendu.cms);
    });
  });

  it('le taux de rattrapage est celui de l’article, BigInt compris', () => {
    verifier([commune], (s) => {
      expect(BigInt(accepte(tauxDeRattrapage(s, DROIT)).pourcent)).toBe(tauxLegal(s));
    });
  });

  it('l’objectif ne dépasse pas les manquants', () => {
    verifier([commune], (s) => {
      expect(objectif(s) <= unites(manquants(s))).toBe(true);
    });
  });

  it('mutualisation ≤ contrat abaissant ≤ référence, strictement si la commune est déficitaire (16,5 < 25 < 33…)', () => {
    verifier([communeDeDroitCommun], (s) => {
      const [bas, milieu, haut] = [cims(s), cms(s), objectif(s)];
      if (haut === 0n) expect([bas, milieu]).toEqual([0n, 0n]);
      else expect(bas < milieu && milieu < haut).toBe(true);
    });
  });

  it('une entrante ne s’abaisse ni par le IX ni par le X', () => {
    verifier([commune.filter(({ rang }) => rang < 3)], (s) => {
      expect(cims(s)).toBe(objectif(s));
      if (objectif(s) > 0n) expect(resultat(plancherCms(s, DROIT))).toBe('ENTRANTE');
    });
  });

  it('au sein d’un palier, plus il manque de logements, plus l’objectif est haut', () => {
    verifier([commune, fc.nat({ max: 1000 })], (s, ecart) => {
      const moins = { ...s, logementsSociaux: Math.max(0, s.logementsSociaux - ecart) };
      fc.pre(tauxLegal(moins) === tauxLegal(s) && moins.logementsSociaux < s.logementsSociaux);
      expect(objectif(moins) > objectif(s)).toBe(tauxLegal(s) > 0n);
    });
  });

  it('k fois le parc donne k fois l’objectif et les planchers', () => {
    verifier([communeDeDroitCommun, fc.integer({ min: 2, max: 50 })], (s, k) => {
      fc.pre(s.residencesPrincipales * k <= 100_000_000);
      const multiple = {
        ...s,
        residencesPrincipales: k * s.residencesPrincipales,
        logementsSociaux: k * s.logementsSociaux,
      };
      for (const mesure of [objectif, cms, cims]) expect(mesure(multiple)).toBe(BigInt(k) * mesure(s));
    });
  });

  it('l’entier supérieur d’un plancher le respecte, l’entier juste en dessous non', () => {
    verifier([communeDeDroitCommun], (s) => {
      const { valeur } = accepte(plancherCims(s, DROIT));
      const minimum = BigInt(arrondir(valeur, 'SUPERIEUR')) * UNITE;
      const { cims: plancher } = loi(s);
      expect(minimum >= plancher && minimum - UNITE < plancher).toBe(true);
    });
  });
});

describe(`objectif depuis un taux publié (${TIRAGES})`, () => {
  /** Le taux de la commune arrondi à `decimales` décimales, et l'intervalle dont il peut venir. */
  function publier({ residencesPrincipales: rp, logementsSociaux: lls }: Situation, decimales: number) {
    const echelle = 10 ** decimales;
    const unite = Number((2n * 100n * BigInt(lls) * BigInt(echelle) + BigInt(rp)) / (2n * BigInt(rp)));
    const borne = (signe: number) => fraction(2 * unite + signe, 2 * echelle);
    return { bas: borne(-1), haut: borne(1) };
  }

  it('ne rend jamais autre chose que l’objectif du parc exact : le même, ou un refus', () => {
    const deficitaire = communeDeDroitCommun.filter((s) => loi(s).manquants > 0n);
    let [reponses, refus] = [0, 0];
    verifier([deficitaire, fc.integer({ min: 0, max: 3 })], (s, decimales) => {
      const taux = publier(s, decimales);
      const rendu = objectifDepuis(manquants(s).valeur, taux, s.tauxCible, 3, DROIT);
      if (!estRefus(rendu)) {
        reponses++;
        expect(unites(rendu)).toBe(objectif(s));
        return;
      }
      refus++;
      // Un refus n'est permis que si l'intervalle touche un seuil.
      const touche = [s.tauxCible, s.tauxCible - 2, s.tauxCible - 4].some(
        (seuil) => comparer(taux.bas, fraction(seuil)) <= 0 && comparer(fraction(seuil), taux.haut) <= 0,
      );
      expect(touche).toBe(true);
    });
    expect(Math.min(reponses, refus)).toBeGreaterThan(100);
  });
});
