import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { PERIODE_ABSENTE } from '../../../src/droit';
import { METADONNEES } from '../../../src/fonctions/metadonnees';
import { FONCTIONS } from '../../../src/fonctions/registre';
import { signature, TOUTES } from '../../../src/fonctions/toutes';

/** Publics : ces noms et cet ordre ne changent plus. */
const SIGNATURES = `
APL.CLAUSEMIXITE(logements; [modestes]; [aises]; [sans_subvention]; [periode]; [qpv])
APL.MAJORATIONPLAI(loyer_maximal_plai; [taux]; [loyer_maximal_plus]; [periode])
APL.NPL(loyers_maximaux; nouveaux_loyers; loyers_pls; [anciennetes]; [periode])
APL.PLD()
APL.SLS(ressources; plafond; [qpv]; [periode])
ATTRIB.HORSQPV(baux_signes; premier_quartile; [periode])
ATTRIB.QPV(baux_signes; autres_quartiles; [periode])
ATTRIB.SUBSTITUTION(baux_signes; premier_quartile; [objectif]; [informations_transmises]; [periode])
CALENDRIER.SRU(annee)
CIMS.CONSTATS(tableau; [plh]; [avis]; [periode])
CIMS.PLANCHER(residences_principales; logements_sociaux; taux_cible; [rang]; [arrondi]; [periode])
CIMS.REPARTIR(tableau; [critere]; [total]; [periode])
CIMS.VALIDER(tableau; [plh]; [avis]; [periode])
CMS.DUREE(periodes_consecutives; [population]; [inconstructibilite]; [periode])
CMS.PLANCHER(residences_principales; logements_sociaux; taux_cible; [rang]; [arrondi]; [periode])
CMS.VALIDER(tableau; [periode])
SRU.BILAN(objectif; realises; [plai]; [pls]; [taux_lls]; [plh]; [periode])
SRU.BILAN.TABLEAU(tableau; [periode])
SRU.CIBLE(tension; periode; [seuil]; [tension_epci])
SRU.COMMUNE(commune; champ; [annee])
SRU.DECONVENTIONNEMENT(logements_bailleur; commune_sru; echeance; [avis_prefet]; [avis_maire]; [date_avis]; [periode])
SRU.EXEMPTION([inconstructibilite]; [hors_agglomeration]; [isolee]; [tension]; [periode])
SRU.EXPLIQUER(residences_principales; logements_sociaux; taux_cible; [rang]; [periode])
SRU.MAJORATION(objectif; realises; [periode])
SRU.MANQUANTS(residences_principales; logements_sociaux; taux_cible; [arrondi])
SRU.OBJECTIF(residences_principales; logements_sociaux; taux_cible; [rang]; [periode]; [arrondi])
SRU.OBJECTIF.DEPUIS(manquants; taux_lls; taux_cible; [rang]; [periode]; [arrondi])
SRU.OBJECTIF.INVENTAIRE(logements_sociaux; taux_publie; taux_cible; [rang]; [periode])
SRU.PRELEVEMENT(potentiel_fiscal_habitant; residences_principales; logements_sociaux; taux_cible; depenses_fonctionnement; [depenses_deductibles]; [report]; [periode])
SRU.PRELEVEMENT.EXONERE(taux_lls; taux_cible; dsu; dsr_cible; [annees_depuis_entree]; [periode])
SRU.PRELEVEMENT.EXPLIQUER(potentiel_fiscal_habitant; residences_principales; logements_sociaux; taux_cible; depenses_fonctionnement; [depenses_deductibles]; [report]; [periode])
SRU.PRELEVEMENT.MAJORE(prelevement; taux; depenses_fonctionnement; [potentiel_eleve]; [periode])
SRU.PROGRAMME(logements_familiaux; surface_habitation; situation; [periode])
SRU.RANG(entree; [periode]; [commune_nouvelle])
SRU.RATTRAPAGE(residences_principales; logements_sociaux; taux_cible; [rang]; [periode])
SRU.REPORT(logements_aides; obligation_triennale; [periode])
SRU.SOUMISE(population; unite_urbaine_paris; epci_plus_50000; commune_plus_15000; taux_lls; taux_cible; [periode])
SRU.TABLEAU(tableau; [periode])
SRU.TAUX(logements_sociaux; residences_principales)
SRU.TRAJECTOIRE(residences_principales; logements_sociaux; taux_cible; [croissance_rp]; [periodes]; [taux_realisation]; [periode]; [sorties])
SRU.TYPOLOGIE(logements; plai; pls; [taux_lls]; [plh]; [periode])
`;

test('garde les noms et l’ordre des arguments publics', () => {
  expect(TOUTES.map(signature)).toEqual(SIGNATURES.trim().split('\n'));
});

describe('functions.json', () => {
  const { functions, enums } = METADONNEES;
  const parametres = functions.flatMap((f) => f.parameters);

  test('suit la forme que Microsoft documente', () => {
    const schema = JSON.parse(readFileSync('test/cas/functions.schema.json', 'utf8')) as object;
    const ajv = new Ajv({ allErrors: true });
    expect([ajv.validate(schema, METADONNEES), ajv.errors]).toEqual([true, null]);
    const { helpUrl: _, ...sansResultat } = { ...functions[0]!, result: undefined };
    expect(ajv.validate(schema, JSON.parse(JSON.stringify({ ...METADONNEES, functions: [sansResultat] })))).toBe(false);
  });

  test('déclare exactement les fonctions associées, sous leur identifiant', () => {
    expect(functions.map((f) => f.id)).toEqual(Object.keys(FONCTIONS));
    expect(functions.map((f) => f.name)).toEqual(functions.map((f) => f.id));
  });

  test.each(functions.map((f) => [f.id, f] as const))('%s : nom qu’Excel admet, aide de longueur lisible', (id, f) => {
    expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
    expect(id).not.toMatch(/^[A-Z]{1,3}\d{1,7}$|^R\d*C\d*$/);
    expect(id.length).toBeLessThanOrEqual(64);
    for (const { description } of [f, ...f.parameters]) {
      expect(description).toMatch(/\S/);
      expect(description).not.toContain('\n');
      expect(description.length).toBeLessThanOrEqual(255);
    }
  });

  test('une période absente a partout le même sens, celui que dit le droit', () => {
    const absentes = parametres.filter((p) => p.name === 'periode' && p.optional);
    expect(absentes.length).toBeGreaterThan(9);
    expect(absentes.filter((p) => !p.description.endsWith(`absente : ${PERIODE_ABSENTE}.`))).toEqual([]);
  });

  test('prend des plages partout, rend des plages, et reçoit les cellules en erreur', () => {
    expect(parametres.filter((p) => p.dimensionality !== 'matrix' || p.type !== 'any')).toEqual([]);
    expect(functions.filter((f) => f.result.dimensionality !== 'matrix')).toEqual([]);
    expect(METADONNEES.allowErrorForDataTypeAny).toBe(true);
  });

  test('énumère chaque liste close, une seule fois', () => {
    expect(enums.map(({ id, values }) => [id, values.map((v) => v.stringValue).join(', ')])).toEqual([
      ['AVIS', 'recueilli, à recueillir, manquant, défavorable'],
      ['ARRONDI', 'PROCHE, SUPERIEUR, INFERIEUR, EXACT'],
      ['CRITERE', 'MINIMAL, PROPORTIONNEL, CAPACITE, EQUITABLE'],
      ['CHAMP', 'taux, cible, statut, epci, departement, population, lls'],
      ['SITUATION', 'carencée, exemptée, peu tendue, défense, aucune'],
    ]);
    const listes = new Map(TOUTES.flatMap((f) => f.arguments).map((a) => [`${a.nom} ${a.choix?.join()}`, a.nom]));
    expect([...listes.values()].sort()).toEqual([...new Set(listes.values())].sort());
  });

  test.each(
    TOUTES.flatMap((f) => f.arguments).flatMap((a) => (a.choix ?? []).map((choix) => [a.nom, choix, a] as const)),
  )('%s : « %s » se lit, sans accents ni casse non plus', (_, choix, argument) => {
    const simple = choix.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    for (const ecrit of [simple, simple.toUpperCase(), simple.toLowerCase(), choix.replace(' ', '-')])
      expect(argument.lire(ecrit)).toBe(argument.lire(choix));
  });
});
