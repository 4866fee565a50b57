import { ecrirePeriode } from '../droit';
import { ecrireCompte } from '../nombres';
import { adressePlage, type Colonne, type Controle, type Fait, type LectureDuContexte, type Sujet } from '../tableau';
import { AVIS_EN_MOTS } from './presentation';

/** D'où vient ce que le contrôle sait : l'agent l'a précisé, la feuille l'écrit, ou personne ne le dit. */
export type Source = 'précisé' | 'lu' | 'non dit';

export interface FaitDeContexte {
  readonly valeur: string | null;
  readonly source: Source;
  readonly texte: string | null;
  readonly cellule: string | null;
}

/** Ce qui a été lu d'un tableau et de ses alentours, tel que `--json` l'écrit et que le volet le montre. */
export interface LectureDuTableau {
  readonly communes: number;
  readonly plages: readonly { readonly feuille: string; readonly plage: string }[];
  readonly colonnes: readonly { readonly colonne: Colonne; readonly entete: string; readonly cellule: string }[];
  readonly colonnesNonComprises: readonly { readonly entete: string; readonly cellule: string }[];
  readonly colonnesSansEffet: readonly { readonly entete: string; readonly cellule: string }[];
  readonly lignesEcartees: readonly { readonly libelle: string; readonly cellule: string; readonly motif: string }[];
  readonly lignesDouteuses: readonly { readonly libelle: string; readonly cellule: string; readonly motif: string }[];
  readonly textesNonCompris: readonly { readonly texte: string; readonly cellule: string }[];
  readonly textesSansEffet: readonly { readonly texte: string; readonly cellule: string; readonly motif: string }[];
  readonly periode: FaitDeContexte;
  readonly plh: FaitDeContexte;
  readonly avis: FaitDeContexte;
  readonly epci: FaitDeContexte;
}

const RIEN_LU: LectureDuContexte = { faits: [], contradictions: [], nonCompris: [], precises: [], acceptes: new Set() };

export function lectureDe({ tableau, contexte }: Pick<Controle, 'tableau' | 'contexte'>): LectureDuTableau {
  const { faits, nonCompris, precises } = contexte.lecture ?? RIEN_LU;
  const fait = (sujet: Sujet, valeur: string | null): FaitDeContexte => {
    const precise = precises.includes(sujet);
    const lu: Fait | undefined = precise ? undefined : faits.find(({ quoi }) => quoi === sujet);
    return {
      valeur,
      source: precise ? 'précisé' : lu ? 'lu' : 'non dit',
      texte: lu?.texte ?? null,
      cellule: lu?.cellule ?? null,
    };
  };
  const enEntetes = (entetes: readonly { texte: string; cellule: string }[]) =>
    entetes.map(({ texte, cellule }) => ({ entete: texte.replace(/\s+/g, ' '), cellule }));
  const { droit, plh, avis, epci } = contexte;
  return {
    communes: tableau.lignes.length,
    plages: tableau.pieces.map(({ feuille, plage }) => ({ feuille, plage: adressePlage(plage) })),
    colonnes: [...tableau.entetes].map(([colonne, { texte, cellule }]) => ({
      colonne,
      entete: texte.replace(/\s+/g, ' '),
      cellule,
    })),
    colonnesNonComprises: enEntetes(tableau.nonComprises),
    colonnesSansEffet: enEntetes(
      tableau.ignorees.filter(({ position }) => !tableau.nonComprises.some((e) => e.position === position)),
    ),
    lignesEcartees: tableau.ecartees.map(({ libelle, cellule, motif }) => ({ libelle, cellule, motif })),
    lignesDouteuses: tableau.douteuses.map(({ ligne, motif }) => ({
      libelle: ligne.nom,
      cellule: ligne.cellule('commune'),
      motif,
    })),
    textesNonCompris: nonCompris.map(({ texte, cellule }) => ({ texte, cellule })),
    textesSansEffet: tableau.alentours.sansEffet.map(({ texte, cellule, motif }) => ({ texte, cellule, motif })),
    periode: fait('periode', droit.periode && ecrirePeriode(droit.periode)),
    plh: fait('plh', plh === null ? null : plh ? 'oui' : 'non'),
    avis: fait('avis', avis && AVIS_EN_MOTS[avis]),
    epci: fait('epci', epci || null),
  };
}

const MONTREES: readonly (readonly [Colonne, string])[] = [
  ['objectif_contrat', 'contrat'],
  ['objectif_reference', 'référence'],
  ['accord_commune', 'accord'],
  ['realises', 'réalisés'],
];
const ECARTEES_AU_PLUS = 4;

/** Ce qui a été lu, en deux lignes : le tableau, puis le contexte. */
export function phrasesDeLecture(lecture: LectureDuTableau): readonly [string, string] {
  const { communes, plages, colonnes, lignesEcartees, lignesDouteuses, periode, plh, avis } = lecture;
  const ou = plages.map(({ feuille, plage }) => `${feuille}, ${plage}`).join(' + ');
  const lues = MONTREES.flatMap(([colonne, nom]) => {
    const lue = colonnes.find((c) => c.colonne === colonne);
    return lue ? [`${nom} « ${lue.entete} » (${lue.cellule})`] : [];
  });
  const laissees = [...lignesDouteuses, ...lignesEcartees].map(
    ({ libelle, cellule, motif }) => `« ${libelle} » (${cellule} : ${motif})`,
  );
  const cotes =
    laissees.length === 0
      ? ''
      : ` ; ${ecrireCompte(laissees.length, 'ligne laissée de côté', 'lignes laissées de côté')} : ${laissees.slice(0, ECARTEES_AU_PLUS).join(', ')}${laissees.length > ECARTEES_AU_PLUS ? '…' : ''}`;
  const dit = (nom: string, { valeur, source, cellule, texte }: FaitDeContexte, absent = 'non dit') =>
    valeur === null
      ? `${nom} ${texte ? `à confirmer : « ${texte} »` : absent}${cellule ? ` (${cellule})` : ''}`
      : `${nom} ${valeur}${source === 'précisé' ? ' (précisé)' : cellule ? ` (${cellule})` : ''}`;
  return [
    `Lu : ${ecrireCompte(communes, 'commune')} en ${ou}${lues.length > 0 ? ` ; ${lues.join(', ')}` : ''}${cotes}.`,
    `Contexte : ${[dit('période', periode, 'non dite'), dit('PLH', plh), dit('avis', avis)].join(', ')}.`,
  ];
}
