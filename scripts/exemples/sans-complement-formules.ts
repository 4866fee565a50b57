import { arrondir, fraction, versNombre, produit } from '../../src/nombres';
import { CIBLES, DROIT_EN_VIGUEUR, type Droit, type Palier, type Rang, type RegleMutualisation } from '../../src/droit';
import {
  estRefus,
  nombreManquant,
  partDe,
  reductionMaximale,
  situation,
  tauxCibleDe,
  tauxDeRattrapage,
} from '../../src/regles';

/** Les lignes du tableau, sur les deux feuilles. */
export const PREMIERE = 10;
export const DERNIERE = 39;

/** Une colonne calculée : sa formule, où `#` est le numéro de la ligne, et ce qu'on en dit. */
export interface Calculee {
  readonly colonne: string;
  readonly titre: string;
  readonly formule: string;
  readonly sens: string;
}

// La loi en entiers : un taux cible de 20 % y vaut 20, les manquants se comptent en centièmes de logement, la référence en
// dix-millièmes. Aucune comparaison ne porte sur un nombre à virgule.
const CIBLE = 'ARRONDI(100*Contrôle!E#;0)';
const CODES = `Contrôle!A$${PREMIERE}:A$${DERNIERE}`;
const NOMS = `Contrôle!B$${PREMIERE}:B$${DERNIERE}`;
const entier = (cellule: string, minimum: number) => `${cellule}>=${minimum};${cellule}=ENT(${cellule})`;
const facultatif = (cellule: string) => `OU(${cellule}="";ET(${entier(cellule, 0)}))`;

/** 1 si la condition est vraie d'une commune déficitaire dont tout est rempli. */
const siDeficitaire = (condition: string) => `SI(B#=1;SI(C#>0;SI(${condition};1;0);0);0)`;

/** Le taux de l'écart de la commune : celui du premier palier, sinon d'un plus proche, comparé en entiers. */
const tauxDuPalier = ([premier, ...suivants]: readonly Palier[]): string =>
  suivants.reduce(
    (sinon, { precedent, taux }) =>
      `SI(100*Contrôle!D#${precedent!.compris ? '>' : '>='}(${CIBLE}-${precedent!.auDela})*Contrôle!C#;${taux};${sinon})`,
    String(premier!.taux),
  );

const paliersEnMots = (paliers: readonly Palier[]): string =>
  paliers.map(({ libelle, taux, compris }) => `${libelle}${compris ? ', bornes comprises' : ''} : ${taux}`).join(' ; ');

/** La feuille « Calcul », une ligne par commune. */
const calculDe = ({ rattrapage, entrantes, mutualisation }: Droit): readonly Calculee[] => [
  {
    colonne: 'B',
    titre: 'État',
    formule: `SI(NBVAL(Contrôle!A#:J#)=0;"";SI(SIERREUR(ET(NBVAL(Contrôle!A#:B#)>0;ESTNUM(Contrôle!C#);ESTNUM(Contrôle!D#);ESTNUM(Contrôle!E#);${entier('Contrôle!C#', 1)};${entier('Contrôle!D#', 0)};Contrôle!D#<=Contrôle!C#;OU(${CIBLES.map((cible) => `${CIBLE}=${cible}`).join(';')});ARRONDI(100*Contrôle!E#;6)=${CIBLE};${facultatif('Contrôle!F#')};${facultatif('Contrôle!G#')};${facultatif('Contrôle!H#')};${facultatif('Contrôle!J#')});0=1);1;0))`,
    sens: '1 : ligne lisible ; 0 : à compléter ou à corriger ; vide : ligne vide.',
  },
  {
    colonne: 'C',
    titre: 'Manquants × 100',
    formule: `SI(B#=1;MAX(0;${CIBLE}*Contrôle!C#-100*Contrôle!D#);"")`,
    sens: 'Taux cible × résidences principales − logements sociaux, en centièmes de logement : un entier.',
  },
  {
    colonne: 'D',
    titre: 'Rattrapage (%)',
    formule: `SI(B#=1;SI(C#=0;0;SI(Contrôle!F#="";E#;${Object.entries(entrantes!.regle).reduceRight((sinon, [rang, taux]) => `SI(Contrôle!F#=${rang};${taux};${sinon})`, 'E#')}));"")`,
    sens: `Entrante de rang ${Object.keys(entrantes!.regle).join(', ')} : ${Object.values(entrantes!.regle).join(', ')} ; sinon le palier.`,
  },
  {
    colonne: 'E',
    titre: 'Palier (%)',
    formule: `SI(B#=1;${tauxDuPalier(rattrapage!.regle)};"")`,
    sens: `Écart au taux cible de ${paliersEnMots(rattrapage!.regle)}. Comparé en entiers : 100 × logements sociaux à (cible − écart) × résidences principales.`,
  },
  {
    colonne: 'F',
    titre: 'Référence × 10 000',
    formule: 'SI(B#=1;C#*D#;"")',
    sens: 'Rattrapage × manquants, en dix-millièmes de logement : la référence exacte.',
  },
  {
    colonne: 'G',
    titre: 'Objectif d’entrante abaissé',
    formule: siDeficitaire('ET(Contrôle!F#<>"";Contrôle!F#<3;Contrôle!H#<>"";Contrôle!H#<Contrôle!M#)'),
    sens: 'Bloquant (L. 302-8, VIII) : rang 0, 1 ou 2 et objectif sous la référence.',
  },
  {
    colonne: 'H',
    titre: 'Sous la moitié',
    formule: siDeficitaire(
      `ET(Contrôle!F#<>"";Contrôle!F#>=3;Contrôle!H#<>"";100*Contrôle!H#<${mutualisation!.regle.partDeLaReference}*Contrôle!M#)`,
    ),
    sens: `Bloquant (X) : l’objectif est sous ${mutualisation!.regle.partDeLaReference} % de la référence.`,
  },
  {
    colonne: 'I',
    titre: 'Sans accord',
    formule: siDeficitaire('ET(Contrôle!H#>Contrôle!M#;GAUCHE(MINUSCULE(Contrôle!I#);3)<>"oui")'),
    sens: 'Bloquant (X) : objectif au-dessus de la référence sans l’accord de la commune.',
  },
  {
    colonne: 'J',
    titre: 'Trop longtemps',
    formule: siDeficitaire(
      `ET(Contrôle!F#<>"";Contrôle!H#<>"";Contrôle!H#<Contrôle!M#;Contrôle!J#>${mutualisation!.regle.periodesConsecutives})`,
    ),
    sens: `Bloquant (X) : plus de ${mutualisation!.regle.periodesConsecutives} périodes consécutives d’abaissement.`,
  },
  {
    colonne: 'K',
    titre: 'Notifié trop bas',
    formule: 'SI(B#=1;SI(ET(Contrôle!F#<>"";Contrôle!G#<>"";10000*(Contrôle!G#+1)<=F#);1;0);0)',
    sens: 'Bloquant (VII) : l’objectif notifié est sous l’objectif légal et n’en est aucun arrondi.',
  },
  {
    colonne: 'L',
    titre: 'Non déficitaire',
    formule: 'SI(B#=1;SI(ET(C#=0;Contrôle!H#>0);1;0);0)',
    sens: 'Bloquant (VII) : taux cible atteint, l’objectif devrait être nul.',
  },
  {
    colonne: 'M',
    titre: 'En double',
    formule: `SI(B#="";0;SI(OU(ET(Contrôle!A#<>"";NB.SI(${CODES};Contrôle!A#)>1);ET(Contrôle!A#="";NB.SI(${NOMS};Contrôle!B#)>1));1;0))`,
    sens: 'Bloquant : la commune est écrite deux fois.',
  },
  {
    colonne: 'N',
    titre: 'À compléter',
    formule: 'SI(B#="";0;SI(B#=0;1;SI(ET(C#>0;OU(Contrôle!F#="";Contrôle!H#=""));1;0)))',
    sens: 'Empêche de conclure : ligne illisible, ou rang ou objectif du contrat absent.',
  },
];

const plancherDe = ({ partDeLaReference }: RegleMutualisation): string => `ENT((${partDeLaReference}*M#+99)/100)`;

const si = (colonne: string, phrase: string) => `SI(Calcul!${colonne}#=1;"${phrase} ";"")`;

/** Les colonnes calculées de la feuille « Contrôle ». */
const resultatsDe = ({ mutualisation }: Droit): readonly Calculee[] => [
  {
    colonne: 'K',
    titre: 'Logements manquants',
    formule: 'SI(Calcul!B#=1;ENT((Calcul!C#+99)/100);"")',
    sens: 'À l’entier supérieur.',
  },
  {
    colonne: 'L',
    titre: 'Taux de rattrapage',
    formule: 'SI(Calcul!B#=1;Calcul!D#/100;"")',
    sens: 'Part des manquants à produire.',
  },
  {
    colonne: 'M',
    titre: 'Objectif de référence',
    formule: 'SI(Calcul!B#=1;SI(G#="";ENT((Calcul!F#+5000)/10000);G#);"")',
    sens: 'Celui que l’État a notifié ; à défaut le calcul, à l’entier le plus proche, 0,5 arrondi vers le haut.',
  },
  {
    colonne: 'N',
    titre: 'Plancher de mutualisation',
    formule: `SI(Calcul!B#=1;SI(F#="";${plancherDe(mutualisation!.regle)};SI(F#<3;M#;${plancherDe(mutualisation!.regle)}));"")`,
    sens: `${mutualisation!.regle.partDeLaReference} % de la référence, à l’entier supérieur ; la référence même pour une entrante.`,
  },
  {
    colonne: 'O',
    titre: 'Constats',
    formule: `SI(Calcul!B#="";"";${[
      si('M', 'Écrite deux fois.'),
      'SI(Calcul!N#=1;SI(Calcul!B#=0;"À compléter ou à corriger. ";"Rang ou objectif du contrat à compléter. ");"")',
      si('L', 'Taux cible atteint : objectif nul attendu.'),
      si('G', 'Entrante : objectif non abaissable.'),
      si('H', 'Sous le plancher.'),
      si('I', 'Accord à recueillir.'),
      si('J', `Plus de ${mutualisation!.regle.periodesConsecutives} périodes.`),
      si('K', 'Objectif notifié sous l’objectif légal.'),
    ].join('&')})`,
    sens: 'Ce qui bloque ou manque, ligne par ligne ; la feuille « Calcul » dit pourquoi.',
  },
];

/** Les colonnes calculées des deux feuilles, d'après la loi d'une période. */
export const formulesDe = (droit: Droit) => ({ calcul: calculDe(droit), resultats: resultatsDe(droit) });
export const { calcul: CALCUL, resultats: RESULTATS } = formulesDe(DROIT_EN_VIGUEUR);

const lignes = (colonnes: string) => {
  const [debut = '', fin = debut] = colonnes.split(':');
  return `${debut}${PREMIERE}:${fin}${DERNIERE}`;
};
const A_COMPLETER = `SOMME(Calcul!${lignes('N')})`;
const TOTAL_BAS = `SI(${A_COMPLETER}>0;0;SI(SOMME(${lignes('H')})<SOMME(${lignes('M')});1;0))`;
const BLOQUANTS = `SOMME(Calcul!${lignes('G:M')})+${TOTAL_BAS}+SI(N4="non";1;0)+SI(N5="manquant";1;0)`;

/** Le verdict et ce qu'il additionne ; le contexte est en N4 (PLH) et N5 (avis). */
export const VERDICT = {
  bloquants: BLOQUANTS,
  aCompleter: A_COMPLETER,
  verdict: `SI(NB(Calcul!${lignes('B')})=0;"";SI(C6>0;"NON CONFORME";SI(C7>0;"INDÉTERMINÉ";"CONFORME")))`,
} as const;

/** Ce qu'une commune saisie fait calculer : les valeurs que le classeur garde de ses formules, par les règles mêmes. */
export function valeursDe(rp: number, lls: number, rapportCible: number, rang: Rang) {
  const s = situation(rp, lls, tauxCibleDe(100 * rapportCible)!, rang);
  if (estRefus(s)) throw new Error(s.refus);
  const [rattrapage, palier] = [
    tauxDeRattrapage(s, DROIT_EN_VIGUEUR),
    tauxDeRattrapage({ ...s, rang: 3 }, DROIT_EN_VIGUEUR),
  ];
  if (estRefus(rattrapage) || estRefus(palier)) throw new Error('règle absente');
  const manquants = nombreManquant(s);
  const exacte = partDe(manquants, rattrapage.pourcent);
  const reference = arrondir(exacte, 'PROCHE');
  const plancher =
    rang < 3 ? reference : arrondir(reductionMaximale(fraction(reference), DROIT_EN_VIGUEUR)!, 'SUPERIEUR');
  const dixMilliemes = produit(exacte, fraction(10_000));
  return {
    calcul: [
      1,
      versNombre(produit(manquants, fraction(100))),
      rattrapage.pourcent,
      palier.pourcent,
      versNombre(dixMilliemes),
    ],
    resultats: [arrondir(manquants, 'SUPERIEUR'), rattrapage.pourcent / 100, reference, plancher],
  };
}
