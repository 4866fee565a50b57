import { entier, LOGEMENTS, REPONSE, TAUX_LIBRE, type Famille } from './fiche';

const SOLDE = entier(null, 'un nombre entier de logements');

export const REALISATIONS = {
  realises: {
    nom: 'les logements réalisés',
    lecture: SOLDE,
    decisive: 'non',
    tournures: 'realise | realisation | bilan tranche',
    toleres: 'logement lls total entre bilan periode tranche etat quantitatif comptabilise agrement agree',
    appui: 'agrement tranche | agree tranche',
  },
} as const satisfies Famille;

const financee = (rang: string, annee: string) =>
  ({
    nom: `les logements financés la ${rang} année`,
    lecture: LOGEMENTS,
    decisive: 'non',
    tournures: `finance ${annee} | agree ${annee} | agrement ${annee}`,
    toleres: 'lls logement total agree agrement finance ne non pas encore inventorie figurant entre',
  }) as const;

/** Un bilan triennal comme le ministère le tient : (a) − (b) + (c) + (d) + (e) + report, et son volet qualitatif. */
export const BILAN = {
  objectif_plai: {
    nom: 'l’objectif minimum de PLAI',
    lecture: LOGEMENTS,
    decisive: 'non',
    tournures: 'objectif plai | minimum plai',
    toleres: 'objectif minimum minimal assimile adapte logement lls total pourcent tranche',
  },
  objectif_pls: {
    nom: 'l’objectif maximum de PLS',
    lecture: LOGEMENTS,
    decisive: 'non',
    tournures: 'objectif pls | maximum pls | plafond pls',
    toleres: 'objectif maximum maximal plafond assimile logement lls total pourcent tranche',
  },
  plai_realises: {
    nom: 'les PLAI réalisés',
    lecture: LOGEMENTS,
    decisive: 'non',
    tournures:
      'plai realise | plai realisation | plai comptabilise | plai agree | plai agrement | plai finance | plai bilan',
    toleres: 'dont assimile adapte logement lls total tranche realise realisation bilan comptabilise calcul',
  },
  pls_realises: {
    nom: 'les PLS réalisés',
    lecture: LOGEMENTS,
    decisive: 'non',
    tournures: 'pls realise | pls realisation | pls comptabilise | pls agree | pls agrement | pls finance | pls bilan',
    toleres: 'dont assimile logement lls total tranche realise realisation bilan comptabilise calcul',
  },
  variation_inventaire: {
    nom: 'la variation de l’inventaire',
    lecture: SOLDE,
    decisive: 'non',
    tournures: 'variation inventaire | evolution inventaire | variation lls | evolution lls',
    toleres: 'variation evolution lls logement entre tranche total millesime dujour',
  },
  deja_comptes: {
    nom: 'les logements déjà comptés',
    lecture: LOGEMENTS,
    decisive: 'non',
    tournures:
      'comptabilise precedent | compte precedent | comptabilise anterieur | compte anterieur | deja compte | deja comptabilise',
    toleres:
      'comptabilise compte lls logement finance bilan precedent anterieur deja figurant entre depuis total tranche',
  },
  finances_1: financee('première', 'premiereannee'),
  finances_2: financee('deuxième', 'deuxiemeannee'),
  finances_3: financee('troisième', 'troisiemeannee'),
  report: {
    nom: 'le report du bilan précédent',
    lecture: SOLDE,
    decisive: 'non',
    tournures: 'report precedent | report anterieur | report bilan | report tranche',
    toleres: 'dont lls logement bilan periode precedent anterieur report',
  },
  taux_realisation: {
    nom: 'le taux de réalisation',
    lecture: TAUX_LIBRE,
    decisive: 'non',
    tournures: 'taux realisation | taux realise | realise pourcent',
    toleres: 'objectif quantitatif triennal tranche bilan',
  },
  respect_objectif: {
    nom: 'le respect de l’objectif',
    lecture: REPONSE,
    decisive: 'non',
    tournures: 'respect global | respect objectif | objectif atteint | objectif atteinte | objectif respecte',
    toleres: 'bilan global quantitatif triennal tranche periode oui non o',
    appui: 'respect',
  },
  carence_envisagee: {
    nom: 'la carence envisagée',
    lecture: REPONSE,
    decisive: 'non',
    tournures: 'carence envisagee | carence proposee | carence proposition',
    toleres: 'oui non o si constat proposition tranche',
  },
  majoration_envisagee: {
    nom: 'le taux de majoration envisagé',
    lecture: TAUX_LIBRE,
    decisive: 'non',
    tournures: 'majoration envisage | majoration propose',
    toleres: 'taux prelevement tranche',
  },
} as const satisfies Famille;
