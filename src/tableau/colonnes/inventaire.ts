import { DRAPEAU, MONTANT, pourcentage, TEXTE, type Famille } from './fiche';

/** Ce qu'un inventaire publié dit de la situation d'une commune. */
export const INVENTAIRE = {
  soumise_sru: {
    nom: 'l’entrée dans le champ SRU',
    lecture: DRAPEAU,
    decisive: 'non',
    tournures: 'commune sru dujour',
    toleres: '',
  },
  deficitaire: {
    nom: 'la situation déficitaire',
    lecture: DRAPEAU,
    decisive: 'non',
    tournures: 'deficitaire',
    toleres: 'oui non o tranche',
  },
  carencee: {
    nom: 'la carence',
    lecture: DRAPEAU,
    decisive: 'non',
    tournures: 'carencee | carence',
    toleres: 'etat constat oui non o tranche',
  },
  exemptee: {
    nom: 'l’exemption',
    lecture: DRAPEAU,
    decisive: 'non',
    tournures: 'exemptee',
    toleres: 'oui non o tranche',
  },
  statut: {
    nom: 'le statut',
    lecture: TEXTE,
    decisive: 'non',
    tournures: 'statut',
    toleres: '',
  },
  prelevement: {
    nom: 'le prélèvement',
    lecture: MONTANT,
    decisive: 'non',
    tournures: 'prelevement net | prelevement majoration',
    toleres: 'prelevement net dont majoration euro montant annuel total opere effectif',
  },
  inconstructibilite: {
    nom: 'la part inconstructible',
    lecture: pourcentage('une part de 0 à 100 %'),
    decisive: 'non',
    tournures: 'inconstructible | inconstructibilite',
    toleres: 'taux territoire urbanise surface zone',
  },
} as const satisfies Famille;
