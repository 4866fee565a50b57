import { compte, entier, LOGEMENTS, REPONSE, type Famille } from './fiche';

export const CONTRAT = {
  accord_commune: {
    nom: 'l’accord de la commune',
    lecture: REPONSE,
    decisive: 'oui',
    tournures: 'accord',
    toleres:
      'maire communal conseil municipal cm oui non o cours attente obtenu ecrit deliberation hausse relevement tranche avis vote formel recueilli favorable defavorable reference',
    appui:
      'deliberation | avis maire | avis commune | avis conseil | avis cm | vote conseil | vote cm | date accord | date deliberation',
    etendue: true,
  },
  periodes_consecutives_abaissees: {
    nom: 'les périodes consécutives d’abaissement',
    lecture: entier(0, 'un nombre entier de périodes'),
    decisive: 'oui',
    tournures:
      'periode consecutive | periode abaissee | periode abaissement | periode reduction | triennal abaisse | triennal abaissement | triennal consecutif',
    toleres: 'periode consecutif consecutive abaissee abaissement reduction objectif contrat',
    etendue: true,
  },
  soumise_prelevement: {
    nom: 'la soumission au prélèvement',
    lecture: REPONSE,
    decisive: 'oui',
    tournures: 'soumis prelevement | assujetti prelevement | prelevement oui | prelevement o | preleve',
    toleres: 'soumis assujetti prelevement oui non o',
    etendue: true,
  },
} as const satisfies Famille;

const COMPTE = compte(0, 'un nombre de logements positif ou nul');

/** Ce qu'une commune produira : la typologie, et les bornes qui servent à répartir. */
export const PRODUCTION = {
  plai: {
    nom: 'les PLAI',
    lecture: LOGEMENTS,
    decisive: 'non',
    tournures: 'plai',
    toleres: 'dont logement produire realiser',
    additive: true,
  },
  plus: {
    nom: 'les PLUS',
    lecture: LOGEMENTS,
    decisive: 'non',
    tournures: 'plus',
    toleres: 'dont logement produire realiser',
  },
  pls: {
    nom: 'les PLS',
    lecture: LOGEMENTS,
    decisive: 'non',
    tournures: 'pls',
    toleres: 'dont logement produire realiser',
    additive: true,
  },
  minimum_commune: {
    nom: 'le minimum de la commune',
    lecture: COMPTE,
    decisive: 'non',
    tournures: 'minimum',
    toleres: 'propre logement lls accepte souhaite demande tranche',
    additive: true,
  },
  maximum_commune: {
    nom: 'le maximum de la commune',
    lecture: COMPTE,
    decisive: 'non',
    tournures: 'maximum | capacite',
    toleres:
      'propre logement lls accepte souhaite demande tranche maximum fonciere foncier accueil realisation production faire produire realiser',
    additive: true,
  },
  projets_identifies: {
    nom: 'les projets identifiés',
    lecture: COMPTE,
    decisive: 'non',
    tournures: 'projet identifie | projet connu | projet recense | operation identifiee | operation connue',
    toleres: 'projet operation logement lls deja tranche',
    additive: true,
  },
} as const satisfies Famille;
