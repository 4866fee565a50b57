import { anneeDeBase, ecrirePeriode } from '../../droit';
import { ecrireCompte } from '../../nombres';
import { adressePlage, type Avis, type Controle } from '../../tableau';
import { epcisEnMots } from '../groupements';
import { objetDe } from '../presentation';
import { estDeficitaire, type Cadre, type Dossier } from './cadre';
import { avertissement, element, liste, type Bloc } from './document';

const AVIS_EN_MOTS: Readonly<Record<Avis, string>> = {
  recueilli: 'recueilli',
  'a-recueillir': 'à recueillir avant la conclusion du contrat',
  manquant: 'manquant',
};

/** D'où viennent les chiffres, de quel contrat il s'agit ; les réserves du classeur, dans ses mots. */
export function contexte({ titre, reserves }: Dossier, controle: Controle, cadre: Cadre): Bloc[] {
  const { tableau, lignes, contrat, bilan } = controle;
  const { periode } = cadre.droit;
  const deficitaires = `, dont ${ecrireCompte(lignes.filter(estDeficitaire).length, 'déficitaire')}`;
  const conditions = [
    element('Programme local de l’habitat exécutoire', cadre.plh === null ? 'à confirmer' : cadre.plh ? 'oui' : 'non'),
    element('Avis de la commission nationale SRU', cadre.avis ? AVIS_EN_MOTS[cadre.avis] : 'à confirmer'),
  ];
  return [
    liste([
      element('Intercommunalité', epcisEnMots(controle, cadre.annuaire) || 'non reconnue'),
      // Un bilan ne dit pas quelles communes restent déficitaires, et ne s'appuie sur aucun taux.
      element('Communes', `${lignes.length}${bilan ? '' : deficitaires}`),
      element(bilan ? 'Objet' : 'Contrat', objetDe(controle)),
      element('Période triennale', periode ? ecrirePeriode(periode) : cadre.droit.libelle),
      ...(bilan
        ? []
        : [
            element(
              'Date attendue des chiffres',
              `au 1er janvier ${periode ? anneeDeBase(periode) : 'de l’année qui précède la période'}`,
            ),
          ]),
      ...(contrat === 'cims' ? conditions : []),
      element('Source', `${titre}, feuille « ${tableau.feuille} », ${adressePlage(tableau.plage)}`),
    ]),
    ...(reserves.length > 0
      ? [
          avertissement('Le classeur émet des réserves sur ses propres chiffres :'),
          liste(reserves.map((reserve) => element('', `« ${reserve} »`))),
        ]
      : []),
  ];
}
