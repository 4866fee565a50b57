import { fraction } from '../../../src/nombres';
import { CODES, CONSTATS, correctionDe, type CodeConstat, type Details } from '../../../src/tableau';
import { correctionDe as corriger, phrase } from '../../../src/tableau/controle/catalogue';
import { controle } from '../../outils/tableau';

const F = fraction;
const ECART = { constate: F(15), attendu: F(16) };
const COMMUNE = { code: '86041', nom: 'Buxerolles', millesime: 2026, populationMinimale: 1500 };
const DUREE = { constate: 4, maximum: 3 };
const INVENTAIRE_2025 = { annee: 2025, anneeDesTaux: 2024, periode: { debut: 2023 } };
const INVENTAIRE_2026 = { annee: 2026, anneeDesTaux: 2025, periode: { debut: 2026 } };
const PUBLIEES = { inventaire: INVENTAIRE_2025, enRegle: ['A', 'B'], exemptees: ['C'] };

/** Des détails de chaque code, un par tournure : un code sans exemple ne passe pas les types. */
const EXEMPLES: { readonly [C in CodeConstat]: readonly Details<C>[] } = {
  LIGNE_INCOMPLETE: [{ manque: ['le taux cible'] }],
  VALEUR_INVALIDE: [{ colonne: 'le taux cible', texte: '30', attendu: '20 ou 25 %' }],
  NON_COMPRIS: (['colonne', 'ligne', 'texte', 'cellule'] as const).map((quoi) => ({ quoi, texte: 'Obj.', lieu: 'C4' })),
  CONTEXTE_CONTRADICTOIRE: [{ phrase: 'Les en-têtes disent 2020-2022, le contexte choisi 2023-2025.' }],
  UNITE: [{ texte: 'en milliers', lieu: 'A2' }],
  RANG_INCONNU: [{ texte: null }, { texte: 'entrante ?' }],
  CELLULE_BARREE: [{ texte: '165' }],
  FORMULE_SANS_VALEUR: [{}],
  LIGNE_MASQUEE: [
    { nombre: 1, lesquelles: ['Buxerolles'] },
    { nombre: 12, lesquelles: [...'ABCDEFGHIJKL'] },
  ],
  FEUILLE_TROP_LONGUE: [
    { feuille: 'Annexe', nombre: 12000, ici: false },
    { feuille: 'Annexe', nombre: 12000, ici: true },
  ],
  FEUILLE_MASQUEE: [{ nom: 'Brouillon' }],
  DOUBLON: [{ premiere: 'A4' }],
  TOTAL_AFFICHE_FAUX: [{ ...ECART, colonne: 'les manquants' }],
  COMMUNE_INCONNUE: [
    { ...COMMUNE, attendu: null },
    { ...COMMUNE, attendu: 'Montamisé' },
    { ...COMMUNE, code: null, attendu: null },
  ],
  TAUX_INCOHERENT: [
    { ...ECART, lls: 800, rp: 4082 },
    { constate: F(20), cible: 20, manquants: F(2) },
    { constate: F(20), cible: 20, deficitaire: true },
    { constate: F(20), cible: 20, deficitaire: false },
  ],
  MANQUANTS_INCOHERENTS: [{ ...ECART, rp: 4082, lls: 800, cible: 20 }],
  RATTRAPAGE_INCOHERENT: [
    { constate: F(30), attendu: 33, motif: 'plus de 4 points' },
    { constate: F(30), attendu: null, motif: 'aucun palier' },
  ],
  PALIER_INDETERMINE: [{ bas: F(31, 2), haut: F(33, 2), paliers: ['plus de 4 points', 'de 2 à 4 points'] }],
  REFERENCE_INCOHERENTE: [
    { ...ECART, accord: false },
    { constate: F(17), attendu: F(16), accord: false },
    { constate: F(17), attendu: F(16), accord: true },
  ],
  REFERENCE_ARRONDIE: [{ constate: F(16), exacte: F(164, 10), modes: ['PROCHE', 'INFERIEUR'] }],
  NON_DEFICITAIRE: [{ contrat: null }, { contrat: 0 }, { contrat: 12 }],
  REDUCTION_EXCESSIVE: [true, false].map((mutualise) => ({
    contrat: 50,
    reference: F(165),
    plancher: F(165, 2),
    mutualise,
  })),
  MOITIE_ARRONDIE: [{ contrat: 53, reference: F(106), avantArrondi: F(10_626, 100), plancher: F(5_313, 100) }],
  SOUS_PLANCHER_PLAQUETTE: [{ contrat: 83, plancher: F(85), part: 17 }],
  SOUS_PLANCHER_CMS: [{ contrat: 50, plancher: F(125), pourcent: 25, manquants: F(500) }],
  ENTRANTE_ABAISSEE: [{ contrat: 50, reference: F(75), rang: 1 }],
  DUREE_DEPASSEE: [
    { ...DUREE, derogation: null },
    ...(['dépassée', 'dérogation possible', 'indéterminée'] as const).map((etat) => ({
      ...DUREE,
      derogation: { etat, cas: 'moins de 5 000 habitants' },
    })),
  ],
  ACCORD_MANQUANT: [true, false].map((connu) => ({ contrat: 200, reference: F(165), connu })),
  OBJECTIF_SUPERIEUR_AUX_MANQUANTS: [{ contrat: 200, manquants: F(16) }],
  HORS_PRELEVEMENT: [{}],
  OBJECTIF_NON_ATTEINT: [
    { objectif: 16, realises: 6, taux: F(3, 8), majoration: F(63, 100) },
    { objectif: 16, realises: -1, taux: null, majoration: null },
  ],
  REALISES_INCOHERENTS: [true, false].map((decisif) => ({ constate: 16, attendu: 15, decisif })),
  PART_PLAI_INSUFFISANTE: [
    { plai: 9, minimum: F(21), logements: 68 },
    { plai: 9, minimum: F(21), logements: null },
  ],
  PART_PLS_EXCESSIVE: [
    { pls: 25, strict: F(20), large: F(30), seuil: 10 },
    { pls: 35, strict: F(30), large: F(30), seuil: 10 },
    { pls: 35, maximum: F(30) },
  ],
  TOTAL_INSUFFISANT: [{ contrat: 263, reference: F(264) }],
  PLH_MANQUANT: [{}],
  AVIS_MANQUANT: [{ prealable: true }, { prealable: false }],
  AVIS_DEFAVORABLE: [{}],
  CONDITION_A_CONFIRMER: [{ condition: 'la période.' }, { condition: 'la période.', lecture: true }],
  COMMUNE_HORS_EPCI: [
    { epci: 'E', commun: 'F', millesime: 2026, ecrit: true, metropole: false },
    { epci: 'E', commun: 'F', millesime: 2026, ecrit: false, metropole: true },
    { epci: 'E', commun: 'F', millesime: 2026, ecrit: false, metropole: false },
  ],
  TAUX_CONTREDIT: [
    { inventaire: INVENTAIRE_2025, parc: null },
    { inventaire: INVENTAIRE_2026, parc: null },
    { inventaire: INVENTAIRE_2026, parc: { annee: 2025, admis: 0 } },
    { inventaire: INVENTAIRE_2025, parc: { annee: 2025, admis: 2 } },
  ].map((dit) => ({ ...{ constate: F(15), publie: F(26) }, ...dit })),
  CIBLE_CONTREDITE: [null, { debut: 2026 }].map((autre) => ({
    ...{ constate: F(20), publiee: 25, inventaire: INVENTAIRE_2025, autre },
  })),
  COMMUNE_CARENCEE: [
    { inventaire: null, autre: null, contrat: false },
    { inventaire: INVENTAIRE_2025, autre: null, contrat: true },
    { inventaire: INVENTAIRE_2025, autre: { debut: 2026 }, contrat: false },
  ],
  DEFICITAIRE_ABSENTE: [['A'], ['A', 'B']].map((noms) => ({ noms, epci: 'E', inventaire: INVENTAIRE_2025 })),
  COMMUNE_ABSENTE: [
    { noms: ['A'], epci: 'E', millesime: 2026 },
    { noms: [], epci: 'E', millesime: 2026, publiees: { ...PUBLIEES, fondeeAilleurs: null } },
    {
      ...{ noms: ['D', 'E'], epci: 'E', millesime: 2026 },
      publiees: { ...PUBLIEES, fondeeAilleurs: '2026-2028 se fonde sur le 1er janvier 2025' },
    },
  ],
  REDITE_CONTREDITE: [
    { ou: 'Article 2, « PLAI, au moins »', commune: 'A', ecrit: '2', attendu: '16 au moins' },
    { ou: 'Titre du contrat', commune: null, ecrit: '', attendu: '2023-2025' },
  ],
  CONTRAT_A_COMPLETER: [
    { parties: [{ partie: 'Signatures', nombre: 1 }] },
    {
      parties: [
        { partie: 'Signatures', nombre: 3 },
        { partie: 'Article 1. Actions', nombre: 12 },
      ],
    },
  ],
};

const exemplesDe = <C extends CodeConstat>(code: C) => EXEMPLES[code].map((details) => ({ code, details }));

test.each(CODES)('%s : un message et une correction en phrases, une explication', (code) => {
  for (const { details } of exemplesDe(code)) {
    for (const texte of [phrase(code, details), corriger({ code, details })]) {
      expect(texte).toMatch(/^[\p{Lu}«\d−].+\.$/u);
      expect(texte).not.toMatch(/null|undefined|NaN|\[object/);
    }
  }
  expect(CONSTATS[code].explication).toMatch(/^\p{Ll}[^.]+$/u);
});

test('la correction suit le cas, non la gravité', () => {
  const { constats } = controle(
    ['Commune', 'RP', 'LLS', 'Taux cible', 'Rang', 'Référence', 'Objectif CMS', 'Accord'],
    [
      ['A', 10000, 1500, 20, 3, 200, 200, 'oui'],
      ['B', 10000, 1500, 20, 3, 200, 200, ''],
      ['C', 10000, 1500, 20, 3, 125, 125, ''],
    ],
  );
  const corrections = constats
    .filter((c) => c.code === 'REFERENCE_INCOHERENTE')
    .map((c) => [c.commune, correctionDe(c)]);
  expect(Object.fromEntries(corrections)).toEqual({
    A: 'Rien à corriger : joindre la notification du préfet au dossier.'.replace(' :', '\u00a0:'),
    B: expect.stringContaining('Vérifier la notification'),
    C: expect.stringContaining('Reprendre l’objectif légal, 165'),
  });
});

test('dit le nombre qui lève le constat', () => {
  const { constats } = controle(
    ['Commune', 'RP', 'LLS', 'Taux cible', 'Rang', 'Objectif CMS'],
    [
      ['A', 10000, 1500, 20, 3, 50],
      ['B', 10000, 1500, 20, 3, 280],
    ],
  );
  const correction = (code: CodeConstat) => correctionDe(constats.find((c) => c.code === code)!);
  expect(correction('REDUCTION_EXCESSIVE').replace(/\u00a0/g, ' ')).toBe('Porter l’objectif à 83 logements au moins.');
  expect(correction('ACCORD_MANQUANT')).toContain('165');
});
