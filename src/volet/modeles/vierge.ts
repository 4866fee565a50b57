import type { FeuilleAEcrire } from '../../classeur/feuille-a-ecrire';

const ENTETES = [
  ['Code INSEE', 11],
  ['Commune', 28],
  ['Résidences principales', 13],
  ['Logements sociaux', 12],
  ['Taux cible', 9],
  ['Rang triennal', 10],
  ['Objectif du contrat', 12],
  ['Accord de la commune', 13],
  ['Périodes consécutives d’abaissement', 16],
] as const;

const CONSIGNES = [
  'Une commune par ligne, sous les en-têtes ; le contrôle suit la saisie dans le volet.',
  'Résidences principales et logements sociaux au 1er janvier de l’année qui précède la période. Rang vide : droit commun.',
  'Accord : « oui » si la commune accepte un objectif au-dessus de sa référence.',
];

/** Un tableau à remplir : ses en-têtes, et ce qu'il faut y écrire. */
export function tableauVierge(): FeuilleAEcrire {
  const derniere = ENTETES.length - 1;
  return {
    nom: 'Mutualisation',
    largeurs: ENTETES.map(([, largeur]) => largeur),
    lignes: [
      [{ valeur: 'Contrat de mixité sociale mutualisant', style: 'titre' }],
      ...CONSIGNES.map((valeur) => [{ valeur, style: 'note' as const }]),
      [],
      ENTETES.map(([valeur]) => ({ valeur, style: 'entete' as const })),
    ],
    fusions: [0, ...CONSIGNES.map((_, i) => i + 1)].map((ligne) => ({
      ligne,
      colonne: 0,
      ligneFin: ligne,
      colonneFin: derniere,
    })),
    lignesRepetees: [CONSIGNES.length + 2, CONSIGNES.length + 2],
    graphiques: [],
    orientation: 'paysage',
    entete: '',
    pied: '',
  };
}
