import { fraction } from '../../../src/nombres';
import { phraseDuRefus } from '../../../src/regles';
import { phrase } from '../../../src/tableau/controle/catalogue';

const UN_ET_DEMI = fraction(3, 2);

describe('une phrase s’accorde avec son nombre', () => {
  it.each([
    [UN_ET_DEMI, /mais 1,5 logement manque/],
    [fraction(2), /mais 2 logements manquent/],
  ])('taux et manquants', (manquants, attendu) => {
    expect(phrase('TAUX_INCOHERENT', { constate: fraction(20), cible: 20, manquants })).toMatch(attendu);
    const contradiction = { refus: 'TAUX_CONTRADICTOIRE', borne: fraction(20), cible: 20, manquants } as const;
    expect(phraseDuRefus(contradiction)).toMatch(attendu);
  });
  it.each([
    [fraction(1), /dépasse le nombre de logements manquants \(1\)\.$/],
    [fraction(16), /dépasse les 16 logements manquants\.$/],
  ])('objectif et manquants', (manquants, attendu) => {
    expect(phrase('OBJECTIF_SUPERIEUR_AUX_MANQUANTS', { contrat: 20, manquants })).toMatch(attendu);
  });
  it.each([
    [UN_ET_DEMI, /80\s% de 1,5 logement manquant \(/],
    [fraction(16), /80\s% des 16 manquants \(/],
  ])('plancher d’un contrat abaissant', (manquants, attendu) => {
    const details = { contrat: 0, plancher: fraction(1), pourcent: 80, manquants };
    expect(phrase('SOUS_PLANCHER_CMS', details)).toMatch(attendu);
  });
  it.each([
    [9, /H et 1 autre\./],
    [10, /H et 2 autres\./],
  ])('%d communes absentes', (nombre, attendu) => {
    const noms = [...'ABCDEFGHIJ'].slice(0, nombre);
    expect(phrase('COMMUNE_ABSENTE', { noms, epci: 'E', millesime: 2026 })).toMatch(attendu);
  });
});
