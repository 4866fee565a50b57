import { enLettres, LOI } from '../droit-en-mots';
import type { Theme } from './dispositif';

const { attributions, clauseMixite, loyers, typologie } = LOI;

const OBLIGATION_DE_MOYENS = 'Obligation de moyens, aucun chiffre à contrôler.';

export const ATTRIBUTIONS: Theme = {
  titre: 'Attributions',
  dispositifs: [
    {
      nom: 'Attributions hors QPV',
      reference: 'L441-1',
      certitude: 'source secondaire',
      regle: `Au moins ${attributions.horsQpv} % des baux signés dans l’année au premier quartile de ressources, ou à des ménages relogés.`,
      code: 'src/regles/attributions/attributions.ts',
      cas: ['test/cas/regles/attributions.csv'],
    },
    {
      nom: 'Attributions en QPV',
      reference: 'L441-1',
      certitude: 'source secondaire',
      regle: `Au moins ${attributions.enQpv} % aux deuxième, troisième et quatrième quartiles.`,
      code: 'src/regles/attributions/attributions.ts',
      cas: ['test/cas/regles/attributions.csv'],
    },
    {
      nom: 'Substitution du préfet',
      reference: 'L441-1',
      certitude: 'source secondaire',
      regle: `Tant que le flux hors QPV des ${enLettres(attributions.moisDuFlux)} derniers mois reste sous l’objectif du bailleur, ou sans ses informations.`,
      code: 'src/regles/attributions/attributions.ts',
      cas: ['test/unitaires/regles/loyers.test.ts'],
    },
    {
      nom: 'Information du préfet et bilan annuel',
      reference: 'R441-5-1',
      certitude: 'source secondaire',
      regle:
        'Attributions hors QPV aux 30 juin et 31 décembre, sous quinze jours ; bilan aux réservataires avant le 28 février.',
      code: 'src/droit/calendrier.ts',
      cas: ['test/unitaires/regles/trajectoire.test.ts'],
    },
    {
      nom: 'Gestion en flux',
      reference: 'circulaire',
      certitude: 'source secondaire',
      regle: 'Réservations portées sur un flux annuel et non sur des logements ; conventions au 24 novembre 2023.',
      sansCalcul: OBLIGATION_DE_MOYENS,
    },
    {
      nom: 'Cotation de la demande',
      reference: 'circulaire',
      certitude: 'source secondaire',
      regle: 'Effective au 31 décembre 2023 dans les EPCI de la réforme ; critères et pondération au plan partenarial.',
      sansCalcul: 'Chaque EPCI fixe ses critères : aucun barème national.',
    },
    {
      nom: 'Conférence intercommunale du logement',
      reference: 'circulaire',
      certitude: 'source secondaire',
      regle: 'Coprésidée par l’EPCI et le préfet ; oriente le peuplement et prépare la convention.',
      sansCalcul: 'Instance, aucun chiffre.',
    },
    {
      nom: 'Convention intercommunale d’attribution',
      reference: 'circulaire',
      certitude: 'source secondaire',
      regle:
        'Engagements d’attribution chiffrés et territorialisés par partenaire ; peut désigner des résidences à enjeu de mixité sociale.',
      sansCalcul:
        'Ses engagements sont locaux ; celui d’un bailleur est l’argument « objectif » de ATTRIB.SUBSTITUTION.',
    },
    {
      nom: 'Plan partenarial et location voulue',
      reference: 'circulaire',
      certitude: 'source secondaire',
      regle:
        'Plan de gestion de la demande et d’information du demandeur (PPGDID) ; annonces et candidatures choisies.',
      sansCalcul: OBLIGATION_DE_MOYENS,
    },
    {
      nom: 'Commission de coordination',
      reference: 'circulaire',
      certitude: 'source secondaire',
      regle: 'À la demande du maire, dans un QPV (L. 441-1-5 du CCH) : candidats désignés d’un commun accord.',
      sansCalcul: 'Instance, aucun chiffre.',
    },
    {
      nom: 'Commissions d’attribution intercommunales',
      reference: 'circulaire',
      certitude: 'source secondaire',
      regle: 'Encouragées si le bailleur possède plus de 2 000 logements sur le territoire de l’EPCI.',
      sansCalcul: 'Faculté, dont la condition est une seule comparaison.',
    },
    {
      nom: 'Contingent préfectoral et ménages DALO',
      reference: 'circulaire',
      certitude: 'source secondaire',
      regle:
        '5 % réservés aux fonctionnaires ; les ménages DALO en situation précaire ne sont plus désignés dans les QPV.',
      sansCalcul: 'Consigne de désignation aux préfets : la liste des candidats n’est pas dans un tableau SRU.',
    },
    {
      nom: 'Dérogations aux plafonds de ressources',
      reference: 'circulaire',
      certitude: 'source secondaire',
      regle: 'Arrêtés du préfet ou du délégataire, dans les limites de R. 441-1-1 et R. 441-1-2 du CCH.',
      sansCalcul: 'Chaque arrêté fixe la sienne ; les limites de l’article n’ont pas été lues.',
    },
  ],
};

export const LOYERS: Theme = {
  titre: 'Loyers',
  dispositifs: [
    {
      nom: 'Clause de mixité sociale',
      reference: 'D331-12',
      certitude: 'source secondaire',
      regle: `Au moins ${clauseMixite.modestes} % des logements PLUS à des ménages dont les ressources n’excèdent pas ${clauseMixite.modestesRessources} % du plafond ; au plus ${clauseMixite.aises} % à +${clauseMixite.aisesDepassement} %, loyer majoré de ${clauseMixite.majorationLoyer} % ; sans subvention, davantage se négocie jusqu’au plafond PLS (+${clauseMixite.depassementSansSubvention} %). Moins de ${clauseMixite.arrondiProcheSous} logements : au plus proche ; à partir de ${clauseMixite.arrondiProcheSous} : minimum au supérieur, maximum à l’inférieur ; un seul logement : pas de minimum. Ces arrondis viennent de l’article même. Circulaire, en alerte : en QPV, aucune convention sans la clause des ${clauseMixite.aises} % ; ailleurs, part de PLAI significativement supérieure à ${typologie.plaiMinimum} %.`,
      code: 'src/regles/loyers/clause-mixite.ts',
      cas: ['test/cas/regles/clause-mixite.csv'],
    },
    {
      nom: 'Contrôle de la clause de mixité',
      reference: 'circulaire',
      certitude: 'source secondaire',
      regle: `Enquête sur les ressources tous les deux ans (L. 442-5), saisine de l’ANCOLS ; si la clause n’est pas respectée, toutes les attributions vont aux ménages à ${clauseMixite.modestesRessources} % du plafond au plus.`,
      sansCalcul: 'Procédure, aucun chiffre de plus que la clause.',
    },
    {
      nom: 'Interchangeabilité des PLAI et des PLUS',
      reference: 'D353-16',
      certitude: 'source secondaire',
      regle: `Loyer d’un PLAI loué au niveau PLUS : majoration d’au plus ${loyers.majorationPlai} % du loyer maximal PLAI, fixée par arrêté.`,
      code: 'src/regles/loyers/majoration-plai.ts',
      cas: ['test/unitaires/regles/loyers.test.ts'],
    },
    {
      nom: 'Politique des loyers dérogatoires',
      reference: 'ordonnance-2019-453',
      certitude: 'source secondaire',
      regle: `Ménages sous ${loyers.derogatoires.ressources} % du plafond PLAI, loyers au plus au niveau du PLS ; expérimentation close en ${loyers.derogatoires.fin}.`,
      code: 'src/droit/loyers.ts',
      cas: ['test/unitaires/fonctions/droit-annexe.test.ts'],
    },
    {
      nom: 'Nouvelle politique des loyers',
      reference: 'L445-2',
      certitude: 'source secondaire',
      regle: `Redistribution des loyers maximaux à somme constante, aucun au-dessus du PLS, conventions de plus de ${enLettres(loyers.conventionDePlusDe)} ans.`,
      code: 'src/regles/loyers/redistribution.ts',
      cas: ['test/unitaires/regles/loyers.test.ts'],
    },
    {
      nom: 'Supplément de loyer de solidarité',
      reference: 'L441-3',
      certitude: 'source secondaire',
      regle: `Dû si les ressources excèdent d’au moins ${loyers.supplement} % le plafond ; jamais en QPV. Son montant suit un barème, hors des sources.`,
      code: 'src/regles/loyers/supplement.ts',
      cas: ['test/unitaires/regles/loyers.test.ts'],
    },
  ],
};
