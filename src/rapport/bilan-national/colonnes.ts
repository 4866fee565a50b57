import type { CommuneDressee } from '../../tableau';
import type { Cadre } from './cadre';
import {
  borneDe,
  cible,
  codeDeLaCommune,
  departement,
  entierDeLAnnee,
  motEcrit,
  nombreEcrit,
  nomDeLaCommune,
  nombre,
  nombreOuMot,
  ouiOuNon,
  passee,
  realisesSurs,
  taux,
  tauxDeLaPart,
  tauxDuParc,
  type Valeur,
} from './valeurs';

/** Une colonne du bilan triennal tel que le ministère le tient. */
export interface ColonneNationale {
  /** À la lettre, les années entre accolades (`Cadre`). */
  readonly titre: string;
  /** Absente, ou muette, la colonne garde ce que l'agent a écrit sous ce même titre. */
  readonly valeur?: Valeur;
  /** Une conclusion : si l'agent en a écrit une autre, cela se dit. */
  readonly conclut?: true;
}

const colonne = (titre: string, valeur?: Valeur): ColonneNationale => ({ titre, ...(valeur && { valeur }) });
const conclusion = (titre: string, dit: (c: CommuneDressee) => boolean | null): ColonneNationale => ({
  titre,
  valeur: (c) => ouiOuNon(dit(c)),
  conclut: true,
});

const AVANT = ({ avant }: Cadre) => avant;
const JUSQU_ICI = ({ fin }: Cadre) => `2002-${fin}`;
const JUSQU_AVANT = ({ base }: Cadre) => `2002-${base}`;

/** Les soixante-dix colonnes du fichier 2017-2019, dans leur ordre. */
export const COLONNES_NATIONALES: readonly ColonneNationale[] = [
  colonne('Région'),
  colonne('Département', departement),
  colonne(''),
  colonne('Code INSEE', codeDeLaCommune),
  colonne('Commune', nomDeLaCommune),
  colonne(
    'Population municipale {debut}',
    entierDeLAnnee('population', ({ debut }) => debut),
  ),
  colonne("Agglomération d'appartenance"),
  colonne('taux de tension moyen sur 3 ans_agglo'),
  colonne("EPCI d'appartenance", motEcrit('epci')),
  colonne('taux de tension moyen sur 3 ans_epci'),
  colonne('1ère année de soumission de la commune', nombreEcrit('premiere_soumission')),
  colonne('Taux de logements sociaux (LLS) à l’inventaire de la 1ère année de soumission'),
  colonne('Taux de logements sociaux (LLS) au 01/01/{base}'),
  colonne('Taux de logements sociaux (LLS) au 01/01/{fin}', tauxDuParc),
  colonne(
    'Nombre de LLS au 01/01/{fin}',
    entierDeLAnnee('logements_sociaux', ({ fin }) => fin),
  ),
  colonne(
    'Nombre de RP en {fin}',
    entierDeLAnnee('residences_principales', ({ fin }) => fin),
  ),
  colonne("Taux légal à atteindre d'ici 2025 (en %) - décret {debut}", cible(false)),
  colonne("Taux légal à atteindre d'ici 2025 (en %) - décret {suite}", cible(true)),
  colonne('PC-\nlogts commencés {debutDesPermis}-{finDesPermis}\n(5 ans)'),
  colonne('PC – logts commencés moyenne par an entre {debutDesPermis} et {finDesPermis}'),
  colonne('Période triennale {periode} partiel (oui/non)'),
  colonne(
    'Objectif quantitatif pour la période {periode}',
    nombreOuMot(({ objectif }) => objectif, 'objectif_contrat', 'objectif_reference'),
  ),
  colonne('Etat quantitatif des réalisations  {periode}', realisesSurs),
  colonne('dont report du précédent triennal', nombreEcrit('report')),
  colonne("Taux de réalisation de l'objectif quantitatif {periode}", ({ bilan, atteint }) =>
    atteint === null ? null : taux(bilan?.taux),
  ),
  colonne('Fourchette taux d’atteinte de l’objectif quantitatif triennal'),
  conclusion("atteinte de l'objectif quantitatif", ({ atteint }) => atteint),
  colonne('Total deslogements reportés sur la période {apres}'),
  colonne('Objectif minimum PLAI ou assimilés', ({ qualitatif }) => borneDe(qualitatif.plai)),
  colonne('Objectif maximum PLS (20 ou 30%)', ({ qualitatif }) => borneDe(qualitatif.pls)),
  colonne(
    'Nb de PLAI ou assimilés comptabilisés pour le calcul du taux d’atteinte de l’objectif PLAI',
    ({ qualitatif }) => nombre(qualitatif.plai.constate),
  ),
  colonne('Taux d’atteinte de l’objectif PLAI', ({ qualitatif }) => tauxDeLaPart(qualitatif.plai)),
  colonne('Fourchette taux d’atteinte de l’objectif PLAI'),
  colonne(
    'Nb de PLS ou assimilés comptabilisés pour le calcul du taux d’atteinte de l’objectif PLS',
    ({ qualitatif }) => nombre(qualitatif.pls.constate),
  ),
  colonne('Taux d’atteinte de l’objectif PLS', ({ qualitatif }) => tauxDeLaPart(qualitatif.pls)),
  colonne('Fourchette taux d’atteinte de l’objectif PLS'),
  conclusion('Respect du bilan qualitatif\n{periode}\n(1/0)', ({ qualite }) => qualite),
  conclusion('Respect du bilan global\n{periode}\n(1/0)', ({ respect }) => respect),
  colonne('Carence envisagée (1 si oui, 0 si non)', ({ envisage }) => ouiOuNon(envisage.carence)),
  colonne('Taux de majoration envisagé', nombreEcrit('majoration_envisagee')),
  colonne("Reprise de la délivrance des autorisations d'urbanisme envisagée\n(1 si oui, 0 si non)"),
  colonne('Pour information – Taux de majoration automatique prévu avant le renforcement de la loi de 2013'),
  colonne('Ecart entre le niveau de majoration réel et théorique anté 2013'),
  colonne(
    'objectifs\nQuantitatifs',
    passee(AVANT, ({ objectif }) => nombre(objectif)),
  ),
  colonne(
    'réalisation',
    passee(AVANT, ({ realises }) => nombre(realises)),
  ),
  colonne(
    'taux de réalisation',
    passee(AVANT, (p) => taux(p.taux)),
  ),
  colonne('Objectif minimum PLAI ou assimilés\n{avant}'),
  colonne('Objectif maximum PLS (20 ou 30%)\n{avant}'),
  colonne('Taux d’atteinte de l’objectif PLAI\n{avant}'),
  colonne('Taux d’atteinte de l’objectif PLS\n{avant}'),
  colonne(
    'Carence (oui=1 ; non=0)',
    passee(AVANT, ({ carencee }) => ouiOuNon(carencee)),
  ),
  colonne('Taux de majoration'),
  colonne('Nombre de bilans triennaux réalisés entre 2002 et {fin}'),
  colonne(
    'Cumul objectif 2002-{fin}',
    passee(JUSQU_ICI, ({ objectif }) => nombre(objectif)),
  ),
  colonne(
    'Cumul réalisation 2002-{fin}',
    passee(JUSQU_ICI, ({ realises }) => nombre(realises)),
  ),
  colonne(
    'Taux de réalisation 2002-{fin}',
    passee(JUSQU_ICI, (p) => taux(p.taux)),
  ),
  colonne(
    'Cumul objectif triennaux 2002-{base}',
    passee(JUSQU_AVANT, ({ objectif }) => nombre(objectif)),
  ),
  colonne(
    'Cumul réalisation 2002-{base}',
    passee(JUSQU_AVANT, ({ realises }) => nombre(realises)),
  ),
  colonne(
    'taux de réalisation 2002-{base}',
    passee(JUSQU_AVANT, (p) => taux(p.taux)),
  ),
  colonne('Nombre de bilans triennaux réalisés entre 2002 et {base}'),
  colonne('Nb de fois où la commune n’a pas atteint son'),
  colonne('if quantitatif'),
  colonne('Nb de fois où la commune a été carencée'),
  colonne('Carence supplémentaire demandée (oui=1/non=0)'),
  colonne('Renforcement du taux de majoration demandé (oui=1/non=0) ou proposition de majoration'),
  colonne('Demande la reprise des PC (oui=1/non=0)'),
  colonne('Demande d’information /alerte'),
  colonne('Remarques de la commission sur la proposition de carence'),
  colonne('Demande d’information complémentaire'),
  colonne('Réponse de la DDT/Arguments préfet'),
];

/** Le titre d'une colonne, aux années de la période. */
export const titreNational = ({ titre }: ColonneNationale, cadre: Cadre): string =>
  titre.replace(/\{(\w+)\}/g, (_, nom: string) => String(cadre[nom as keyof Cadre]));
