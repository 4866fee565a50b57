import { CIBLE, CIBLES, EXEMPTION_TENSION } from '../../src/droit';
import { ecrire } from '../../src/nombres';
import dernier from '../../src/referentiel/dernier.json';
import { enLettres, laPart, LOI, milliers, ou, tensionsEnMots } from '../droit-en-mots';
import type { Theme } from './dispositif';

const { champ, exemption, deconventionnement } = LOI;
/** Celle du dernier décret connu. */
const { tension: TENSION_D_EXEMPTION } = EXEMPTION_TENSION.at(-1)!.regle;

export const CHAMP: Theme = {
  titre: 'Champ et exemptions',
  dispositifs: [
    {
      nom: 'Communes soumises',
      reference: 'L302-5',
      certitude: 'texte',
      regle: `${milliers(champ.population)} habitants (${milliers(champ.populationUniteUrbaineDeParis)} dans l’unité urbaine de Paris), agglomération ou EPCI de plus de ${milliers(champ.agglomerationDePlusDe)} avec une commune de plus de ${milliers(champ.communeDePlusDe)}, taux inférieur à la cible ; commune isolée de plus de ${milliers(champ.isolee.dePlusDe)} habitants en croissance d’au moins ${champ.isolee.croissance} % en ${enLettres(champ.isolee.annees)} ans, si un décret la liste, jugée à ${CIBLES[0]} %.`,
      code: 'src/regles/champ/soumise.ts',
      cas: ['test/cas/regles/soumise.csv'],
    },
    {
      nom: `Taux cible de ${ou(CIBLES)} %`,
      reference: 'L302-5-II',
      certitude: 'source secondaire',
      regle: `${CIBLES[0]} % si la tension sur la demande est inférieure au seuil du décret : ${tensionsEnMots(CIBLE)}. Une commune d’une agglomération et d’un EPCI n’est à ${CIBLES[0]} % que si les deux le sont. Un seuil inconnu se donne en argument, il n’est pas supposé.`,
      code: 'src/regles/champ/cible.ts',
      cas: ['test/unitaires/regles/champ.test.ts'],
    },
    {
      nom: 'Exemptions de droit et par décret',
      reference: 'L302-5-III',
      certitude: 'texte',
      regle: `De droit si plus de ${laPart(exemption.inconstructibilite)} du territoire urbanisé est inconstructible (dont recul du trait de côte et captages) ; par décret si la commune est hors d’une agglomération de plus de ${milliers(exemption.agglomerationDePlusDe)} habitants et isolée, ou si la tension est inférieure à ${ecrire(TENSION_D_EXEMPTION)} (seuil de source secondaire, ADR 0022).`,
      code: 'src/regles/champ/exemption.ts',
      cas: ['test/cas/regles/exemption.csv'],
    },
    {
      nom: 'Déconventionnement',
      reference: 'loi-3ds-74',
      certitude: 'source secondaire',
      regle: `Bailleur de plus de ${deconventionnement.logementsPlusDe} logements, commune soumise ou qui le deviendrait : avis conformes du préfet et du maire, ${deconventionnement.mois} mois au plus tard avant l’échéance.`,
      code: 'src/regles/champ/deconventionnement.ts',
      cas: ['test/unitaires/regles/champ.test.ts'],
    },
    {
      nom: 'Logements intermédiaires dans le décompte',
      reference: 'L302-5',
      certitude: 'interprétation',
      regle:
        'Veille au 30 novembre 2026 : la proposition de loi « CHOC » (n° 171), qui veut les compter, a été adoptée au Sénat le 20 janvier 2026 ; promulgation non trouvée.',
      sansCalcul: 'N’est pas le droit lu au 27 février 2026 ; les taux sont des données datées, à changer alors.',
    },
  ],
};

export const OUTIL: Theme = {
  titre: 'Lecture des tableaux',
  dispositifs: [
    {
      nom: 'Cohérence interne d’un tableau',
      reference: 'outil',
      certitude: 'interprétation',
      regle:
        'Lignes complètes, valeurs lisibles, communes écrites une fois, totaux justes ; ce qui n’est pas compris et pourrait changer le verdict est demandé.',
      code: 'src/tableau/controle/lecture.ts',
      constats: [
        'LIGNE_INCOMPLETE',
        'VALEUR_INVALIDE',
        'NON_COMPRIS',
        'CONTEXTE_CONTRADICTOIRE',
        'UNITE',
        'CELLULE_BARREE',
        'FORMULE_SANS_VALEUR',
        'LIGNE_MASQUEE',
        'FEUILLE_MASQUEE',
        'FEUILLE_TROP_LONGUE',
        'DOUBLON',
        'TOTAL_AFFICHE_FAUX',
        'CONTRAT_A_COMPLETER',
        'REDITE_CONTREDITE',
      ],
      cas: ['test/unitaires/tableau/verdict.test.ts'],
    },
    {
      nom: 'Identité des communes',
      reference: 'decoupage',
      certitude: 'source secondaire',
      regle: 'Code et nom sont cherchés dans l’annuaire livré, millésime 2026.',
      code: 'src/tableau/controle/identite.ts',
      constats: ['COMMUNE_INCONNUE'],
      cas: ['test/unitaires/tableau/identite.test.ts'],
    },
    {
      nom: 'Inventaire publié des communes',
      reference: 'L302-6',
      certitude: 'source secondaire',
      regle: `Taux, taux cible, situation et population que le ministère publie, inventaire de ${dernier.annee} (taux au 1er janvier ${dernier.annee - 1}) ; ce ne sont pas les chiffres notifiés. Un taux écrit à la même date, un taux cible écrit pour la même période le contredisent ou non ; une commune carencée s’y voit proposer un contrat de mixité sociale (ADR 0025).`,
      code: 'src/tableau/natures/objectifs/inventaire-publie.ts',
      constats: ['TAUX_CONTREDIT', 'CIBLE_CONTREDITE', 'COMMUNE_CARENCEE'],
      cas: ['test/unitaires/referentiel/referentiel.test.ts', 'test/unitaires/tableau/inventaire-publie.test.ts'],
    },
  ],
};
