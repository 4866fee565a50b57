import { ecrire } from '../../nombres';
import { articleDe } from '../../regles';
import { aDesChiffres, type CommuneInventoriee } from '../../tableau';
import { causeDe, encadreEnMots, RESERVE_DES_OBJECTIFS } from '../natures/inventaire-objectifs';
import { palierEnMots, situationEnMots } from '../natures/inventaire-tables';
import { element, liste, paragraphe, type Bloc } from '../note/document';
import { chapitre } from './chapitre';

/** Ce que l'inventaire publie d'une commune, et ce qu'il en encadre : jamais ce qui est notifié. */
export function ficheDInventaire(c: CommuneInventoriee): Bloc[] {
  const { taux, cible, lls } = c;
  return [
    paragraphe(
      `Taux publié : ${taux ? `${ecrire(taux.valeur)} %` : 'inconnu'} ; taux cible : ${cible === null ? 'inconnu' : `${cible} %`}${lls === null ? '' : ` ; logements sociaux : ${ecrire(lls)}`}. Situation : ${situationEnMots(c)}. Palier : ${palierEnMots(c) || 'sans objet'}.`,
    ),
    ...chapitre('Ce que ces chiffres encadrent', chiffres(c)),
  ];
}

function chiffres(c: CommuneInventoriee): Bloc[] {
  if (!aDesChiffres(c)) return [paragraphe(`Aucun objectif ne s’en calcule : ${causeDe(c)}.`)];
  const { residences, manquants, reference, plancherCms, plancherMutualisation } = c.chiffres;
  const cause = causeDe(c);
  return [
    liste([
      element('Résidences principales', encadreEnMots(residences), articleDe('L302-5')),
      element('Logements manquants', encadreEnMots(manquants), articleDe('L302-8-VII')),
      element('Objectif de référence', encadreEnMots(reference), articleDe('L302-8-VII')),
      ...(plancherCms
        ? [element('Plancher d’un contrat de mixité sociale', encadreEnMots(plancherCms), articleDe('L302-8-IX'))]
        : []),
      ...(plancherMutualisation
        ? [element('Plancher d’un contrat mutualisant', encadreEnMots(plancherMutualisation), articleDe('L302-8-X'))]
        : []),
    ]),
    paragraphe(`${RESERVE_DES_OBJECTIFS}${cause ? ` Ici : ${cause}.` : ''}`),
  ];
}
