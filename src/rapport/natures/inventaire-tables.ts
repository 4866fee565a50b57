import { ecrire, ecrireCompte, somme, ZERO } from '../../nombres';
import { nomDuTaux } from '../../regles';
import { compter, type CommuneInventoriee, type Indetermination, type Inventaire } from '../../tableau';

/** Un inventaire en mots et en tables, quel que soit le support. */
export interface Table {
  readonly titre: string;
  readonly entetes: readonly string[];
  readonly rangees: readonly (readonly string[])[];
}

const MOTIFS: Readonly<Record<Indetermination, string>> = {
  seuil: 'taux arrondi à cheval sur un seuil',
  cible: 'taux arrondi à cheval sur la cible, situation non précisée',
  donnee: 'taux ou cible non publié ou illisible',
  contradiction: 'situation contraire au taux',
};

export const titreDeLInventaire = ({ indeterminees }: Inventaire): string => {
  const nombre = indeterminees.reduce((n, { communes }) => n + communes.length, 0);
  return nombre === 0
    ? 'INVENTAIRE'
    : `INVENTAIRE, ${ecrireCompte(nombre, 'COMMUNE INDÉTERMINÉE', 'COMMUNES INDÉTERMINÉES')}`;
};

/** « 2 186 communes : 1 269 déficitaires, 887 en règle, 30 de situation non précisée ; 334 carencées, 150 exemptées. » */
export function phraseDuResume({ communes }: Inventaire): string {
  const nonDites = communes.filter((c) => c.situation.deficitaire === null).length;
  const preleves = communes.flatMap(({ situation: { prelevement: p } }) => (p && p.numerateur > 0 ? [p] : []));
  const etats = [
    ecrireCompte(compter(communes, 'deficitaire'), 'déficitaire'),
    `${ecrire(compter(communes, 'deficitaire', false))} en règle`,
    ...(nonDites > 0 ? [`${ecrire(nonDites)} de situation non précisée`] : []),
  ];
  const suites = [
    ecrireCompte(compter(communes, 'carencee'), 'carencée'),
    ecrireCompte(compter(communes, 'exemptee'), 'exemptée'),
    ...(preleves.length > 0
      ? [`${ecrireCompte(preleves.length, 'prélevée')}, de ${ecrire(preleves.reduce(somme, ZERO), 0)} € en tout`]
      : []),
  ];
  return `${ecrireCompte(communes.length, 'commune')} : ${etats.join(', ')} ; ${suites.join(', ')}.`;
}

export function tableDesPaliers({ paliers, indeterminees }: Inventaire): Table {
  const lignes = [
    ...paliers.map(({ quoi, communes }) => ({ nom: `${quoi.motif} (${quoi.pourcent} %)`, communes })),
    ...indeterminees.map(({ quoi, communes }) => ({ nom: `indéterminé : ${MOTIFS[quoi]}`, communes })),
  ];
  return {
    titre: 'Paliers',
    entetes: ['Palier', 'Communes', 'dont exemptées'],
    rangees: lignes.map(({ nom, communes }) => [nom, ecrire(communes.length), ecrire(compter(communes, 'exemptee'))]),
  };
}

export function tableDesMutualisables(
  { mutualisables }: Inventaire,
  bornes: { readonly epcis?: number; readonly noms?: number } = {},
): Table {
  const communes = mutualisables.reduce((n, m) => n + m.communes.length, 0);
  return {
    titre: `Communes qui pourraient mutualiser : ${ecrire(communes)}, dans ${ecrire(mutualisables.length)} EPCI`,
    entetes: ['EPCI', 'Communes', 'Lesquelles'],
    rangees: mutualisables.slice(0, bornes.epcis).map((m) => [
      m.epci,
      ecrire(m.communes.length),
      enumerer(
        m.communes.map((c) => c.ligne.nom),
        bornes.noms,
      ),
    ]),
  };
}

export const RESERVE =
  'Communes déficitaires, non exemptées et de droit commun d’un même EPCI ; sous réserve du rang, du programme local de l’habitat et de l’avis de la commission nationale SRU (L. 302-8, X).';

export function tableDesCommunes({ communes }: Inventaire): Table {
  return {
    titre: 'Communes',
    entetes: ['Commune', 'Code', 'Taux', 'Cible', 'Situation', 'Palier'],
    rangees: communes.map((c) => [
      c.ligne.nom,
      c.ligne.codeInsee ?? '',
      c.taux ? `${ecrire(c.taux.valeur)} %` : '?',
      c.cible === null ? '?' : `${ecrire(c.cible)} %`,
      situationEnMots(c),
      palierEnMots(c),
    ]),
  };
}

/** Le palier, ce entre quoi l'arrondi ne tranche pas, ou rien pour une commune non déficitaire. */
export function palierEnMots({ rattrapage, indetermination, possibles }: CommuneInventoriee): string {
  if (rattrapage) return `${nomDuTaux(rattrapage)} (${rattrapage.pourcent} %)`;
  if (indetermination === null) return '';
  return possibles.length > 0 ? `indéterminé : ${possibles.join(' ou ')}` : `indéterminé : ${MOTIFS[indetermination]}`;
}

export function situationEnMots({ situation: s }: CommuneInventoriee): string {
  const mots = [
    s.dansLeChamp === false && 'hors champ',
    s.deficitaire !== null && (s.deficitaire ? 'déficitaire' : 'en règle'),
    s.carencee && 'carencée',
    s.exemptee && 'exemptée',
    s.soumiseAuPrelevement && 'prélevée',
  ].filter((mot) => typeof mot === 'string');
  return mots.length > 0 ? mots.join(', ') : 'non précisée';
}

const enumerer = (noms: readonly string[], maximum = noms.length): string =>
  noms.length <= maximum
    ? noms.join(', ')
    : `${noms.slice(0, maximum).join(', ')} et ${ecrireCompte(noms.length - maximum, 'autre')}`;
