import { DROIT_EN_VIGUEUR } from '../../../droit';
import { comparer, ecrire, ecrireCompte, fraction, produit, type Quantite } from '../../../nombres';
import { auMoins, auPlus, declarer, lgts } from './declaration';

const TYPOLOGIE = DROIT_EN_VIGUEUR.typologie!.regle;

/** Ce qui est réalisé, et les parts de PLAI et de PLS, d'un contrat ou d'un bilan. */
export const DU_BILAN = {
  OBJECTIF_NON_ATTEINT: declarer<{
    objectif: number;
    realises: number;
    taux: Quantite | null;
    majoration: Quantite | null;
  }>({
    gravite: 'bloquant',
    reference: 'L302-9-1',
    certitude: 'texte',
    explication: 'bilan triennal : moins de logements réalisés que l’objectif',
    message: (d) => {
      const taux = d.taux ? ` (${ecrire(produit(d.taux, fraction(100)))} %)` : '';
      const suite = d.majoration
        ? ` Si la carence est prononcée, la majoration du prélèvement est d’au moins ${ecrire(produit(d.majoration, fraction(100)))} %.`
        : '';
      return `${ecrireCompte(d.realises, 'logement réalisé', 'logements réalisés')} sur ${ecrire(d.objectif)}${taux} : il en manque ${ecrire(d.objectif - d.realises)}.${suite}`;
    },
    correction: () =>
      'Vérifier le décompte des logements réalisés ; sinon, préparer les explications de la commune pour la procédure contradictoire.',
  }),
  REALISES_INCOHERENTS: declarer<{ constate: number; attendu: number; decisif: boolean }>({
    gravite: 'alerte',
    reference: 'L302-9-1',
    certitude: 'interprétation',
    explication: 'bilan triennal : les réalisations écrites ne sont pas la somme de leurs composantes',
    message: (d) =>
      `Les réalisations écrites, ${ecrire(d.constate)}, ne sont pas la somme de leurs composantes, ${ecrire(d.attendu)} (variation de l’inventaire − déjà comptés + financés + report)${d.decisif ? ' : l’une atteint l’objectif, l’autre non' : ''}.`,
    correction: (d) => `Écrire ${ecrire(d.attendu)}, ou corriger la composante qui est fausse.`,
  }),
  PART_PLAI_INSUFFISANTE: declarer<{ plai: number; minimum: Quantite; logements: number | null }>({
    gravite: 'alerte',
    reference: 'L302-8-III',
    certitude: 'texte',
    explication: `moins de ${TYPOLOGIE.plaiMinimum} % de PLAI, ou moins que l’objectif de PLAI du bilan`,
    message: (d) =>
      d.logements === null
        ? `${ecrire(d.plai)} PLAI réalisés : l’objectif est de ${auMoins(d.minimum)} au moins.`
        : `${ecrire(d.plai)} PLAI pour ${lgts(d.logements)} : ${auMoins(d.minimum)} au moins.`,
    correction: (d) =>
      d.logements === null
        ? 'Vérifier le décompte des PLAI ; sinon, préparer les explications de la commune.'
        : `Prévoir ${auMoins(d.minimum)} PLAI au moins.`,
  }),
  PART_PLS_EXCESSIVE: declarer<
    { pls: number; strict: Quantite; large: Quantite; seuil: number } | { pls: number; maximum: Quantite }
  >({
    gravite: 'alerte',
    reference: 'L302-8-III',
    certitude: 'texte',
    explication: `plus de ${TYPOLOGIE.plsMaximum} % de PLS, ou de ${TYPOLOGIE.plsMaximumSansPlh} % sous ${TYPOLOGIE.seuilTauxSansPlh} % de logements sociaux sans programme local de l’habitat ; ou plus que le maximum du bilan`,
    message: (d) => {
      if ('maximum' in d) return `${ecrire(d.pls)} PLS réalisés : l’objectif est de ${auPlus(d.maximum)} au plus.`;
      return comparer(d.strict, d.large) === 0
        ? `${ecrire(d.pls)} PLS : ${auPlus(d.large)} au plus.`
        : `${ecrire(d.pls)} PLS : admis jusqu’à ${auPlus(d.large)}, mais ${auPlus(d.strict)} au plus si le taux de logements sociaux est inférieur à ${d.seuil} % sans PLH ; à préciser.`;
    },
    correction: (d) =>
      'maximum' in d
        ? 'Vérifier le décompte des PLS ; sinon, préparer les explications de la commune.'
        : `Prévoir ${auPlus(d.large)} PLS au plus.`,
  }),
} as const;
