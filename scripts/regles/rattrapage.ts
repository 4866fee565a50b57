import { BORNES_EN_MOTS, LOI, PALIERS_EN_MOTS, tauxSelon } from '../droit-en-mots';
import type { Theme } from './dispositif';

const { entrantes, typologie } = LOI;

export const RATTRAPAGE: Theme = {
  titre: 'Taux et objectifs de rattrapage',
  dispositifs: [
    {
      nom: 'Taux de logements sociaux',
      reference: 'L302-5',
      certitude: 'texte',
      regle: 'Logements sociaux décomptés / résidences principales, au 1er janvier de l’année qui précède la période.',
      code: 'src/regles/sru/manquants.ts',
      constats: ['TAUX_INCOHERENT'],
      cas: ['test/unitaires/regles/trace.test.ts', 'test/cas/grand-poitiers.csv'],
    },
    {
      nom: 'Base du décompte',
      reference: 'L302-5',
      certitude: 'texte',
      regle:
        'Depuis 2023, résidences principales de la liste de l’administration fiscale, moins les logements concédés par nécessité absolue de service et à des militaires. Les logements comptés sont ceux de L. 302-5, IV.',
      sansCalcul: 'Le décompte est fait par l’administration ; l’outil part des deux nombres qu’elle notifie.',
    },
    {
      nom: 'Logements manquants',
      reference: 'L302-8-VII',
      certitude: 'texte',
      regle: 'max(0 ; taux cible × résidences principales − logements sociaux), non arrondi dans les calculs.',
      code: 'src/regles/sru/manquants.ts',
      constats: ['MANQUANTS_INCOHERENTS', 'NON_DEFICITAIRE'],
      cas: ['test/cas/decision.csv', 'test/cas/grand-poitiers.csv'],
    },
    {
      nom: 'Périodes triennales',
      reference: 'L302-8-I',
      certitude: 'texte',
      regle:
        'Tranches de trois ans depuis le 1er janvier 2002 : 2020-2022, 2023-2025, 2026-2028… L’objectif est notifié par période.',
      code: 'src/droit/periodes.ts',
      cas: ['test/unitaires/droit/periodes.test.ts'],
    },
    {
      nom: 'Rythme de rattrapage de référence',
      reference: 'L302-8-VII',
      certitude: 'texte',
      regle: `${PALIERS_EN_MOTS}. ${BORNES_EN_MOTS}, interprétation (ADR 0002). L’article de 2022 imprime ce tableau à l’envers : la prose et la loi l’emportent.`,
      code: 'src/regles/sru/rattrapage.ts',
      constats: ['RATTRAPAGE_INCOHERENT', 'PALIER_INDETERMINE'],
      cas: ['test/cas/decision.csv', 'test/unitaires/regles/pieges.test.ts'],
    },
    {
      nom: 'Objectif de référence',
      reference: 'L302-8-VII',
      certitude: 'texte',
      regle:
        'Taux de rattrapage × manquants. Ni la loi ni le décret n’arrondissent : l’arrondi est un argument (ADR 0001). L’inventaire publié, qui ne donne qu’un taux arrondi, l’encadre : LLS / (taux + ½ arrondi) < RP ≤ LLS / (taux − ½ arrondi).',
      code: 'src/regles/sru/objectif.ts',
      constats: ['REFERENCE_INCOHERENTE', 'REFERENCE_ARRONDIE'],
      cas: [
        'test/cas/decision.csv',
        'test/proprietes/objectifs.test.ts',
        'test/unitaires/regles/objectif-publie.test.ts',
      ],
    },
    {
      nom: 'Taux antérieurs à la loi 3DS',
      reference: 'L302-8-anterieur',
      certitude: 'source secondaire',
      regle: `${tauxSelon('L302-8-anterieur')}, sans palier.`,
      code: 'src/droit/donnees.ts',
      cas: ['test/unitaires/regles/pieges.test.ts'],
    },
    {
      nom: 'Communes entrantes',
      reference: 'L302-8-VIII',
      certitude: 'texte',
      regle: `${entrantes[0]} % en cours de période, ${entrantes[1]} % à la première période pleine, ${entrantes[2]} % à la deuxième ; objectif qui ne s’abaisse ni par un contrat ni par mutualisation.`,
      code: 'src/regles/sru/rattrapage.ts',
      constats: ['ENTRANTE_ABAISSEE', 'RANG_INCONNU'],
      cas: ['test/cas/decision.csv', 'test/unitaires/tableau/rang.test.ts'],
    },
    {
      nom: 'Commune nouvelle née d’une commune soumise',
      reference: 'L302-8-VIII',
      certitude: 'texte',
      regle:
        'Le régime des entrantes ne vaut pas pour une commune nouvelle dont une commune fondatrice était déjà soumise.',
      sansCalcul: 'Le tableau ne dit pas l’histoire d’une commune : elle se déclare par le rang, 3.',
    },
    {
      nom: 'Objectif rehaussé',
      reference: 'L302-8-I',
      certitude: 'texte',
      regle: 'Le préfet peut fixer un objectif supérieur à la référence, avec l’accord du maire.',
      code: 'src/tableau/natures/objectifs/coherence.ts',
      constats: ['OBJECTIF_SUPERIEUR_AUX_MANQUANTS'],
      cas: ['test/unitaires/tableau/mutualisation.test.ts'],
    },
    {
      nom: 'Trajectoire jusqu’au taux cible',
      reference: 'L302-8-VII',
      certitude: 'interprétation',
      regle:
        'Sans échéance fixe depuis la loi 3DS : les périodes s’enchaînent jusqu’au taux. Projection de l’outil, objectif à l’entier supérieur (ADR 0021). Les logements qui sortent du décompte (vendus depuis dix ans, déconventionnés) se donnent par période.',
      code: 'src/regles/sru/trajectoire.ts',
      cas: ['test/unitaires/regles/trajectoire.test.ts', 'test/proprietes/prelevement.test.ts'],
    },
    {
      nom: 'Typologie',
      reference: 'L302-8-III',
      certitude: 'texte',
      regle: `PLAI ≥ ${typologie.plaiMinimum} %, PLS ≤ ${typologie.plsMaximum} % des logements à produire ; PLS ≤ ${typologie.plsMaximumSansPlh} % si le taux est inférieur à ${typologie.seuilTauxSansPlh} % sans PLH.`,
      code: 'src/regles/typologie/typologie.ts',
      constats: ['PART_PLAI_INSUFFISANTE', 'PART_PLS_EXCESSIVE'],
      cas: ['test/unitaires/regles/typologie.test.ts'],
    },
  ],
};
