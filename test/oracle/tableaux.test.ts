import { comparer, duCode, SORTIES } from './controle';
import { surChaqueMoteur } from './moteurs';
import { tirer } from './tirages-de-tableaux';

const TABLEAUX = tirer(300);

describe('contrôle d’un tableau, refait par un tableur', () => {
  const portees = TABLEAUX.flatMap(duCode).map((constats) => constats.split(' | '));
  const valeurs = (sortie: string) =>
    [...new Set(portees.map((l) => l[SORTIES.indexOf(sortie)]!))].filter(Boolean).sort();

  it.each(['verdict, cims', 'verdict, cms'])('les tirages mènent à chaque %s', (sortie) => {
    expect(valeurs(sortie)).toEqual(['conforme', 'indetermine', 'non conforme']);
  });

  it.each([
    ['REFERENCE_INCOHERENTE', '012'],
    ['REDUCTION_EXCESSIVE', '01'],
    ['ENTRANTE_ABAISSEE', '01'],
    ['ACCORD_MANQUANT', '012'],
    ['NON_DEFICITAIRE', '01'],
    ['SOUS_PLANCHER_PLAQUETTE', '01'],
    ['MOITIE_ARRONDIE', '02'],
    ['LIGNE_INCOMPLETE', '02'],
    ['RANG_INCONNU', '02'],
    ['DUREE_DEPASSEE, cims', '01'],
    ['TOTAL_INSUFFISANT', '012'],
    ['SOUS_PLANCHER_CMS', '01'],
    ['DUREE_DEPASSEE, cms', '012'],
    ['sans contrat', '01'],
  ])('les tirages portent %s à chacune de ses valeurs : %s', (sortie, attendues) => {
    expect(valeurs(sortie).join('')).toBe(attendues);
  });

  surChaqueMoteur('porte les mêmes constats', async (moteur) => {
    const { lignes, ecarts } = await comparer(TABLEAUX, moteur);
    expect(ecarts.slice(0, 10)).toEqual([]);
    const compte = `${TABLEAUX.length} tableaux, ${lignes} lignes comparées`;
    process.stdout.write(`Oracle des tableaux, ${moteur.nom} : ${compte}, aucun écart\n`);
  });
});
