import { CIBLES, DROIT_EN_VIGUEUR, droitDe, lirePeriode, type Rang } from '../droit';
import { fraction, versNombre, type NombreLu } from '../nombres';
import {
  citerFait,
  confronter,
  contradiction,
  faitsRetenus,
  type Contradiction,
  type FaitsRetenus,
  type Sujet,
} from './alentours';
import type { Contexte, Reperes } from './controle/contexte';
import type { ColonneNombre, Lecture } from './lecture/cellules';
import type { Ligne } from './lecture/ligne';
import type { RangLu } from './lecture/rang';
import { rangEcrit } from './lecture/rang-ecrit';
import type { Tableau } from './lecture/tableaux';
import { contratSuppose } from './natures';
import type { Precisions } from './precisions';
import { normaliser } from './texte';

export interface TableauSitue {
  readonly tableau: Tableau;
  readonly contexte: Contexte;
}

/**
 * Réunit ce que l'agent précise et ce que la feuille dit : la période, le PLH, l'avis, le contrat ; et les lignes telles qu'elles se
 * lisent dans ce contexte. Ce que l'agent précise l'emporte toujours ; ce que la feuille dit d'autre se dit.
 */
export function situer(lu: Tableau, precisions: Precisions, reperes: Reperes): TableauSitue {
  const precisee = precisions.periode === null ? null : lirePeriode(precisions.periode);
  const retenus = faitsRetenus(lu.alentours, entetesDates(lu), precisee);
  const { valeurs } = retenus;
  const periode = precisee ?? valeurs.periode?.valeur ?? null;
  const droit = periode ? droitDe(periode) : DROIT_EN_VIGUEUR;
  const tableau = completer(lu, valeurs, precisions, periode);
  const choix = { periode: precisee, plh: precisions.plh, avis: precisions.avis, contrat: precisions.contrat };
  const plh = precisions.plh ?? valeurs.plh?.valeur ?? null;
  const avis = precisions.avis ?? valeurs.avis?.valeur ?? null;
  const contexte: Contexte = {
    droit,
    annuaire: reperes.annuaire,
    ...(reperes.inventaires && { inventaires: reperes.inventaires }),
    contrat: precisions.contrat ?? contratSuppose(tableau, genreNomme(valeurs, tableau)),
    plh,
    avis,
    epci: precisions.epci || (valeurs.epci?.valeur ?? ''),
    ...(plh === null && valeurs.plh && { plhIncertain: valeurs.plh.texte }),
    ...(avis === null && valeurs.avis && { avisIncertain: valeurs.avis.texte }),
    lecture: {
      faits: Object.values(valeurs),
      contradictions: [
        ...retenus.contradictions.filter((c) => !tranchee(c.sujet, precisions)),
        ...confronter(retenus, choix),
        ...cibleDedite(lu, valeurs.taux_cible),
        ...(precisee ? [] : autreContrat(lu)),
      ],
      nonCompris: lu.alentours.nonCompris.filter(({ texte }) => !(normaliser(texte) in precisions.textes)),
      precises: precises(precisions),
      acceptes: new Set(Object.keys(precisions.textes)),
    },
  };
  return { tableau, contexte };
}

const precises = ({ periode, plh, avis, epci, contrat }: Precisions): readonly Sujet[] => [
  ...(periode === null ? [] : (['periode'] as const)),
  ...(plh === null ? [] : (['plh'] as const)),
  ...(avis === null ? [] : (['avis'] as const)),
  ...(epci === '' ? [] : (['epci'] as const)),
  ...(contrat === null ? [] : (['genre'] as const)),
];

/** Les en-têtes qui datent le tableau : ceux qui sont lus, et ceux du contrat qui se disputent. */
export const entetesDates = ({ entetes, ambigues }: Tableau) => [
  ...entetes.values(),
  ...(ambigues.get('objectif_contrat') ?? []),
];

/** Une feuille « Mutualisation » qui ne montre qu'une commune ne nomme pas son contrat. */
const genreNomme = ({ genre }: FaitsRetenus['valeurs'], { lignes }: Tableau) =>
  genre && !(genre.lieu === 'feuille' && lignes.length === 1) ? genre.valeur : null;

/** « Objectif du contrat 2026-2028 » à côté de celui de 2023-2025 : une seule période se juge à la fois. */
function autreContrat({ ignorees, entetes }: Tableau): Contradiction[] {
  const juge = entetes.get('objectif_contrat');
  const autre = ignorees.find(
    ({ colonne, motif, tranche }) => colonne === 'objectif_contrat' && motif === 'autre période' && tranche !== null,
  );
  if (!juge || !autre) return [];
  const textes = [juge, autre].map(({ texte, cellule }) => `« ${texte.replace(/\s+/g, ' ')} » (${cellule})`);
  const phrase = `Deux contrats côte à côte : ${textes.join(' et ')}. Précisez la période à juger.`;
  return [contradiction('periode', [juge, autre], phrase)];
}

/** « Taux cible : 25 % » au-dessus d'une colonne qui n'en porte aucun, ou un taux qui n'est pas de la loi, sans colonne. */
function cibleDedite({ lignes, colonnes }: Tableau, dite: FaitsRetenus['valeurs']['taux_cible']): Contradiction[] {
  if (!dite) return [];
  if (dite.valeur === null && !colonnes.has('taux_cible'))
    return [
      contradiction(
        'taux_cible',
        [dite],
        `${citerFait(dite)} : ce n’est pas un taux cible de la loi (${CIBLES.join(' ou ')} %, L. 302-5).`,
      ),
    ];
  const cibles = lignes.flatMap(({ nombres: { taux_cible: lu } }) =>
    lu?.etat === 'lue' ? [versNombre(lu.valeur.valeur)] : [],
  );
  if (!dite.valeur || cibles.length === 0 || cibles.includes(dite.valeur)) return [];
  const phrase = `${citerFait(dite)} : aucune commune du tableau n’a ce taux cible dans sa colonne. Corriger l’un ou l’autre.`;
  return [contradiction('taux_cible', [dite], phrase)];
}

/** Les textes ne s'accordent pas, mais l'agent a dit ce qui vaut. */
const tranchee = (sujet: string, { periode, plh, avis, contrat }: Precisions): boolean =>
  (sujet === 'genre' && contrat !== null) ||
  (sujet === 'periode' && periode !== null) ||
  (sujet === 'plh' && plh !== null) ||
  (sujet === 'avis' && avis !== null);

/** Ce que le contexte ajoute aux lignes : un taux cible dit pour toutes, une unité, le rang dans la période, un accord précisé. */
function completer(
  lu: Tableau,
  valeurs: FaitsRetenus['valeurs'],
  { accords, rangs, textes }: Precisions,
  periode: { readonly debut: number } | null,
): Tableau {
  const cible = lu.colonnes.has('taux_cible') ? null : (valeurs.taux_cible?.valeur ?? null);
  const mention =
    valeurs.unite?.valeur === 'milliers' && !(normaliser(valeurs.unite.texte) in textes) ? valeurs.unite : null;
  const enMilliers = mention !== null && parcEnMilliers(lu);
  const numerote = estNumeroDOrdre(lu.lignes);
  const ecarte = lu.ignorees.find(({ texte }) => normaliser(texte).split(' ').includes('rang'));
  // Une colonne « Rang » qui n'a pas été prise pour le rang triennal laisse le rang inconnu : elle ne vaut pas une absence.
  const rangDuTableau = (ligne: Ligne): Lecture<RangLu> => {
    const ecrit = rangEcrit(ligne, periode, !numerote);
    return ecrit.etat === 'vide' && ecarte ? { etat: 'inconnue', texte: ecarte.texte } : ecrit;
  };
  const precisees = [accords, rangs].some((precises) => Object.keys(precises).length > 0);
  const lignes = lu.lignes.map((ligne): Ligne => {
    const cle = precisees ? normaliser(ligne.nom) : '';
    const nombres: Partial<Record<ColonneNombre, Lecture<NombreLu>>> =
      cible === null && !enMilliers ? ligne.nombres : { ...ligne.nombres };
    if (cible !== null) nombres.taux_cible = { etat: 'lue', valeur: entier(cible) };
    if (enMilliers) for (const colonne of PARC) if (nombres[colonne]) nombres[colonne] = enMille(nombres[colonne]);
    const accord = accords[cle];
    const rang = rangs[cle];
    return {
      ...ligne,
      nombres,
      accord: accord === undefined ? ligne.accord : { etat: 'lue', valeur: accord },
      rang: rang === undefined ? rangDuTableau(ligne) : { etat: 'lue', valeur: { rang: rang as Rang } },
    };
  });
  const colonnes = cible === null ? lu.colonnes : new Set([...lu.colonnes, 'taux_cible' as const]);
  return { ...lu, lignes, colonnes, enMilliers: mention };
}

const entier = (n: number): NombreLu => ({ valeur: fraction(n), decimales: 0, pourcent: false, ambigu: false });

const PARC = ['population', 'residences_principales', 'logements_sociaux'] as const satisfies readonly ColonneNombre[];
const MILLE = 1000;

/** Des résidences qui se comptent par milliers d'unités sont écrites à l'unité, quoi que dise la mention : elle se demande. */
const parcEnMilliers = ({ lignes }: Tableau): boolean =>
  lignes.every(({ nombres: { residences_principales: rp } }) =>
    rp?.etat === 'lue' ? rp.valeur.valeur.numerateur < MILLE * rp.valeur.valeur.denominateur : true,
  );

/** Un nombre arrondi au millier n'est pas un nombre de logements : il ne fonde aucun calcul. */
const enMille = (lecture: Lecture<NombreLu>): Lecture<NombreLu> =>
  lecture.etat === 'lue' ? { etat: 'inconnue', texte: 'en milliers' } : lecture;

const COMMUNES_NUMEROTEES = 4;

/** 1, 2, 3, 4, 5… de haut en bas : un numéro d'ordre, non un rang triennal. */
function estNumeroDOrdre(lignes: readonly Ligne[]): boolean {
  if (lignes.length < COMMUNES_NUMEROTEES) return false;
  return lignes.every((ligne, i) => String(ligne.ecrit('rang_triennal')?.valeur ?? '').trim() === String(i + 1));
}
