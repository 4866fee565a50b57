import {
  anneeDeBase,
  DROIT_EN_VIGUEUR,
  droitDe,
  lirePeriode,
  periodeDe,
  suivante,
  type Droit,
  type Periode,
} from '../../droit';
import { accorder } from '../../nombres';
import {
  arrondirCalcul,
  bilanQualitatif,
  estRefus,
  objectifDeReference,
  phraseDuRefus,
  tauxDeRattrapage,
  type Bilan,
  type Calcul,
  type Examen,
  type Situation,
} from '../../regles';
import {
  dresserBilan,
  entierLu,
  estBilan,
  nommer,
  OBJECTIFS_COMPARES,
  type Controle,
  type Ligne,
  type Precisions,
  type Tableau,
} from '../../tableau';
import { lignesDe, retrouver, type Place } from './classeur-entier';
import { controleDe, type TableauControle } from './controles';

/** Le volet qualitatif : un examen, ou ce qui manque pour le faire ; `null` si rien n'est réalisé. */
export type Qualitatif = Examen | { readonly manque: readonly string[] } | null;

/** L'objectif de la période suivante, ou pourquoi on ne peut pas le dire. */
export type Suite =
  | { readonly objectif: Calcul; readonly pourcent: number; readonly source: string; readonly annee: number | null }
  | { readonly manque: string };

export interface FicheDeBilan {
  readonly ligne: Ligne;
  readonly objectif: number | null;
  readonly realises: number | null;
  readonly bilan: Bilan | null;
  /** Rien à atteindre. */
  readonly sansObjet: boolean;
  readonly qualitatif: Qualitatif;
  readonly suite: Suite;
}

/** Un bilan, ou un tableau dont les objectifs et les réalisés portent les mêmes années. */
export function porteUnBilan({ tableau }: TableauControle): boolean {
  if (estBilan(tableau)) return true;
  const annees = tableau.entetes.get('realises')?.tranche ?? null;
  const objectifs = OBJECTIFS_COMPARES.flatMap((c) => tableau.entetes.get(c) ?? []);
  return annees !== null && objectifs.length > 0 && objectifs.every(({ tranche }) => tranche === annees);
}

/** La période dont un tableau fait le bilan : celle de ses en-têtes, sinon celle du contexte. */
export function periodeDuBilan({ entetes }: Tableau, reglages: Precisions): Periode | null {
  const [debut] = (['realises', ...OBJECTIFS_COMPARES] as const).flatMap((c) => entetes.get(c)?.tranche ?? []);
  if (debut === undefined) return reglages.periode === null ? null : lirePeriode(reglages.periode);
  const periode = periodeDe(debut);
  return periode.debut === debut ? periode : null;
}

/** Le bilan de chaque commune, et ce que devient son objectif, d'après le parc que le classeur donne. */
export function fichesDuBilan(
  trouve: TableauControle,
  tableaux: readonly TableauControle[],
  reglages: Precisions,
): readonly FicheDeBilan[] {
  const controle = controleDe(trouve);
  if (!controle) return [];
  const { droit, plh } = trouve.contexte;
  const suite = suites(trouve, tableaux, reglages);
  return lignesDe(trouve, droit).map((evaluee) => {
    const { ligne, objectif, realises, bilan, sansObjet } = dresserBilan(evaluee.ligne, droit);
    const qualitatif = realises === null ? null : qualifier(evaluee, realises, controle, plh, droit);
    return { ligne, objectif, realises, bilan, sansObjet, qualitatif, suite: suite({ trouve, evaluee }) };
  });
}

function qualifier(
  { ligne, intervalle }: Place['evaluee'],
  realises: number,
  { tableau }: Controle,
  plh: boolean | null,
  droit: Droit,
): Qualitatif {
  const [plai, pls] = [entierLu(ligne, 'plai'), entierLu(ligne, 'pls')];
  const examen = bilanQualitatif(realises, plai, pls, intervalle, plh, droit);
  if (examen && estRefus(examen)) return { manque: [phraseDuRefus(examen)] };
  const absentes = (['plai', 'pls'] as const).filter((c) => entierLu(ligne, c) === null);
  return examen && examen.remplie !== false && absentes.length > 0
    ? { manque: absentes.map((c) => nommer(c, tableau)) }
    : examen;
}

/** De quoi dire la suite d'une commune : le droit de la période suivante, et les parcs que le classeur donne. */
function suites(trouve: TableauControle, tableaux: readonly TableauControle[], reglages: Precisions) {
  const periode = periodeDuBilan(trouve.tableau, reglages);
  const prochaine = periode && suivante(periode);
  const droit = prochaine ? droitDe(prochaine) : DROIT_EN_VIGUEUR;
  const attendue = prochaine && anneeDeBase(prochaine);
  const ailleurs = retrouver(
    tableaux.filter((t) => t !== trouve),
    trouve.contexte.droit,
  );

  return (ici: Place): Suite => {
    const parcs = [ici, ...ailleurs(ici.evaluee.ligne)].filter(({ evaluee }) => evaluee.situation);
    const date = parcs.filter((p) => {
      const annee = anneeDuParc(p.trouve.tableau);
      return annee === null || attendue === null || annee === attendue;
    });
    const [premier] = date;
    if (!premier) return { manque: manqueDuParc(parcs, attendue) };
    const { situation } = premier.evaluee;
    if (date.some((p) => !memeSituation(p.evaluee.situation!, situation!)))
      return { manque: `un seul parc : ${desaccord(date)}` };
    const [objectif, taux] = [objectifDeReference(situation!, droit), tauxDeRattrapage(situation!, droit)];
    if (estRefus(objectif)) return { manque: phraseDuRefus(objectif) };
    if (estRefus(taux)) return { manque: phraseDuRefus(taux) };
    const { tableau } = premier.trouve;
    return {
      objectif: arrondirCalcul(objectif, 'PROCHE'),
      pourcent: taux.pourcent,
      source: tableau.feuille,
      annee: anneeDuParc(tableau),
    };
  };
}

/** Le 1er janvier dont un parc est daté : l'année de ses en-têtes, sinon celle qui précède la période de ses objectifs. */
function anneeDuParc({ entetes }: Tableau): number | null {
  const parc = (['residences_principales', 'logements_sociaux'] as const).flatMap((c) => entetes.get(c)?.annees ?? []);
  const [tranche] = OBJECTIFS_COMPARES.flatMap((c) => entetes.get(c)?.tranche ?? []);
  return parc[0] ?? (tranche === undefined ? null : anneeDeBase({ debut: tranche }));
}

function manqueDuParc(parcs: readonly Place[], attendue: number | null): string {
  const date = attendue === null ? '' : ` au 1er janvier ${attendue}`;
  const grandeurs = `résidences principales, logements sociaux et taux cible de la commune${date}`;
  if (parcs.length === 0) return `${grandeurs}, dans un autre tableau du classeur`;
  const annees = [...new Set(parcs.map((p) => anneeDuParc(p.trouve.tableau)))].join(', ');
  return `${grandeurs} (le parc de ${enFeuilles(parcs)} est de ${annees})`;
}

const feuillesDe = (places: readonly Place[]): string[] => [
  ...new Set(places.map((p) => `« ${p.trouve.tableau.feuille} »`)),
];
const enFeuilles = (places: readonly Place[]): string => feuillesDe(places).join(' et ');

function desaccord(places: readonly Place[]): string {
  const sujet = accorder(feuillesDe(places).length, 'la feuille', 'les feuilles');
  const verbe = accorder(feuillesDe(places).length, 'donne', 'donnent');
  return `${sujet} ${enFeuilles(places)} ${verbe} des chiffres différents pour cette commune`;
}

const memeSituation = (a: Situation, b: Situation): boolean =>
  a.residencesPrincipales === b.residencesPrincipales &&
  a.logementsSociaux === b.logementsSociaux &&
  a.tauxCible === b.tauxCible &&
  a.rang === b.rang;
