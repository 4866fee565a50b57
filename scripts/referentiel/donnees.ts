import { basename } from 'node:path';
import { ANNUAIRE } from '../../src/annuaire';
import { lireClasseur } from '../../src/classeur/fichier';
import type { NombreLu } from '../../src/nombres';
import type { CommuneDonnee, Donnees } from '../../src/referentiel/inventaire';
import { estRefus, tauxCibleDe } from '../../src/regles';
import {
  controlerClasseur,
  entierLu,
  reconnaitre,
  SANS_PRECISION,
  type CommuneInventoriee,
  type Inventaire,
  type Ligne,
} from '../../src/tableau';

/** Pourquoi un fichier ne peut pas entrer au référentiel : une phrase pour qui le refait. */
export class InventaireRefuse extends Error {}

/** Un inventaire lu par le contrôle, tel que le référentiel le garde. */
export interface InventaireLu {
  readonly donnees: Donnees;
  /** Ce qui ne se lit pas, et n'est pas repris. */
  readonly ecartes: readonly string[];
}

const SOURCE = 'Communes et inventaire SRU (DGALN/DHUP, data.gouv.fr), Licence Ouverte 2.0';

/**
 * Lit un inventaire du ministère, de n'importe quelle année.
 * @param annee celle de la publication, si les en-têtes du fichier ne disent pas la date de ses taux
 */
export async function lireInventaire(chemin: string, annee: number | null, luLe: string): Promise<InventaireLu> {
  const fichier = basename(chemin);
  const { feuilles } = await lireClasseur(chemin, { feuille: null });
  const { tableaux } = controlerClasseur(feuilles, SANS_PRECISION, { annuaire: ANNUAIRE });
  const [controle, autre] = tableaux.flatMap(({ resultat }) =>
    !estRefus(resultat) && resultat.nature === 'inventaire' ? [resultat] : [],
  );
  if (!controle || autre)
    throw new InventaireRefuse(`${fichier} : attendu un inventaire publié (code INSEE, taux, taux cible, situation).`);
  const communes = controle.inventaire.communes.map((commune) => donneeDe(commune, fichier)).sort(parCode);
  const repetee = communes.find(([code], i) => code === communes[i + 1]?.[0]);
  if (repetee) throw new InventaireRefuse(`${fichier} : la commune ${repetee[0]} y est deux fois.`);
  return {
    donnees: { annee: anneeDe(controle.inventaire, annee, fichier), source: SOURCE, fichier, luLe, communes },
    ecartes: controle.constats.flatMap(({ code, commune, message }) =>
      code === 'VALEUR_INVALIDE' ? [`${commune} : ${message}`] : [],
    ),
  };
}

const parCode = ([a]: CommuneDonnee, [b]: CommuneDonnee): number => (a < b ? -1 : 1);

/** L'année qui suit celle de ses taux. */
function anneeDe({ annee: desTaux }: Inventaire, dite: number | null, fichier: string): number {
  if (desTaux === null) {
    if (dite !== null) return dite;
    const entete = '« Taux_SRU_au_01_01_2025 »';
    throw new InventaireRefuse(
      `${fichier} : aucun en-tête ne dit la date de ses taux (${entete}) ; ajouter --annee, celle de la publication.`,
    );
  }
  const annee = desTaux + 1;
  if (dite !== null && dite !== annee)
    throw new InventaireRefuse(`${fichier} : ses taux sont au 1er janvier ${desTaux} ; --annee : ${annee} attendu.`);
  return annee;
}

function donneeDe({ ligne, taux, cible, situation }: CommuneInventoriee, fichier: string): CommuneDonnee {
  const { codeInsee, nom } = ligne;
  if (!codeInsee)
    throw new InventaireRefuse(`${fichier}, ${ligne.cellule('code_insee')} : code INSEE attendu pour « ${nom} ».`);
  const code = codeActuel(ligne, codeInsee);
  const lls = entierLu(ligne, 'logements_sociaux');
  const { deficitaire, carencee, exemptee } = situation;
  const lettres = `${deficitaire === null ? '' : deficitaire ? 'd' : 'r'}${carencee ? 'c' : ''}${exemptee ? 'e' : ''}`;
  const debut = [
    code,
    entierLu(ligne, 'population'),
    taux && ecrireDecimal(taux),
    cible === null ? null : tauxCibleDe(cible),
    lettres,
  ] as const;
  if (!ANNUAIRE.parCode(code)) return [...debut, lls, nom];
  return lls === null ? debut : [...debut, lls];
}

/** Une commune nouvelle a pu changer de code : son nom, dans son département, la retrouve. */
function codeActuel(ligne: Ligne, ecrit: string): string {
  if (ANNUAIRE.parCode(ecrit)) return ecrit;
  const [seule, autre] = reconnaitre(ligne, ANNUAIRE).communes;
  return seule && !autre ? seule.code : ecrit;
}

/** « 16.0 » garde sa décimale : l'arrondi du taux en dépend. */
function ecrireDecimal({ valeur, decimales }: NombreLu): string {
  const chiffres = String((valeur.numerateur * 10 ** decimales) / valeur.denominateur).padStart(decimales + 1, '0');
  return decimales === 0 ? chiffres : `${chiffres.slice(0, -decimales)}.${chiffres.slice(-decimales)}`;
}

/** Un inventaire de plus, ou celui de la même année refait ; du plus récent au plus ancien. */
export const ranger = (gardes: readonly Donnees[], nouveau: Donnees): readonly Donnees[] =>
  [nouveau, ...gardes.filter(({ annee }) => annee !== nouveau.annee)].sort((a, b) => b.annee - a.annee);

/** Une commune par ligne, pour qu'un changement se lise. */
export function enTexte(inventaires: readonly Donnees[]): string {
  const textes = inventaires.map(({ communes, ...origine }) => {
    const lignes = communes.map((commune) => JSON.stringify(commune)).join(',\n');
    return `${JSON.stringify(origine).slice(0, -1)},"communes":[\n${lignes}\n]}`;
  });
  return `[${textes.join(',\n')}]\n`;
}
