import { arrondir, ecrire, ecrireCompte, type Quantite } from '../../../nombres';
import type { Blancs } from '../../grille';
import { declarer, lgts } from './declaration';

/** Ce qui touche le contrat entier : total, conditions, intercommunalité. */
export const DE_L_ENSEMBLE = {
  TOTAL_INSUFFISANT: declarer<{ contrat: number; reference: Quantite }>({
    gravite: 'bloquant',
    reference: 'L302-8-X',
    certitude: 'texte',
    explication: 'le total des objectifs est inférieur à celui des références',
    message: (d) =>
      `Le total des objectifs, ${ecrire(d.contrat)}, est inférieur au total des références, ${ecrire(d.reference)} : il manque ${lgts(arrondir(d.reference, 'SUPERIEUR') - d.contrat)}.`,
    correction: (d) =>
      `Relever l’objectif d’une ou de plusieurs communes, avec leur accord, pour que le total atteigne ${ecrire(d.reference)}.`,
  }),
  PLH_MANQUANT: declarer<object>({
    gravite: 'bloquant',
    sansNombre: true,
    reference: 'L302-8-X',
    certitude: 'texte',
    explication: 'l’EPCI n’est pas couvert (`--plh non`)',
    message: () =>
      'L’EPCI n’est pas couvert par un programme local de l’habitat (PLH) ni par un document exécutoire en tenant lieu : la mutualisation n’est pas ouverte.',
    correction: () => 'Adopter d’abord le programme local de l’habitat, ou recourir à des contrats non mutualisants.',
  }),
  AVIS_MANQUANT: declarer<{ prealable: boolean }>({
    gravite: 'bloquant',
    sansNombre: true,
    reference: 'L302-8-X',
    certitude: 'texte',
    explication: 'l’avis de la commission nationale SRU manque',
    message: (d) =>
      d.prealable
        ? 'Avis de la commission nationale SRU à recueillir avant la conclusion du contrat.'
        : 'L’avis préalable de la commission nationale SRU manque.',
    correction: (d) =>
      d.prealable ? 'Saisir la commission nationale SRU.' : 'Recueillir l’avis avant de conclure le contrat.',
  }),
  AVIS_DEFAVORABLE: declarer<object>({
    gravite: 'alerte',
    reference: 'L302-8-X',
    certitude: 'interprétation',
    explication: 'l’avis de la commission nationale SRU est défavorable ; il n’est que consultatif',
    message: () =>
      'L’avis de la commission nationale SRU est défavorable : la loi demande un avis préalable, non un avis conforme, et le contrat reste possible.',
    correction: () => 'Répondre aux raisons de l’avis dans le dossier, ou revoir le contrat avec le préfet.',
  }),
  CONDITION_A_CONFIRMER: declarer<{ condition: string; lecture?: true }>({
    gravite: 'alerte',
    reference: 'L302-8-X',
    certitude: 'texte',
    explication:
      'une condition que le tableau ne dit pas : programme local de l’habitat, avis, durée, référence reprise sans vérification ; ou une lecture que l’outil a faite : période non précisée, écart de 4 points exactement',
    message: (d) => `À confirmer : ${d.condition}`,
    correction: (d) =>
      d.lecture
        ? 'Vérifier cette lecture avec la préfecture si un chiffre en dépend.'
        : 'Vérifier, puis le préciser dans le contexte ou dans le tableau.',
  }),
  COMMUNE_HORS_EPCI: declarer<{
    epci: string;
    commun: string;
    millesime: number;
    ecrit: boolean;
    metropole: boolean;
  }>({
    gravite: 'bloquant',
    sansNombre: true,
    reference: 'L302-8-X',
    certitude: 'texte',
    explication: 'la commune n’est pas dans l’EPCI de la plupart des autres, ou dans celui que le tableau indique',
    message: (d) => {
      const commune = `Commune de l’EPCI « ${d.epci} » en ${d.millesime}, alors que`;
      if (d.ecrit) return `${commune} le tableau indique « ${d.commun} ».`;
      return d.metropole
        ? `${commune} les autres sont de « ${d.commun} » : dans la métropole du Grand Paris, notre lecture est que la mutualisation se fait au sein d’un même établissement public territorial (EPT).`
        : `${commune} les autres sont de « ${d.commun} » : la mutualisation se fait au sein d’un même EPCI.`;
    },
    correction: (d) => {
      if (d.ecrit) return 'Vérifier le nom de l’intercommunalité.';
      return d.metropole
        ? 'Faire confirmer par le préfet qu’un contrat peut réunir deux établissements publics territoriaux.'
        : 'Ôter la commune du tableau, ou vérifier son intercommunalité à la date du contrat.';
    },
  }),
  CONTRAT_A_COMPLETER: declarer<{ parties: readonly Blancs[] }>({
    gravite: 'alerte',
    reference: 'outil',
    certitude: 'interprétation',
    explication: 'le contrat relu porte encore des passages « [à compléter : …] »',
    message: ({ parties }) => {
      const nombre = parties.reduce((n, p) => n + p.nombre, 0);
      const ou = parties.map((p) => `${p.partie} (${ecrire(p.nombre)})`).join(' ; ');
      return `Il reste ${ecrireCompte(nombre, 'passage')} à écrire dans ce contrat : ${ou}.`;
    },
    correction: () => 'Écrire chaque passage entre crochets, ou l’ôter s’il est sans objet.',
  }),
  REDITE_CONTREDITE: declarer<{ ou: string; commune: string | null; ecrit: string; attendu: string }>({
    gravite: 'alerte',
    empeche: true,
    reference: 'outil',
    certitude: 'interprétation',
    explication:
      'le corps du contrat relu ne dit pas ce que son annexe porte ou demande : période, référence, PLAI ou PLS de l’article 2',
    message: (d) =>
      `${d.ou}${d.commune ? `, ${d.commune}` : ''} : ${d.ecrit ? `« ${d.ecrit} »` : 'rien'} ; d’après l’annexe : ${d.attendu}.`,
    correction: () => 'Accorder le contrat et son annexe, puis contrôler de nouveau.',
  }),
} as const;
