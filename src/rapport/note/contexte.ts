import { anneeDeBase, ecrirePeriode } from '../../droit';
import { ecrireCompte } from '../../nombres';
import { adressePlage, type Avis, type Controle } from '../../tableau';
import { epcisEnMots } from '../groupements';
import { objetDe, selonLaNature, type ParNature } from '../natures';
import { estDeficitaire, type CadreDuTableau, type Dossier } from './cadre';
import { avertissement, element, liste, type Bloc, type Element } from './document';

const AVIS_EN_MOTS: Readonly<Record<Avis, string>> = {
  recueilli: 'recueilli',
  'a-recueillir': 'à recueillir avant la conclusion du contrat',
  manquant: 'manquant',
  defavorable: 'défavorable',
};

/** Seuls des objectifs disent quelles communes sont déficitaires. */
const sansDeficit = (controle: Controle): Element[] => [
  element('Communes', `${controle.tableau.lignes.length}`),
  element('Objet', objetDe(controle)),
];

const OBJET: ParNature<Element[]> = {
  objectifs: (c) => [
    element(
      'Communes',
      `${c.lignes.length}, dont ${ecrireCompte(c.lignes.filter(estDeficitaire).length, 'déficitaire')}`,
    ),
    element('Contrat', objetDe(c)),
  ],
  inventaire: sansDeficit,
  bilan: sansDeficit,
  rien: sansDeficit,
};

const DATE_ET_CONDITIONS: ParNature<Element[], [CadreDuTableau]> = {
  objectifs: ({ contrat }, { droit: { periode }, plh, avis }) => [
    element(
      'Date attendue des chiffres',
      `au 1er janvier ${periode ? anneeDeBase(periode) : 'de l’année qui précède la période'}`,
    ),
    ...(contrat === 'cims'
      ? [
          element('Programme local de l’habitat exécutoire', plh === null ? 'à confirmer' : plh ? 'oui' : 'non'),
          element('Avis de la commission nationale SRU', avis ? AVIS_EN_MOTS[avis] : 'à confirmer'),
        ]
      : []),
  ],
  inventaire: () => [],
  bilan: () => [],
  rien: () => [],
};

/** D'où viennent les chiffres, de quel contrat il s'agit ; les réserves du classeur, dans ses mots. */
export function contexte({ titre, reserves }: Dossier, controle: Controle, cadre: CadreDuTableau): Bloc[] {
  const { tableau } = controle;
  const { periode } = cadre.droit;
  return [
    liste([
      element('Intercommunalité', cadre.epci || epcisEnMots(controle, cadre.annuaire) || 'non reconnue'),
      ...selonLaNature(OBJET, controle),
      element('Période triennale', periode && !cadre.droit.reserve ? ecrirePeriode(periode) : cadre.droit.libelle),
      ...selonLaNature(DATE_ET_CONDITIONS, controle, cadre),
      element('Source', `${titre}, feuille « ${tableau.feuille} », ${adressePlage(tableau.plage)}`),
    ]),
    ...reservesDuClasseur(reserves),
  ];
}

/** Ce qu'un classeur dit de ses propres chiffres, dans ses mots. */
export const reservesDuClasseur = (reserves: readonly string[]): Bloc[] =>
  reserves.length === 0
    ? []
    : [
        avertissement('Le classeur émet des réserves sur ses propres chiffres :'),
        liste(reserves.map((reserve) => element('', `« ${reserve} »`))),
      ];
