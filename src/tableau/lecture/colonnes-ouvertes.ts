import { CIBLES } from '../../droit';
import { lireNombre, versNombre } from '../../nombres';
import type { Colonne } from '../colonnes';
import { adresseDans, type Grille } from '../grille';
import { lireOuiNon } from '../reponses';
import { normaliser } from '../texte';
import type { EntetePlacee } from './entete-placee';
import { lireBrut, lireTexte } from './cellules';
import type { ColonnesRetenues } from './choix';
import type { BlocEntetes } from './entetes';

/** Ce qui fait d'un tableau un contrat, des références ou un bilan. */
const ENJEUX: readonly Colonne[] = [
  'objectif_contrat',
  'objectif_reference',
  'accord_commune',
  'periodes_consecutives_abaissees',
  'realises',
];
/** Ce qui manque au tableau et pourrait être écrit sous un titre qu'on ne comprend pas. */
const ATTENDUES: readonly Colonne[] = [
  'objectif_contrat',
  'objectif_reference',
  'accord_commune',
  'periodes_consecutives_abaissees',
  'rang_triennal',
  'realises',
  'taux_cible',
];
/** La colonne qu'écrit le volet : « Scénario B », « Scénario A (2) ». */
const SCENARIO = /^scenario [a-d](?: \d{1,2})?$/;
const D_AUTREFOIS = /\b(?:historique|anterieur\w*|precedent\w*|durees?)\b/;
const NOTIFICATION = /^notif\w*$/;
const A_CONFIRMER = /\b(?:accord|sous reserve|favorable|refus\w*|en attente|a confirmer|deliber\w*)\b/;
const CENT = 100;
const PETIT = /^\d$/;

/**
 * Les colonnes d'un tableau incomplet qui pourraient être ce qui lui manque : sans titre, ou d'un titre que rien n'explique, et
 * remplies de nombres ou de réponses. Un tableau qui a tout n'en attend rien.
 * @param lignes les lignes des communes
 */
export function colonnesOuvertes(
  grille: Grille,
  bloc: BlocEntetes,
  { positions, ignorees }: ColonnesRetenues,
  lignes: readonly number[],
): EntetePlacee[] {
  if (lignes.length === 0 || !ENJEUX.some((c) => positions.has(c))) return [];
  const manque = (colonne: Colonne) => !positions.has(colonne);
  if (!ATTENDUES.some(manque)) return [];
  const textes = (position: number) =>
    lignes.map((ligne) => lireTexte(grille.cellule(ligne, position))).filter((texte) => texte !== '');
  const dites = (position: number) =>
    lignes.filter((ligne) => {
      const lue = grille.cellule(ligne, position);
      const texte = lireTexte(lue);
      return (
        lireBrut(lue) !== null || /\d/.test(texte) || lireOuiNon(texte) !== null || A_CONFIRMER.test(normaliser(texte))
      );
    }).length;
  const parle = (position: number) => 2 * dites(position) >= lignes.length;
  const inconnues = ignorees.filter(({ colonne, sort, sensible, manuelle, texte, position }) => {
    if (colonne !== null || sensible || manuelle) return false;
    const mots = normaliser(texte);
    if (!manque('objectif_contrat') && SCENARIO.test(mots)) return false;
    if (manque('periodes_consecutives_abaissees') && D_AUTREFOIS.test(mots))
      return textes(position).length > 0 && textes(position).every((t) => PETIT.test(t));
    if (manque('objectif_reference') && NOTIFICATION.test(mots)) return parle(position);
    if (manque('taux_cible') && textes(position).length > 0 && textes(position).every(estUneCible)) return true;
    return sort === 'non comprise' && parle(position);
  });
  // Un accord n'est souvent écrit que pour une commune.
  return [...inconnues, ...sansTitre(grille, bloc, (position) => dites(position) > 0)];
}

/** « 20 % », « 0,25 » : un taux cible sous un titre qui ne le dit pas. */
function estUneCible(texte: string): boolean {
  const lu = lireNombre(texte);
  return lu !== null && CIBLES.some((cible) => versNombre(lu.valeur) === (lu.pourcent ? cible : cible / CENT));
}

function sansTitre(
  grille: Grille,
  { gauche, droite, fin, entetes }: BlocEntetes,
  parle: (position: number) => boolean,
) {
  const titrees = new Set(entetes.map((e) => e.position));
  const derniere = Math.max(droite, ...titrees);
  const premiere = Math.max(0, gauche - 1);
  const positions = Array.from({ length: derniere - premiere + 3 }, (_, i) => premiere + i).filter(
    (p) => !titrees.has(p) && (p <= derniere + 1 || lireTexte(grille.cellule(fin, p)) === ''),
  );
  return positions.filter(parle).map((position): EntetePlacee => ({
    texte: `sans titre (${adresseDans(grille, fin, position)})`,
    cellule: adresseDans(grille, fin, position),
    position,
    colonne: null,
    appui: false,
    sort: 'non comprise',
    sensible: true,
    tranche: null,
    annees: [],
    manuelle: false,
  }));
}
