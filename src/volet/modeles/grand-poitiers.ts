import type { CelluleAEcrire, FeuilleAEcrire, StyleDeCellule } from '../../classeur/feuille-a-ecrire';
import { CIBLES } from '../../droit';
import { typographier } from '../../nombres';

/** Code, commune, taux publié (%), résidences principales, logements sociaux, rang, référence, contrat, accord, périodes : test/cas/grand-poitiers.csv. */
export const COMMUNES = [
  ['86041', 'Buxerolles', 19.6, 4082, 800, 3, 16, 16, '', 0],
  ['86070', 'Chauvigny', 16.7, 2801, 468, 2, 23, 50, 'oui', 0],
  ['86115', 'Jaunay-Marigny', 14.8, 3024, 448, 2, 39, 80, 'oui', 0],
  ['86214', 'Saint-Benoît', 14.6, 2908, 425, 3, 52, 80, 'oui', 0],
  ['86157', 'Mignaloux-Beauvoir', 14.5, 2080, 302, 3, 38, 55, 'oui', 0],
  ['86158', 'Migné-Auxances', 14.5, 2498, 362, 3, 45, 69, 'oui', 0],
  ['86222', 'Saint-Georges-lès-Baillargeaux', 11, 1730, 190, 2, 39, 42, 'oui', 0],
  ['86100', 'Fontaine-le-Comte', 9, 1581, 142, 3, 57, 45, '', 1],
  ['86163', 'Montamisé', 7.9, 1477, 117, 3, 59, 45, '', 1],
  ['86297', 'Vouneuil-sous-Biard', 7.5, 2486, 186, 3, 103, 60, '', 1],
] as const;

/** L'astérisque marque ce que la préfecture n'a pas publié. */
const ENTETES = [
  ['Code INSEE', 10],
  ['Commune', 30],
  ['Taux LLS publié', 9],
  ['Résidences principales *', 12],
  ['Logements sociaux *', 11],
  ['Taux cible', 8],
  ['Rang triennal *', 10],
  ['Objectif de référence *', 12],
  ['Objectif du contrat *', 12],
  ['Accord de la commune *', 12],
  ['Périodes consécutives d’abaissement *', 15],
] as const;

const RESERVES = [
  'Illustration. La préfecture de la Vienne a publié les dix communes, leurs taux, le taux cible, le total du contrat (542) et sa hausse.',
  'Toutes les colonnes marquées * sont une reconstitution : elles ne décrivent pas la situation réelle de ces communes.',
];
const DERNIERE = ENTETES.length - 1;
const ENTETE = RESERVES.length + 3;

/** L'exemple de Grand Poitiers, qui dit ce qui y est publié et ce qui y est reconstitué. */
export function exempleDeGrandPoitiers(): FeuilleAEcrire {
  const premiere = ENTETE + 2;
  const derniere = premiere + COMMUNES.length - 1;
  const plage = `A${premiere - 1}:K${derniere}`;
  return {
    nom: 'Exemple Grand Poitiers',
    largeurs: ENTETES.map(([, largeur]) => largeur),
    lignes: [
      [{ valeur: 'Grand Poitiers : contrat de mixité sociale mutualisant, période 2023-2025', style: 'titre' }],
      ...RESERVES.map((valeur) => [{ valeur: typographier(valeur), style: 'alerte' as const }]),
      [
        { valeur: 'Verdict', style: 'note' },
        { formule: `=CIMS.VALIDER(${plage},"oui","recueilli","2023-2025")`, style: 'texte' },
      ],
      [],
      ENTETES.map(([valeur]) => ({ valeur, style: 'entete' as const })),
      ...COMMUNES.map(rangee),
      total(premiere, derniere),
    ],
    fusions: [0, ...RESERVES.map((_, i) => i + 1)].map((ligne) => ({
      ligne,
      colonne: 0,
      ligneFin: ligne,
      colonneFin: DERNIERE,
    })),
    lignesRepetees: [ENTETE, ENTETE],
    graphiques: [],
    orientation: 'paysage',
    entete: '',
    pied: 'Illustration : chiffres marqués * reconstitués',
  };
}

function rangee([code, nom, taux, rp, lls, rang, reference, contrat, accord, periodes]: (typeof COMMUNES)[number]) {
  const cellule = (valeur: string | number, style: StyleDeCellule = 'nombre'): CelluleAEcrire => ({ valeur, style });
  return [
    cellule(code, 'texte'),
    cellule(nom, 'texte'),
    cellule(taux / 100, 'taux'),
    cellule(rp),
    cellule(lls),
    cellule(CIBLES[0] / 100, 'taux'),
    cellule(rang),
    cellule(reference),
    cellule(contrat),
    cellule(accord, 'texte'),
    cellule(periodes),
  ];
}

function total(premiere: number, derniere: number): CelluleAEcrire[] {
  const somme = (colonne: string): CelluleAEcrire => ({
    formule: `=SUM(${colonne}${premiere}:${colonne}${derniere})`,
    style: 'total',
  });
  const vide: CelluleAEcrire = { style: 'total' };
  const nom: CelluleAEcrire = { valeur: 'Total', style: 'total' };
  return [vide, nom, vide, somme('D'), somme('E'), vide, vide, somme('H'), somme('I'), vide, vide];
}
