import {
  avecMajuscule,
  enLettres,
  laPart,
  LOI,
  milliers,
  PLANCHER_DE_LA_PLAQUETTE,
  PLANCHER_MUTUALISE,
  PLANCHERS_ABAISSANTS,
  PLANCHERS_MUTUALISES,
} from '../droit-en-mots';
import { PUBLIE } from '../exemples/grand-poitiers-donnees';
import type { Theme } from './dispositif';

const { abaissement, mutualisation } = LOI;
const { populationInferieureA, inconstructibilite } = abaissement.derogation;

const MUTUALISATION = 'test/unitaires/tableau/mutualisation.test.ts';

export const CONTRATS: Theme = {
  titre: 'Contrats de mixité sociale',
  dispositifs: [
    {
      nom: 'Contrat de mixité sociale abaissant',
      reference: 'L302-8-IX',
      certitude: 'texte',
      regle: `Objectif d’au moins ${PLANCHERS_ABAISSANTS} des manquants selon le palier.`,
      code: 'src/regles/cms/plancher.ts',
      constats: ['SOUS_PLANCHER_CMS'],
      cas: ['test/cas/decision.csv'],
    },
    {
      nom: 'Durée d’un abaissement',
      reference: 'L302-8-IX',
      certitude: 'texte',
      regle: `${avecMajuscule(enLettres(abaissement.periodesConsecutives))} périodes consécutives au plus (${enLettres(mutualisation.periodesConsecutives)} pour une mutualisation), sauf dérogation du préfet, pour le seul abaissement, si la commune a moins de ${milliers(populationInferieureA)} habitants ou ${inconstructibilite.join(' à ')} % de son territoire urbanisé inconstructible.`,
      code: 'src/regles/cms/duree.ts',
      constats: ['DUREE_DEPASSEE'],
      cas: ['test/unitaires/regles/duree.test.ts', MUTUALISATION],
    },
    {
      nom: 'Contrat mutualisant (« CIMS »)',
      reference: 'L302-8-X',
      certitude: 'texte',
      regle: `Chaque commune garde au moins ${laPart(mutualisation.partDeLaReference)} de son objectif de référence : ${PLANCHERS_MUTUALISES} des manquants. Un objectif qui ne tient que la moitié de l’entier notifié, et non celle de la valeur exacte, n’est ni conforme ni refusé (interprétation, ADR 0032).`,
      code: 'src/regles/cims/plancher.ts',
      constats: ['REDUCTION_EXCESSIVE', 'MOITIE_ARRONDIE'],
      cas: ['test/cas/decision.csv', 'test/cas/grand-poitiers.csv'],
    },
    {
      nom: 'Plancher de la plaquette',
      reference: 'plaquette',
      certitude: 'source secondaire',
      regle: `« ${PLANCHER_DE_LA_PLAQUETTE} des logements manquants » : la loi dit ${PLANCHER_MUTUALISE}. Alerte, jamais blocage (ADR 0003).`,
      code: 'src/droit/donnees.ts',
      constats: ['SOUS_PLANCHER_PLAQUETTE'],
      cas: [MUTUALISATION],
    },
    {
      nom: 'Somme des objectifs mutualisés',
      reference: 'L302-8-X',
      certitude: 'texte',
      regle: `Au moins la somme des objectifs de référence de l’ensemble : 264 = 264 dans l’exemple de la plaquette ; ${PUBLIE.total} logements, +${PUBLIE.hausse} %, à Grand Poitiers.`,
      code: 'src/tableau/natures/objectifs/totaux.ts',
      constats: ['TOTAL_INSUFFISANT'],
      cas: [MUTUALISATION, 'test/cas/grand-poitiers.md'],
    },
    {
      nom: 'Répartition des objectifs mutualisés',
      reference: 'L302-8-X',
      certitude: 'interprétation',
      regle: 'Une proposition de l’outil, sous toutes les conditions du X ; la loi laisse le choix aux signataires.',
      code: 'src/regles/cims/repartir/repartir.ts',
      cas: ['test/proprietes/repartir-exhaustif.test.ts', 'test/oracle/repartir.test.ts'],
    },
    {
      nom: 'Accord des communes dont l’objectif est relevé',
      reference: 'L302-8-X',
      certitude: 'texte',
      regle: 'Un objectif au-dessus de la référence demande l’accord de la commune.',
      code: 'src/tableau/natures/objectifs/contrat.ts',
      constats: ['ACCORD_MANQUANT'],
      cas: [MUTUALISATION],
    },
    {
      nom: 'Programme local de l’habitat exécutoire',
      reference: 'L302-8-X',
      certitude: 'texte',
      regle: 'L’EPCI d’une mutualisation est couvert par un PLH ou un document exécutoire en tenant lieu.',
      code: 'src/tableau/natures/objectifs/conditions.ts',
      constats: ['PLH_MANQUANT', 'CONDITION_A_CONFIRMER'],
      cas: [MUTUALISATION],
    },
    {
      nom: 'Avis de la commission nationale SRU',
      reference: 'L302-8-X',
      certitude: 'texte',
      regle:
        'Préalable à la mutualisation. Que l’avis ne soit que consultatif est une interprétation : la loi ne le dit pas conforme.',
      code: 'src/tableau/natures/objectifs/conditions.ts',
      constats: ['AVIS_MANQUANT', 'AVIS_DEFAVORABLE'],
      cas: [MUTUALISATION],
    },
    {
      nom: 'Communes d’un même EPCI',
      reference: 'L302-8-X',
      certitude: 'texte',
      regle:
        'Toutes du même EPCI à fiscalité propre. La lettre vise les communes soumises au prélèvement, la plaquette toutes les déficitaires : l’écart est une alerte.',
      code: 'src/tableau/controle/identite.ts',
      constats: ['COMMUNE_HORS_EPCI', 'DEFICITAIRE_ABSENTE', 'COMMUNE_ABSENTE', 'HORS_PRELEVEMENT'],
      cas: ['test/unitaires/tableau/identite.test.ts', 'test/unitaires/tableau/inventaire-publie.test.ts'],
    },
    {
      nom: 'Non-cumul de l’abaissement et de la mutualisation',
      reference: 'L302-8-X',
      certitude: 'interprétation',
      regle:
        'IX et X ne se cumulent pas dans une même période : une référence déjà abaissée n’est pas une référence (ADR 0010).',
      sansCalcul: 'Le constat REFERENCE_INCOHERENTE bloque une référence écrite sous l’objectif légal.',
    },
    {
      nom: 'Durée du contrat',
      reference: 'L302-8-1',
      certitude: 'texte',
      regle: 'Trois ans renouvelables ; annexé au PLH ; signé le plus tôt possible dans la période.',
      sansCalcul: 'Le contrat suit la période triennale : aucun chiffre de plus.',
    },
    {
      nom: 'Signataires du contrat',
      reference: 'L302-8-1',
      certitude: 'texte',
      regle:
        'Maire, préfet, président de l’EPCI ; dans la métropole du Grand Paris, aussi l’EPT (et, selon la plaquette, le président de la métropole). D’autres acteurs peuvent s’associer.',
      sansCalcul: 'Formalité, aucun chiffre ; la note de la commission laisse leurs places.',
    },
    {
      nom: 'Contenu du contrat',
      reference: 'plaquette',
      certitude: 'source secondaire',
      regle: 'Trois volets ; feuille de route en quatre articles : actions, objectifs, projets, gouvernance.',
      sansCalcul: 'Plan de document, aucun chiffre.',
    },
    {
      nom: 'Leviers du contrat',
      reference: 'plaquette',
      certitude: 'source secondaire',
      regle:
        'Action foncière, urbanisme et aménagement (secteurs de mixité sociale), programmation et financement, attribution aux publics prioritaires.',
      sansCalcul: 'Moyens négociés dans chaque contrat, aucun chiffre légal.',
    },
    {
      nom: 'Arrondissements de Paris, Lyon et Marseille',
      reference: 'L302-8-1',
      certitude: 'source secondaire',
      regle: 'Production orientée en priorité vers les arrondissements de moins de 15 % de logements sociaux.',
      sansCalcul: 'La part prioritaire n’est chiffrée nulle part : le contrat la fixe.',
    },
  ],
};
