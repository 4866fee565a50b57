import { comparer, difference, fraction, versNombre, type Quantite } from '../../nombres';
import { estRefus, sensDe, type Refus, type Sens } from '../../regles';
import {
  avecObjectifs,
  contratSuppose,
  estBilan,
  lireObjectif,
  type Contrat,
  type ControleObjectifs,
  type Ligne,
  type LigneEvaluee,
  type Tableau,
} from '../../tableau';
import { controlerTableau } from './controles';
import type { Precisions, Reperes } from '../../tableau';
import { clesDe, type Scenario } from './scenarios';

/** Ce que vaut un scénario ; `null` : un objectif ou une référence manque. */
export interface BilanDeScenario {
  readonly controle: ControleObjectifs;
  readonly total: number | null;
  /** Sur la somme des références. */
  readonly hausse: Quantite | null;
  readonly plusGrandeHausse: { readonly commune: string; readonly hausse: Quantite } | null;
  readonly abaissees: readonly string[];
}

/** Le contrôle du classeur, son objectif de contrat remplacé par celui du scénario, et ce qu'on en compare ; `null` s'il ne porte pas d'objectifs. */
export function bilanDe(
  tableau: Tableau,
  { objectifs }: Scenario,
  reglages: Precisions,
  reperes: Reperes,
): BilanDeScenario | Refus | null {
  const cles = clesDe(tableau);
  const rempli = avecObjectifs(tableau, (ligne) => objectifs[cles.get(ligne)!] ?? null);
  const controle = controlerTableau(rempli, { ...reglages, contrat: contratDe(tableau, reglages) }, reperes);
  if (estRefus(controle)) return controle;
  if (controle.nature !== 'objectifs') return null;
  const { contrat, reference } = controle.totaux;
  const ecarts = controle.lignes.map((l) => ({ commune: l.ligne.nom, ...ecartDe(l) }));
  const [plusGrande] = ecarts
    .flatMap(({ commune, sens, ecart }) => (ecart && sens === 'relevé' ? [{ commune, hausse: ecart }] : []))
    .sort((a, b) => comparer(b.hausse, a.hausse));
  return {
    controle,
    total: contrat,
    hausse: contrat !== null && reference ? difference(fraction(contrat), reference) : null,
    plusGrandeHausse: plusGrande ?? null,
    abaissees: ecarts.flatMap(({ commune, sens }) => (sens === 'abaissé' ? [commune] : [])),
  };
}

/** Celui du classeur ; un tableau qui n'en porte pas est essayé comme une mutualisation. */
function contratDe(tableau: Tableau, { contrat }: Precisions): Contrat {
  const suppose = contrat ?? contratSuppose(tableau);
  return contrat === null && suppose === 'aucun' && !estBilan(tableau) ? 'cims' : suppose;
}

function ecartDe({ contrat, reference }: LigneEvaluee): { sens: Sens | null; ecart: Quantite | null } {
  if (contrat === null || !reference) return { sens: null, ecart: null };
  return { sens: sensDe(contrat, reference), ecart: difference(fraction(contrat), reference) };
}

/** L'objectif d'une commune dans un scénario. */
export interface Case {
  readonly scenario: Scenario;
  readonly texte: string;
  /** Pourquoi il ne se lit pas ; `null` s'il se lit, ou s'il est vide. */
  readonly attendu: string | null;
  readonly valeur: number | null;
  readonly sens: Sens | null;
  readonly ecart: Quantite | null;
  /** Autre que celui du premier scénario. */
  readonly differe: boolean;
}

export interface Rangee {
  readonly cle: string;
  readonly ligne: Ligne;
  readonly reference: Quantite | null;
  readonly cases: readonly Case[];
}

/** Les communes et leurs objectifs, scénario par scénario. */
export function rangeesDe(tableau: Tableau, lignes: readonly LigneEvaluee[], scenarios: readonly Scenario[]): Rangee[] {
  const cles = clesDe(tableau);
  return lignes.map((evaluee, rang) => {
    const cle = cles.get(tableau.lignes[rang]!)!;
    const cases = scenarios.map((scenario) => {
      const texte = scenario.objectifs[cle] ?? '';
      const lecture = lireObjectif(texte);
      const valeur = lecture.etat === 'lue' ? versNombre(lecture.valeur.valeur) : null;
      const attendu = lecture.etat === 'invalide' ? lecture.attendu : null;
      return { scenario, texte, valeur, attendu, ...ecartDe({ ...evaluee, contrat: valeur }) };
    });
    const [premiere] = cases;
    const differe = (c: (typeof cases)[number]) =>
      c.valeur !== premiere!.valeur || (c.valeur === null && c.texte !== premiere!.texte);
    return {
      cle,
      ligne: evaluee.ligne,
      reference: evaluee.reference,
      cases: cases.map((c) => ({ ...c, differe: differe(c) })),
    };
  });
}
