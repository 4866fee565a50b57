import { REPONSE, TEXTE, type Famille } from './fiche';

/** Où est la commune, et depuis quand la loi lui est applicable : ce qui donne son rang, et l'année d'une table longue. */
export const SOUMISSION = {
  departement: {
    nom: 'le département',
    lecture: TEXTE,
    decisive: 'non',
    tournures: 'departement | dep | dpt | dept',
    toleres: 'code nom libelle numero',
    etendue: true,
  },
  premiere_soumission: {
    nom: 'la première année de soumission',
    lecture: TEXTE,
    decisive: 'oui',
    tournures: 'premier soumission | annee soumission | date soumission | soumise depuis',
    toleres: 'annee date premier soumission entree sru dispositif champ depuis loi periode',
    appui: 'annee entree | date entree | entree sru | entree dispositif',
    etendue: true,
  },
  entrante: {
    nom: 'la qualité de commune entrante',
    lecture: REPONSE,
    decisive: 'oui',
    tournures: 'entrante',
    toleres: 'oui non o rang nouvelle tranche periode',
    etendue: true,
  },
  annee: {
    nom: 'l’année',
    lecture: TEXTE,
    decisive: 'oui',
    tournures: 'annee | millesime | exercice',
    toleres: 'annee inventaire',
    etendue: true,
  },
} as const satisfies Famille;
