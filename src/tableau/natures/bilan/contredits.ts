import { comparer, ecrire, fraction } from '../../../nombres';
import { intervalleDe } from '../../../regles';
import { NOMS, type Colonne } from '../../colonnes';
import { constat, type Constat } from '../../controle/constats';
import { estAccepte, type Contexte } from '../../controle/contexte';
import { lue } from '../../controle/evaluation';
import { lireTexte } from '../../lecture/cellules';
import { sansEffet } from '../../precisions';
import { lireOuiNon } from '../../reponses';
import type { Tableau } from '../../lecture/tableaux';
import { estInconnue, estVide, normaliser } from '../../texte';
import type { CommuneAuBilan } from './commune';

const CENT = fraction(100);

/**
 * Ce que le tableau conclut lui-même d'une commune, et que ses nombres démentent : « Respect : non », un taux de réalisation de 60 %,
 * une carence envisagée. L'un des deux est faux, et rien ne dit lequel.
 * @param tenu rien de ce que ses nombres permettent de juger n'est manqué
 */
export function contredits(
  commune: CommuneAuBilan,
  tenu: boolean,
  { entetes }: Tableau,
  contexte: Contexte,
): Constat[] {
  const { ligne, bilan, objectif, realises } = commune;
  if (!bilan || objectif === null || realises === null) return [];
  return CONCLUSIONS.flatMap(([colonne, conclut]) => {
    const texte = lireTexte(ligne.ecrit(colonne));
    const dit = conclut(commune, texte, normaliser(entetes.get(colonne)?.texte ?? ''));
    // « Partiel » ne dit ni oui ni non : il ne confirme pas.
    if (dit === undefined || (dit ?? false) === tenu || (dit === null && !tenu)) return [];
    const cle = `${ligne.nom} ${colonne} ${texte}`;
    if (estAccepte(contexte, cle)) return [];
    const phrase = `Le tableau écrit « ${texte} » pour ${NOMS[colonne]} de ${ligne.nom} (${ligne.cellule(colonne)}), mais compte ${ecrire(realises)} logements réalisés pour un objectif de ${ecrire(objectif)} : l’un des deux est faux, ou le tableau ne dit pas tout.`;
    const question = sansEffet('Faut-il s’en tenir aux nombres de ce bilan ?', 'Oui, aux nombres', cle);
    return [constat('CONTEXTE_CONTRADICTOIRE', ligne, { phrase }, { colonne, reference: 'L302-9-1', question })];
  });
}

type Conclure = (commune: CommuneAuBilan, texte: string, titre: string) => boolean | null | undefined;

/** Ce que chaque colonne conclut : tenu, manqué, une réponse qui n'est ni l'un ni l'autre (`null`), ou rien (`undefined`). */
const CONCLUSIONS: readonly (readonly [Colonne, Conclure])[] = [
  ['taux_realisation', (commune) => selonLeTaux(commune)],
  ['respect_objectif', (_, texte, titre) => selonLaReponse(texte, titre)],
  // Le préfet peut ne pas envisager la carence d'une commune qui manque son objectif.
  ['carence_envisagee', (_, texte) => (lireOuiNon(texte) ? false : undefined)],
];

/** Sous « Objectif non atteint », 1 le dit manqué, et 0 ne dit rien ; un nombre, sous « Atteinte de l'objectif », n'est pas une réponse. */
function selonLaReponse(texte: string, titre: string): boolean | null | undefined {
  if (estVide(texte) || estInconnue(texte)) return undefined;
  const reponse = lireOuiNon(texte);
  if (reponse === null) return /\d/.test(texte) ? undefined : null;
  if (/\bnon (?:atteint|respecte)/.test(titre)) return reponse ? false : undefined;
  return reponse;
}

/** Un taux qui n'est que l'arrondi du vrai ne dément rien : « 100 % » pour 99,6 %. */
function selonLeTaux({ ligne, bilan, objectif, realises }: CommuneAuBilan): boolean | undefined {
  const ecrit = lue(ligne, 'taux_realisation');
  if (!ecrit || !bilan || !objectif || realises === null) return undefined;
  const { bas, haut } = intervalleDe(ecrit);
  const exact = fraction(100 * realises, objectif);
  const arrondi = comparer(bas, exact) <= 0 && comparer(exact, haut) <= 0;
  // Le taux ne dit rien du volet qualitatif.
  const quantitatif = realises >= objectif;
  const dit = comparer(ecrit.valeur, CENT) >= 0;
  return arrondi || dit === quantitatif ? undefined : dit;
}
