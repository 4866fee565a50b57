import { CIBLES, droitDe, ENTRANTES_DEPUIS } from '../../src/droit';
import { ecrire } from '../../src/nombres';
import { avecMajuscule, enLettres, LOI, milliers } from '../droit-en-mots';
import type { Theme } from './dispositif';

const { prelevement, majoration, programme } = LOI;
const { exoneration, report } = prelevement;
const [UNIQUE_DE_2020] = droitDe({ debut: 2020 }).rattrapage!.regle;

const PROPRIETES = 'test/proprietes/prelevement.test.ts';

export const PRELEVEMENT: Theme = {
  titre: 'Prélèvement',
  dispositifs: [
    {
      nom: 'Prélèvement annuel',
      reference: 'L302-7',
      certitude: 'texte',
      regle: `${prelevement.partDuPotentiel} % du potentiel fiscal par habitant × manquants, au plus ${prelevement.plafondDepenses} % des dépenses réelles de fonctionnement ; nul sous ${milliers(prelevement.minimum)} €, seuil testé sur le produit exact, avant les déductions (interprétation, ADR 0020). Au centime, à la fin.`,
      code: 'src/regles/prelevement/prelevement.ts',
      cas: ['test/cas/regles/prelevement.csv', PROPRIETES],
    },
    {
      nom: 'Dépenses déductibles',
      reference: 'L302-7',
      certitude: 'texte',
      regle:
        'Le prélèvement est diminué des dépenses de l’avant-dernier exercice : foncier, viabilisation, moins-values, aires d’accueil et de grand passage, coûts d’éviction, intermédiation locative jusqu’à 10 000 € (Île-de-France, PACA) ou 5 000 € par logement et par an.',
      sansCalcul:
        'Le montant déductible est un argument de SRU.PRELEVEMENT : sa liste se justifie pièce par pièce, plafonds de l’intermédiation compris.',
    },
    {
      nom: 'Report du surplus',
      reference: 'L302-7',
      certitude: 'texte',
      regle: `${avecMajuscule(enLettres(report.annees))} ans ; davantage si les logements aidés, rapportés au tiers de l’obligation triennale et arrondis à l’entier supérieur, dépassent ${enLettres(report.etendu)} : ce nombre est alors celui des années.`,
      code: 'src/regles/prelevement/report.ts',
      cas: ['test/cas/regles/report.csv', PROPRIETES],
    },
    {
      nom: 'Exonérations du prélèvement',
      reference: 'L302-7',
      certitude: 'texte',
      regle: `DSU ou troisième fraction de la DSR, si le taux excède ${CIBLES.map(
        (cible) => `${exoneration.tauxExcede[cible]} % (cible ${cible})`,
      )
        .reverse()
        .join(
          ' ou ',
        )} ; ${enLettres(exoneration.annees)} premières années d’une commune soumise depuis le 1er janvier ${ENTRANTES_DEPUIS}, comptées de la première soumission de son histoire : une commune ressortie puis revenue n’y a pas droit (CAA Nantes, 28 mars 2025, n° 23NT03869).`,
      code: 'src/regles/prelevement/exoneration.ts',
      cas: ['test/cas/regles/exoneration.csv'],
    },
    {
      nom: 'Contrôle de l’usage des fonds',
      reference: 'article',
      certitude: 'source secondaire',
      regle: 'Le préfet contrôle l’usage des fonds du prélèvement, suspend et réaffecte les versements non conformes.',
      sansCalcul: 'Pouvoir de contrôle, aucun chiffre.',
    },
    {
      nom: 'Inventaire et calendrier',
      reference: 'L302-6',
      certitude: 'texte',
      regle:
        'Inventaire avant le 1er juillet, observations sous deux mois, notification avant le 31 décembre ; contrats de la période dès l’été de sa première année (plaquette) ; dépenses déductibles au 31 octobre et prélèvement par neuvièmes (source secondaire) ; dates des bailleurs sur leurs attributions, et leur enquête sur les ressources.',
      code: 'src/regles/calendrier/calendrier.ts',
      cas: ['test/unitaires/regles/trajectoire.test.ts'],
    },
  ],
};

export const CARENCE: Theme = {
  titre: 'Bilan triennal et carence',
  dispositifs: [
    {
      nom: 'Bilan triennal',
      reference: 'L302-9-1',
      certitude: 'texte',
      regle: `Réalisés / objectif, celui du contrat s’il y en a un, de toute période depuis 2002 ; volet qualitatif : les objectifs de PLAI et de PLS s’ils sont écrits, sinon la typologie des logements réalisés. Les objectifs de 2020-2022, notifiés à ${UNIQUE_DE_2020!.taux} %, ont été recalés sur les taux de la loi 3DS (instruction publiée le 16 mai 2023) : le bilan le rappelle.`,
      code: 'src/regles/carence/bilan.ts',
      constats: ['OBJECTIF_NON_ATTEINT', 'REALISES_INCOHERENTS'],
      cas: ['test/cas/carence-2011-2013.csv'],
    },
    {
      nom: 'Taux plancher de majoration',
      reference: 'L302-9-1',
      certitude: 'texte',
      regle:
        '(objectif − réalisés) / objectif, réalisés négatifs comptés pour zéro ; arrondi au pour-cent supérieur (interprétation). Une majoration discrétionnaire peut le dépasser.',
      code: 'src/regles/carence/majoration.ts',
      cas: ['test/cas/carence-2011-2013.csv', PROPRIETES],
    },
    {
      nom: 'Prélèvement majoré',
      reference: 'L302-9-1',
      certitude: 'texte',
      regle: `Prélèvement × (1 + taux), au plus ${enLettres(majoration.multiple)} fois le prélèvement et ${ecrire(majoration.plafondDepenses / 10)} % des dépenses de fonctionnement, ou ${ecrire(majoration.plafondDepensesPotentielEleve / 10)} % si le potentiel fiscal par habitant atteint ${majoration.potentielEleve} % de la médiane ; ${enLettres(majoration.annees)} ans au plus.`,
      code: 'src/regles/carence/majoration.ts',
      cas: ['test/cas/regles/majore.csv', PROPRIETES],
    },
    {
      nom: 'Opérations des communes carencées ou exemptées',
      reference: 'loi-3ds-65-75',
      certitude: 'source secondaire',
      regle: `Au-delà de ${programme.logementsPlusDe} logements familiaux ou de ${programme.surfacePlusDe} m² destinés à l’habitation (L. 111-24 du code de l’urbanisme ; CE, 11 février 2025, n° 491009) : ${programme.carencee} % de logements sociaux hors PLS si la commune est carencée, ${programme.exemptee} % si elle est exemptée de droit hors territoire peu tendu ; inopposable aux logements du ministère de la défense.`,
      code: 'src/regles/carence/programme.ts',
      cas: ['test/cas/regles/programme.csv'],
    },
    {
      nom: 'Droit de préemption et permis de construire',
      reference: 'L302-9-1',
      certitude: 'source secondaire',
      regle:
        'En carence, le préfet peut reprendre le droit de préemption urbain et des autorisations d’urbanisme, ou y renoncer au cas par cas.',
      sansCalcul: 'Transfert de compétence, aucun chiffre.',
    },
    {
      nom: 'Vente de logements sociaux',
      reference: 'article',
      certitude: 'source secondaire',
      regle: 'Interdite dans une commune carencée sans contrat de mixité sociale, sauf à un autre organisme HLM.',
      sansCalcul: 'Interdiction, aucun chiffre.',
    },
    {
      nom: 'Sanctions supprimées par la loi 3DS',
      reference: 'article',
      certitude: 'source secondaire',
      regle: 'Suspension du logement intermédiaire, transfert du contingent communal, liste des bailleurs : supprimés.',
      sansCalcul: 'Ne s’appliquent plus.',
    },
  ],
};
