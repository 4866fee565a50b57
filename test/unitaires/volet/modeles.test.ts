import { readFileSync } from 'node:fs';
import { REFERENTIEL } from '../../../src/referentiel';
import type { FeuilleAEcrire } from '../../../src/classeur/feuille-a-ecrire';
import { lireNombre, versNombre } from '../../../src/nombres';
import { phraseDesTotaux } from '../../../src/rapport/presentation';
import { reservesDe } from '../../../src/rapport/reserves';
import { grilleDeValeurs, trouverEntetes } from '../../../src/tableau';
import { controleDe, controlerFeuille } from '../../../src/volet/etat/controles';
import { SANS_PRECISION } from '../../../src/tableau';
import { COMMUNES, exempleDeGrandPoitiers } from '../../../src/volet/modeles/grand-poitiers';
import { tableauVierge } from '../../../src/volet/modeles/vierge';

const enFeuille = ({ lignes, nom, fusions }: FeuilleAEcrire) => ({
  ...grilleDeValeurs(
    lignes.map((l) =>
      l.map(({ valeur, style }) => (style === 'taux' ? { valeur: valeur ?? null, pourcent: true } : (valeur ?? null))),
    ),
    nom,
    fusions,
  ),
  id: 'f1',
});

test('l’exemple de Grand Poitiers a les chiffres de test/cas/grand-poitiers.csv', () => {
  const [entetes, ...lignes] = readFileSync('test/cas/grand-poitiers.csv', 'utf8')
    .trimEnd()
    .split('\n')
    .map((l) => l.split(';'));
  const colonnes = 'code_insee commune taux_lls_publie_pct residences_principales logements_sociaux rang_triennal';
  const suite = 'objectif_reference objectif_contrat accord_commune periodes_consecutives_abaissees';
  const noms = `${colonnes} ${suite}`.split(' ');
  const attendues = lignes.map((ligne) =>
    noms.map((nom, i) => {
      const texte = ligne[entetes!.indexOf(nom)]!;
      return typeof COMMUNES[0][i] === 'string' ? texte : versNombre(lireNombre(texte)!.valeur);
    }),
  );
  expect(COMMUNES).toEqual(attendues);
});

test('l’exemple se contrôle : conforme, 471, 542 ; il dit ce qui est reconstitué', () => {
  const feuille = enFeuille(exempleDeGrandPoitiers());
  const { tableaux } = controlerFeuille(feuille, SANS_PRECISION, REFERENTIEL);
  const controle = controleDe(tableaux[0]!)!;
  expect(tableaux).toHaveLength(1);
  expect(controle.verdict).toBe('conforme');
  expect(phraseDesTotaux(controle)).toContain('471, contrat 542');
  expect(controle.tableau.ignorees).toEqual([]);
  expect(reservesDe(feuille).join()).toContain('reconstitution');
  expect(
    exempleDeGrandPoitiers()
      .lignes.flat()
      .find((c) => c.formule)?.formule,
  ).toContain('(A6:K16,');
});

test('le tableau vierge se reconnaît, et attend ses communes', () => {
  const feuille = enFeuille(tableauVierge());
  const { tableaux, vierge } = controlerFeuille(feuille, SANS_PRECISION, REFERENTIEL);
  expect([tableaux.length, vierge]).toEqual([0, true]);
  const [bloc] = trouverEntetes(feuille, new Map());
  expect(bloc!.entetes.filter((e) => e.colonne === null)).toEqual([]);
  expect(bloc!.entetes).toHaveLength(9);
});
