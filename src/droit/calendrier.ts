import type { Certitude, IdReference } from './references';

/** Une échéance de l'année : au plus tard le jour dit, « avant » si le texte exclut ce jour. */
export interface Echeance {
  readonly mois: number;
  readonly jour: number;
  readonly avant: boolean;
  readonly objet: string;
  readonly reference: IdReference;
  readonly certitude: Certitude;
  /** Année de la période triennale où l'échéance tombe : la première ou la dernière ; toutes si absent. */
  readonly annee?: 'premiere' | 'derniere';
}

const SECONDAIRE = 'source secondaire';

/** Ce qu'une commune a pour présenter ses observations sur les chiffres que le préfet lui communique. */
export const OBSERVATIONS = { delai: 'deux mois', reference: 'L302-6', certitude: SECONDAIRE } as const;

export const ECHEANCES: readonly Echeance[] = [
  {
    mois: 1,
    jour: 1,
    avant: false,
    objet: 'situation de l’inventaire : logements sociaux et résidences principales à cette date',
    reference: 'L302-6',
    certitude: 'texte',
  },
  {
    mois: 1,
    jour: 1,
    avant: false,
    annee: 'premiere',
    objet: 'début d’une période triennale : objectifs calculés sur le 1er janvier précédent, puis notifiés',
    reference: 'L302-8-I',
    certitude: 'texte',
  },
  {
    mois: 1,
    jour: 15,
    avant: false,
    objet: 'attributions hors QPV au 31 décembre : information du préfet par chaque bailleur, sous quinze jours',
    reference: 'L441-1',
    certitude: SECONDAIRE,
  },
  {
    mois: 2,
    jour: 28,
    avant: true,
    objet: 'bilan annuel des logements proposés et attribués, du bailleur aux réservataires',
    reference: 'R441-5-1',
    certitude: SECONDAIRE,
  },
  {
    mois: 3,
    jour: 31,
    avant: false,
    objet: 'premier neuvième du prélèvement, puis un par mois jusqu’en novembre (mois à confirmer auprès du comptable)',
    reference: 'L302-7',
    certitude: SECONDAIRE,
  },
  {
    mois: 6,
    jour: 30,
    avant: false,
    annee: 'premiere',
    objet: 'contrats de mixité sociale de la période : à signer dès l’été, le plus en amont possible',
    reference: 'plaquette',
    certitude: SECONDAIRE,
  },
  {
    mois: 7,
    jour: 1,
    avant: true,
    objet: 'inventaire des logements sociaux, des bailleurs au préfet',
    reference: 'L302-6',
    certitude: 'texte',
  },
  {
    mois: 7,
    jour: 15,
    avant: false,
    objet: 'attributions hors QPV au 30 juin : information du préfet par chaque bailleur, sous quinze jours',
    reference: 'L441-1',
    certitude: SECONDAIRE,
  },
  {
    mois: 9,
    jour: 1,
    avant: true,
    objet: `inventaire et décompte, du préfet à la commune, qui a ${OBSERVATIONS.delai} pour présenter ses observations`,
    reference: OBSERVATIONS.reference,
    certitude: OBSERVATIONS.certitude,
  },
  {
    mois: 10,
    jour: 31,
    avant: false,
    objet: 'état des dépenses déductibles de l’exercice précédent, de la commune au préfet (date à confirmer)',
    reference: 'R302-17',
    certitude: SECONDAIRE,
  },
  {
    mois: 11,
    jour: 1,
    avant: false,
    objet: 'fin des deux mois d’observations d’une commune saisie le 1er septembre',
    reference: 'L302-6',
    certitude: 'interprétation',
  },
  {
    mois: 11,
    jour: 30,
    avant: false,
    objet: 'dernier neuvième du prélèvement (mois à confirmer auprès du comptable)',
    reference: 'L302-7',
    certitude: SECONDAIRE,
  },
  {
    mois: 12,
    jour: 31,
    avant: true,
    objet: 'notification à la commune du nombre de logements sociaux retenus',
    reference: 'L302-6',
    certitude: 'texte',
  },
  {
    mois: 12,
    jour: 31,
    avant: false,
    objet:
      'enquête des bailleurs sur les ressources de leurs locataires, une année sur deux : résultats au préfet (année et jour à confirmer)',
    reference: 'L442-5',
    certitude: SECONDAIRE,
  },
  {
    mois: 12,
    jour: 31,
    avant: false,
    annee: 'derniere',
    objet: 'fin de la période triennale : bilan des réalisations, puis procédure de carence s’il y a lieu',
    reference: 'L302-9-1',
    certitude: 'texte',
  },
  {
    mois: 12,
    jour: 31,
    avant: false,
    annee: 'derniere',
    objet: 'pour la période suivante : décret des territoires au taux réduit et seuil de tension',
    reference: 'L302-5-II',
    certitude: 'interprétation',
  },
  {
    mois: 12,
    jour: 31,
    avant: false,
    annee: 'derniere',
    objet:
      'pour la période suivante : exemptions par décret (avis des préfets et de la commission nationale) et de droit',
    reference: 'L302-5-III',
    certitude: 'interprétation',
  },
  {
    mois: 12,
    jour: 31,
    avant: false,
    annee: 'derniere',
    objet: 'pour un contrat mutualisant de la période suivante : avis préalable de la commission nationale SRU',
    reference: 'L302-8-X',
    certitude: 'interprétation',
  },
];
