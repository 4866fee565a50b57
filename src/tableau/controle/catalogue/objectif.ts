import { DROIT_EN_VIGUEUR } from '../../../droit';
import { accorder, ecrire, type Quantite } from '../../../nombres';
import { auMoins, declarer, lgts, porterA } from './declaration';

const PALIERS = DROIT_EN_VIGUEUR.rattrapage!.regle.flatMap(({ planchers }) => planchers ?? []);
const PLANCHERS = PALIERS.map(({ abaissement }) => abaissement);
const PLAQUETTE = PALIERS.flatMap(({ plaquette }) => plaquette ?? []);

/** « des 16,4 manquants », « de 1,5 logement manquant ». */
const desManquants = (f: Quantite): string =>
  accorder(f, `de ${ecrire(f)} logement manquant`, `des ${ecrire(f)} manquants`);

interface Reduction {
  readonly contrat: number;
  readonly reference: Quantite;
  readonly plancher: Quantite;
}

/** Ce que la loi demande à l'objectif d'une commune. */
export const DE_L_OBJECTIF = {
  REDUCTION_EXCESSIVE: declarer<Reduction & { mutualise: boolean }>({
    gravite: 'bloquant',
    reference: 'L302-8-X',
    certitude: 'texte',
    explication: 'objectif sous la moitié de la référence ; sans contrat, sous la référence',
    message: (d) =>
      d.mutualise
        ? `L’objectif de ${lgts(d.contrat)} est inférieur à la moitié de la référence (${ecrire(d.reference)} / 2 = ${ecrire(d.plancher)}) : le porter à ${auMoins(d.plancher)} au moins.`
        : `L’objectif de ${lgts(d.contrat)} est inférieur à la référence (${ecrire(d.reference)}) sans contrat qui l’abaisse : le porter à ${auMoins(d.plancher)} au moins.`,
    correction: (d) => porterA(d.plancher),
  }),
  MOITIE_ARRONDIE: declarer<Reduction & { avantArrondi: Quantite }>({
    gravite: 'alerte',
    reference: 'L302-8-X',
    certitude: 'interprétation',
    explication: 'objectif à la moitié de la référence arrondie, sous la moitié de la référence avant arrondi',
    message: (d) =>
      `L’objectif de ${lgts(d.contrat)} tient la moitié de la référence notifiée (${ecrire(d.reference)}), mais non celle de la référence avant arrondi (${ecrire(d.avantArrondi)} / 2 = ${ecrire(d.plancher)}) ; aucun texte ne dit laquelle retenir.`,
    correction: (d) => `Porter l’objectif à ${auMoins(d.plancher)} évite la question ; sinon, la poser à la DREAL.`,
  }),
  SOUS_PLANCHER_PLAQUETTE: declarer<{ contrat: number; plancher: Quantite; part: number }>({
    gravite: 'alerte',
    reference: 'plaquette',
    certitude: 'source secondaire',
    explication: `objectif légal, mais sous les ${PLAQUETTE.join(' ou ')} % de la plaquette du ministère`,
    message: (d) =>
      `L’objectif de ${lgts(d.contrat)} respecte la loi (la moitié de la référence) mais reste sous les ${d.part} % des manquants de la plaquette du ministère (${ecrire(d.plancher)}) : la préfecture ou la commission pourra demander une justification.`,
    correction: (d) => `Aucune correction n’est exigée ; ${auMoins(d.plancher)} éviterait la question.`,
  }),
  SOUS_PLANCHER_CMS: declarer<{ contrat: number; plancher: Quantite; pourcent: number; manquants: Quantite }>({
    gravite: 'bloquant',
    reference: 'L302-8-IX',
    certitude: 'texte',
    explication: `objectif sous ${new Intl.ListFormat('fr', { type: 'disjunction' }).format(PLANCHERS.map(String))} % des manquants`,
    message: (d) =>
      `L’objectif de ${lgts(d.contrat)} est sous le plancher de ${d.pourcent} % ${desManquants(d.manquants)} (${ecrire(d.plancher)}) : le porter à ${auMoins(d.plancher)} au moins.`,
    correction: (d) => porterA(d.plancher),
  }),
  ENTRANTE_ABAISSEE: declarer<{ contrat: number; reference: Quantite; rang: number }>({
    gravite: 'bloquant',
    reference: 'L302-8-VIII',
    certitude: 'texte',
    explication: 'commune entrante sous sa référence',
    message: (d) =>
      `Commune entrante (rang ${d.rang}) : son objectif de ${lgts(d.contrat)} est inférieur à sa référence (${ecrire(d.reference)}), alors qu’il ne peut pas être abaissé avant la troisième période triennale.`,
    correction: (d) => `${porterA(d.reference)} Si le rang est faux, le corriger.`,
  }),
  DUREE_DEPASSEE: declarer<{
    constate: number;
    maximum: number;
    /** Ce qui ouvrirait la dérogation du préfet, quand il y en a une. */
    derogation: { etat: 'dépassée' | 'dérogation possible' | 'indéterminée'; cas: string } | null;
  }>({
    gravite: 'bloquant',
    reference: 'L302-8-X',
    certitude: 'texte',
    explication: 'plus de deux périodes d’abaissement (mutualisation) ou plus de trois (contrat abaissant)',
    message: ({ constate, maximum, derogation }) => {
      const suite = derogation
        ? {
            dépassée: ` Aucune dérogation : il faudrait ${derogation.cas}.`,
            'dérogation possible': ' Une dérogation du préfet, sur demande motivée, est possible : la joindre.',
            indéterminée: ` Une dérogation du préfet suppose ${derogation.cas} : à renseigner.`,
          }[derogation.etat]
        : '';
      return `${constate} périodes consécutives d’abaissement : ${maximum} au plus.${suite}`;
    },
    correction: ({ derogation }) =>
      ({
        dépassée: 'Ne plus abaisser l’objectif de cette commune : le porter à sa référence.',
        'dérogation possible': 'Joindre la dérogation du préfet, ou ne plus abaisser l’objectif.',
        indéterminée: 'Renseigner la population et la part inconstructible du territoire urbanisé.',
      })[derogation?.etat ?? 'dépassée'],
  }),
  ACCORD_MANQUANT: declarer<{ contrat: number; reference: Quantite; connu: boolean; texte?: string }>({
    gravite: 'bloquant',
    reference: 'L302-8-X',
    certitude: 'texte',
    explication: 'objectif au-dessus de la référence sans accord écrit',
    message: (d) =>
      `L’objectif de ${lgts(d.contrat)} dépasse la référence (${ecrire(d.reference)}) : l’accord de la commune est nécessaire et ${d.connu ? 'il manque' : d.texte === undefined ? 'le tableau ne dit pas s’il est donné' : `« ${d.texte} » ne dit pas s’il est donné`}.`,
    correction: (d) =>
      `Recueillir l’accord de la commune et écrire « oui », ou ramener l’objectif à ${auMoins(d.reference)}.`,
  }),
  OBJECTIF_SUPERIEUR_AUX_MANQUANTS: declarer<{ contrat: number; manquants: Quantite }>({
    gravite: 'alerte',
    reference: 'L302-8-I',
    certitude: 'interprétation',
    explication: 'l’objectif dépasse ce qui manque',
    message: (d) =>
      `L’objectif de ${lgts(d.contrat)} dépasse ${accorder(d.manquants, `le nombre de logements manquants (${ecrire(d.manquants)})`, `les ${ecrire(d.manquants)} logements manquants`)}.`,
    correction: () => 'Vérifier l’objectif et les logements manquants.',
  }),
  HORS_PRELEVEMENT: declarer<object>({
    gravite: 'alerte',
    reference: 'L302-8-X',
    certitude: 'interprétation',
    explication: 'commune non soumise au prélèvement : la loi et la plaquette se lisent différemment',
    message: () =>
      'Commune non soumise au prélèvement : la lettre du X vise les communes soumises au prélèvement, la plaquette toutes les communes déficitaires.',
    correction: () => 'Demander au préfet si la commune peut entrer dans le contrat.',
  }),
} as const;
