import { ecrirePeriode, periodeFondee, type Periode } from '../../../droit';
import { accorder, ecrire, type Quantite } from '../../../nombres';
import { nommerInventaire, type DatesDInventaire } from '../../../referentiel/inventaire';
import { declarer, enumerer } from './declaration';

/** Ce que l'inventaire publié dit des communes de l'EPCI que le tableau n'a pas. */
interface Publiees {
  readonly inventaire: DatesDInventaire;
  readonly enRegle: readonly string[];
  readonly exemptees: readonly string[];
  /** Exemptées pour une autre période que celle du tableau : l'exemption ne vaut que pour la sienne. */
  readonly exempteesAilleurs?: readonly string[];
  /** La période du tableau, et l'année du 1er janvier qui la fonde, si ce n'est pas celle des taux de l'inventaire. */
  readonly fondeeAilleurs: string | null;
}

const TOUTES_LES_DEFICITAIRES = 'le contrat mutualisant réunit toutes les communes déficitaires';

function horsDuTableau({ inventaire, enRegle, exemptees, exempteesAilleurs = [], fondeeAilleurs }: Publiees): string[] {
  const selon = nommerInventaire(inventaire);
  const rien = fondeeAilleurs ? `rien à craindre, sauf changement : ${fondeeAilleurs}` : 'rien à craindre';
  return [
    ...(enRegle.length > 0 ? [`${enumerer(enRegle)} : en règle à ${selon}, ${rien}.`] : []),
    ...(exemptees.length > 0
      ? [`${enumerer(exemptees)} : ${accorder(exemptees.length, 'exemptée', 'exemptées')} à ${selon}.`]
      : []),
    ...(exempteesAilleurs.length > 0
      ? [
          `${enumerer(exempteesAilleurs)} : ${accorder(exempteesAilleurs.length, 'exemptée', 'exemptées')} à ${selon}, pour ${ecrirePeriode(inventaire.periode)}. Vérifier que l’exemption vaut encore : ${TOUTES_LES_DEFICITAIRES}.`,
        ]
      : []),
  ];
}

/** Ce que l'inventaire publié dit des communes, et que le tableau tait ou contredit. Ce n'est jamais un chiffre notifié. */
export const DE_L_INVENTAIRE = {
  TAUX_CONTREDIT: declarer<{
    constate: Quantite;
    publie: Quantite;
    inventaire: DatesDInventaire;
    /** Présent : le taux n'est pas écrit, le parc le donne, à cette date, et l'inventaire le suit à tant de points près. */
    parc: { readonly annee: number; readonly admis: number } | null;
  }>({
    gravite: 'alerte',
    reference: 'L302-6',
    certitude: 'source secondaire',
    explication:
      'le taux écrit, ou celui du parc, n’est pas celui que l’inventaire publie, la différence de date admise',
    message: ({ constate, publie, inventaire: { anneeDesTaux }, parc }) => {
      const dit = `Le taux ${parc ? 'que donnent les logements sociaux et les résidences principales' : 'écrit'}, ${ecrire(constate)} %,`;
      if (parc && parc.admis > 0)
        return `${dit} est loin de celui que l’inventaire publie au 1er janvier ${anneeDesTaux} : ${ecrire(publie)} %. De cette date au 1er janvier ${parc.annee}, ${ecrire(parc.admis)} points d’écart sont admis.`;
      const fondee = periodeFondee(anneeDesTaux);
      const suite = fondee ? `qui fonde ${ecrirePeriode(fondee)}` : 'qui ne fonde aucune période triennale';
      return `${dit} n’est pas celui que l’inventaire publie pour la même date, le 1er janvier ${anneeDesTaux}, ${suite} : ${ecrire(publie)} %.`;
    },
    correction: ({ parc }) =>
      `Vérifier ${parc ? 'les logements sociaux et les résidences principales' : 'le taux'} à la notification du préfet, qui l’emporte sur l’inventaire publié.`,
  }),
  CIBLE_CONTREDITE: declarer<{
    constate: Quantite;
    publiee: number;
    inventaire: DatesDInventaire;
    /** La période du tableau, si ce n'est pas celle dont l'inventaire dit la cible. */
    autre: Periode | null;
  }>({
    gravite: 'alerte',
    empeche: true,
    reference: 'L302-5-II',
    certitude: 'source secondaire',
    explication: 'le taux cible écrit n’est pas celui que l’inventaire publie',
    message: (d) => {
      const publiee = `Le taux cible écrit, ${ecrire(d.constate)} %, n’est pas celui que l’inventaire publié en ${d.inventaire.annee} donne pour ${ecrirePeriode(d.inventaire.periode)}, ${d.publiee} %`;
      return d.autre ? `${publiee} ; il a pu changer pour ${ecrirePeriode(d.autre)}.` : `${publiee}.`;
    },
    correction: (d) =>
      d.autre
        ? 'Vérifier le taux cible au décret de la période.'
        : 'Corriger le taux cible, ou confirmer qu’il est celui de la notification.',
  }),
  COMMUNE_CARENCEE: declarer<{
    /** Absent : le tableau le dit lui-même. */
    inventaire: DatesDInventaire | null;
    autre: Periode | null;
    contrat: boolean;
  }>({
    gravite: 'information',
    sansNombre: true,
    reference: 'L302-9-1',
    certitude: 'source secondaire',
    explication: 'la commune est carencée : un contrat de mixité sociale est à lui proposer',
    message: ({ inventaire, autre, contrat }) => {
      const selon = inventaire
        ? `Carencée à l’inventaire publié en ${inventaire.annee}, pour ${ecrirePeriode(inventaire.periode)}`
        : 'Commune carencée';
      const suite = contrat ? ', s’il n’est pas celui-ci' : '';
      const bilan =
        inventaire && autre
          ? ` Le bilan de ${ecrirePeriode(inventaire.periode)} dira si elle l’est encore en ${ecrirePeriode(autre)}.`
          : '';
      return `${selon} : un contrat de mixité sociale (CMS) est à lui proposer${suite}.${bilan}`;
    },
    correction: ({ contrat }) =>
      contrat ? 'Rien à corriger.' : 'Proposer à la commune un contrat de mixité sociale, et le dire au dossier.',
  }),
  DEFICITAIRE_ABSENTE: declarer<{ noms: readonly string[]; epci: string; inventaire: DatesDInventaire }>({
    gravite: 'alerte',
    reference: 'L302-8-X',
    certitude: 'interprétation',
    explication: 'une commune de l’EPCI est déficitaire à l’inventaire publié sans figurer au tableau',
    message: (d) =>
      `${enumerer(d.noms)} : ${accorder(d.noms.length, 'déficitaire', 'déficitaires')} à ${nommerInventaire(d.inventaire)}, dans l’EPCI « ${d.epci} », sans figurer dans le tableau ; ${TOUTES_LES_DEFICITAIRES} (lecture de la plaquette ; la loi vise celles qui sont soumises au prélèvement).`,
    correction: (d) =>
      `${accorder(d.noms.length, 'L’ajouter', 'Les ajouter')} au tableau, ou dire au dossier pourquoi le contrat ne ${accorder(d.noms.length, 'la', 'les')} réunit pas.`,
  }),
  COMMUNE_ABSENTE: declarer<{
    /** Celles dont l'inventaire ne dit rien. */
    noms: readonly string[];
    epci: string;
    millesime: number;
    publiees?: Publiees;
  }>({
    gravite: 'information',
    reference: 'L302-8-X',
    certitude: 'interprétation',
    explication:
      'une commune de l’EPCI ne figure pas au tableau : en règle à l’inventaire publié, ou inconnue de lui et au seuil de population',
    message: ({ noms, epci, millesime, publiees }) => {
      const dites = publiees ? horsDuTableau(publiees) : [];
      if (noms.length === 0) return dites.join(' ');
      const deLEpci = `de l’EPCI « ${epci} »`;
      const atteint =
        noms.length > 1 ? `${noms.length} communes ${deLEpci} atteignent` : `Une commune ${deLEpci} atteint`;
      const sans = publiees ? 'dans le tableau ni à l’inventaire publié' : 'dans le tableau';
      const aVerifier = `${atteint} le seuil de population (${millesime}) sans figurer ${sans} : ${enumerer(noms)}. Vérifier qu’aucune n’est déficitaire : ${TOUTES_LES_DEFICITAIRES}.`;
      return [...dites, aVerifier].join(' ');
    },
    correction: ({ noms, publiees }) =>
      noms.length + (publiees?.exempteesAilleurs?.length ?? 0) === 0
        ? 'Rien à corriger.'
        : 'Ajouter celles qui sont déficitaires ; ne rien faire des autres.',
  }),
} as const;
