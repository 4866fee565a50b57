import { accorder, comparer, ecrire, type Quantite, type ModeEntier } from '../../../nombres';
import { declarer, lgts, type Ecart } from './declaration';

const ARRONDIS: Record<ModeEntier, string> = {
  PROCHE: 'au plus proche',
  SUPERIEUR: 'à l’entier supérieur',
  INFERIEUR: 'à l’entier inférieur',
};

type TauxContredit =
  | (Ecart & { lls: number; rp: number })
  | { constate: Quantite; cible: number; manquants: Quantite }
  | { constate: Quantite; cible: number; deficitaire: boolean };

/** Les colonnes que l'agent a calculées, refaites. */
export const DE_LA_COHERENCE = {
  TAUX_INCOHERENT: declarer<TauxContredit>({
    gravite: 'alerte',
    reference: 'L302-5',
    certitude: 'texte',
    explication:
      'le taux écrit n’est pas logements sociaux / résidences principales ; dans un inventaire, il contredit la situation',
    message: (d) => {
      if ('lls' in d)
        return `Le taux écrit, ${ecrire(d.constate)} %, n’est pas ${ecrire(d.lls)} / ${ecrire(d.rp)} = ${ecrire(d.attendu)} % : corriger le taux, les logements sociaux ou les résidences principales.`;
      if ('manquants' in d)
        return `Le taux écrit, ${ecrire(d.constate)} %, atteint la cible de ${d.cible} %, mais ${lgts(d.manquants)} ${accorder(d.manquants, 'manque', 'manquent')} : l’un des deux est faux.`;
      return d.deficitaire
        ? `Le taux écrit, ${ecrire(d.constate)} %, atteint la cible de ${d.cible} %, mais l’inventaire dit la commune déficitaire : l’un des deux est faux.`
        : `Le taux écrit, ${ecrire(d.constate)} %, est sous la cible de ${d.cible} %, mais l’inventaire ne dit pas la commune déficitaire : l’un des deux est faux.`;
    },
    correction: (d) =>
      'lls' in d
        ? `Écrire ${ecrire(d.attendu)} %, ou corriger les logements sociaux ou les résidences principales.`
        : 'Vérifier le taux : il contredit les manquants ou la situation de la commune.',
  }),
  MANQUANTS_INCOHERENTS: declarer<Ecart & { rp: number; lls: number; cible: number }>({
    gravite: 'alerte',
    reference: 'L302-8-VII',
    certitude: 'texte',
    explication: 'les manquants écrits ne sont pas taux cible × résidences − logements sociaux',
    message: (d) =>
      `Les manquants écrits, ${ecrire(d.constate)}, ne sont pas ${d.cible} % × ${ecrire(d.rp)} − ${ecrire(d.lls)} = ${ecrire(d.attendu)}, ni un de ses arrondis.`,
    correction: (d) => `Écrire ${ecrire(d.attendu)}, ou vérifier que toutes les colonnes sont à la même date.`,
  }),
  RATTRAPAGE_INCOHERENT: declarer<{ constate: Quantite; attendu: number | null; motif: string }>({
    gravite: 'alerte',
    reference: 'L302-8-VII',
    certitude: 'texte',
    explication: 'le taux de rattrapage écrit n’est pas celui du palier',
    message: (d) =>
      d.attendu === null
        ? `Le taux de rattrapage écrit, ${ecrire(d.constate)} %, n’est aucun de ceux de la loi (${d.motif}).`
        : `Le taux de rattrapage écrit, ${ecrire(d.constate)} %, devrait être ${d.attendu} % (${d.motif}).`,
    correction: (d) =>
      d.attendu === null ? 'Vérifier le taux et les manquants.' : `Écrire ${d.attendu} %, ou corriger le rang.`,
  }),
  PALIER_INDETERMINE: declarer<{ bas: Quantite; haut: Quantite; paliers: readonly string[] }>({
    gravite: 'alerte',
    reference: 'L302-8-VII',
    certitude: 'texte',
    explication: 'le taux arrondi peut relever de deux paliers, ou toucher la cible',
    message: (d) =>
      `Le taux n’est connu qu’à son arrondi près (de ${ecrire(d.bas, 4)} à ${ecrire(d.haut, 4)} %) : l’écart au taux cible peut relever de « ${d.paliers.join(' » ou « ')} ». Ajouter les résidences principales et les logements sociaux.`,
    correction: () => 'Ajouter les résidences principales et les logements sociaux de la commune.',
  }),
  REFERENCE_INCOHERENTE: declarer<
    Ecart & {
      accord: boolean;
      /** L'attendu est l'objectif du plus faible palier, celui de la commune n'étant pas connu. */
      moindre?: true;
    }
  >({
    gravite: 'bloquant',
    reference: 'L302-8-VII',
    certitude: 'texte',
    explication: 'la référence n’est ni l’objectif légal ni un de ses arrondis',
    message: (d) =>
      comparer(d.constate, d.attendu) < 0
        ? `La référence écrite, ${ecrire(d.constate)}, est inférieure ${d.moindre ? 'au moindre objectif légal,' : 'à l’objectif légal'} de ${lgts(d.attendu)}${d.moindre ? ',' : ''} et n’en est aucun arrondi : une référence déjà abaissée n’est pas une référence.`
        : `La référence écrite, ${ecrire(d.constate)}, dépasse l’objectif légal de ${lgts(d.attendu)} : licite si le préfet l’a rehaussée avec l’accord du maire${d.accord ? ', que le tableau indique' : ' ; à confirmer'}.`,
    correction: (d) => {
      if (comparer(d.constate, d.attendu) < 0)
        return `Reprendre l’objectif légal, ${ecrire(d.attendu)} : un abaissement s’écrit dans l’objectif du contrat.`;
      return d.accord
        ? 'Rien à corriger : joindre la notification du préfet au dossier.'
        : 'Vérifier la notification du préfet et écrire l’accord du maire, ou revenir à l’objectif légal.';
    },
  }),
  REFERENCE_ARRONDIE: declarer<{ constate: Quantite; exacte: Quantite; modes: readonly ModeEntier[] }>({
    gravite: 'information',
    reference: 'L302-8-VII',
    certitude: 'interprétation',
    explication: 'la référence est un arrondi de la valeur exacte',
    message: (d) =>
      `La référence ${ecrire(d.constate)} est l’arrondi ${d.modes.map((mode) => ARRONDIS[mode]).join(' et ')} de ${ecrire(d.exacte, 4)}.`,
    correction: () => 'Rien à corriger.',
  }),
  NON_DEFICITAIRE: declarer<{ contrat: number | null }>({
    gravite: 'information',
    reference: 'L302-8-VII',
    certitude: 'texte',
    explication: 'le taux cible est atteint',
    message: (d) =>
      d.contrat
        ? `Le taux cible est atteint : la commune n’est pas déficitaire et ne peut pas porter ${lgts(d.contrat)} pour les autres.`
        : `Le taux cible est atteint : la commune n’est pas déficitaire, son objectif est de 0.`,
    correction: (d) =>
      d.contrat ? 'Mettre l’objectif à 0 et reporter ces logements sur des communes déficitaires.' : 'Rien à corriger.',
  }),
} as const;
