import { lireNombre } from '../../nombres';
import { anneeDeBase, type Periode } from '../../droit';
import { cleEntete, lireEntete, type Colonne, type Correspondances, type Entete } from '../colonnes';
import { adresse, celluleEtendue, type Grille } from '../grille';

export interface EntetePlacee extends Entete {
  readonly position: number;
  readonly cellule: string;
}

/** Un bloc d'en-têtes d'une à trois lignes, coupé en autant de tableaux qu'il en couvre côte à côte. */
export interface BlocEntetes {
  readonly debut: number;
  readonly fin: number;
  readonly entetes: readonly EntetePlacee[];
}

const HAUTEUR_MAXIMALE = 3;
const COLONNES_MINIMALES = 3;
const INDICE = /commune|insee|ville|codgeo|depcom/i;

/** Tous les blocs d'en-têtes d'une feuille, de haut en bas puis de gauche à droite. */
export function trouverEntetes(grille: Grille, aLaMain: Correspondances): BlocEntetes[] {
  const blocs: BlocEntetes[] = [];
  let libre = 0;
  for (let ligne = 0; ligne < grille.nombreDeLignes; ligne++) {
    if (!nommeUneCommune(grille, ligne, aLaMain)) continue;
    const bloc = meilleurBloc(grille, ligne, libre, aLaMain);
    if (!bloc) continue;
    blocs.push(...couperCoteACote(bloc));
    libre = bloc.fin + 1;
    ligne = bloc.fin;
  }
  return blocs;
}

/** Ce qu'un bloc dit des colonnes : celles retenues, celles laissées de côté, celles qui se disputent le même sens. */
export interface ColonnesRetenues {
  readonly positions: ReadonlyMap<Colonne, number>;
  readonly ignorees: readonly EntetePlacee[];
  readonly ambigues: ReadonlyMap<Colonne, readonly EntetePlacee[]>;
}

/**
 * Retient une colonne par sens. Entre plusieurs, la correspondance à la main l'emporte, puis celle dont les années sont
 * celles de la période ; sinon aucune n'est choisie.
 */
export function retenirColonnes(
  { entetes }: BlocEntetes,
  periode: Periode | null,
  aLaMain: Correspondances,
): ColonnesRetenues {
  const positions = new Map<Colonne, number>();
  const ambigues = new Map<Colonne, readonly EntetePlacee[]>();
  for (const colonne of new Set(entetes.map((e) => e.colonne))) {
    if (!colonne) continue;
    const candidates = entetes.filter((e) => e.colonne === colonne);
    const choisies = [
      candidates.filter((e) => aLaMain.get(cleEntete(e.texte)) === colonne),
      candidates.filter(
        (e) => periode && (e.annees.includes(periode.debut) || e.annees.includes(anneeDeBase(periode))),
      ),
      candidates,
    ].find((groupe) => groupe.length > 0)!;
    if (choisies.length === 1) positions.set(colonne, choisies[0]!.position);
    else ambigues.set(colonne, choisies);
  }
  const retenues = new Set(positions.values());
  return { positions, ambigues, ignorees: entetes.filter((e) => !retenues.has(e.position)) };
}

function nommeUneCommune(grille: Grille, ligne: number, aLaMain: Correspondances): boolean {
  for (let colonne = 0; colonne < grille.nombreDeColonnes; colonne++) {
    const valeur = grille.cellule(ligne, colonne)?.valeur;
    if (typeof valeur !== 'string' || valeur.length > 80) continue;
    if (!INDICE.test(valeur) && !(aLaMain.size > 0 && aLaMain.has(cleEntete(valeur)))) continue;
    const { colonne: sens } = lireEntete(valeur, aLaMain);
    if (sens === 'commune' || sens === 'code_insee') return true;
  }
  return false;
}

function meilleurBloc(grille: Grille, ligne: number, libre: number, aLaMain: Correspondances): BlocEntetes | null {
  let meilleur: BlocEntetes | null = null;
  let sens = COLONNES_MINIMALES - 1;
  for (let hauteur = 1; hauteur <= HAUTEUR_MAXIMALE; hauteur++) {
    for (let debut = ligne; debut > ligne - hauteur && debut >= libre; debut--) {
      const fin = debut + hauteur - 1;
      if (fin >= grille.nombreDeLignes || contientDesNombres(grille, debut, fin)) continue;
      const entetes = lireBloc(grille, debut, fin, aLaMain);
      const distincts = new Set(entetes.map((e) => e.colonne).filter(Boolean)).size;
      if (distincts > sens) [meilleur, sens] = [{ debut, fin, entetes }, distincts];
    }
  }
  return meilleur;
}

function lireBloc(grille: Grille, debut: number, fin: number, aLaMain: Correspondances): EntetePlacee[] {
  const entetes: EntetePlacee[] = [];
  for (let colonne = 0; colonne < grille.nombreDeColonnes; colonne++) {
    const textes: string[] = [];
    for (let ligne = fin; ligne >= debut; ligne--) {
      const valeur = celluleEtendue(grille, ligne, colonne)?.valeur;
      const texte = valeur === null || valeur === undefined ? '' : String(valeur).trim();
      if (texte && !textes.includes(texte)) textes.push(texte);
    }
    if (textes.length === 0) continue;
    // Du libellé le plus proche des données au plus complet : « CMS », puis « Objectif 2023-2025 CMS ».
    const lectures = textes.map((_, i) =>
      lireEntete(
        textes
          .slice(0, i + 1)
          .reverse()
          .join(' '),
        aLaMain,
      ),
    );
    const lue = lectures.find((e) => e.colonne) ?? lectures[0]!;
    const annees = lectures.at(-1)!.annees;
    entetes.push({ ...lue, annees, position: colonne, cellule: adresse(fin, colonne) });
  }
  return entetes;
}

function contientDesNombres(grille: Grille, debut: number, fin: number): boolean {
  for (let ligne = debut; ligne <= fin; ligne++) {
    for (let colonne = 0; colonne < grille.nombreDeColonnes; colonne++) {
      const valeur = grille.cellule(ligne, colonne)?.valeur;
      const nombre = typeof valeur === 'string' ? lireNombre(valeur) : typeof valeur === 'number' ? valeur : null;
      if (nombre !== null && !/^(?:19|20)\d{2}$/.test(String(valeur).trim())) return true;
    }
  }
  return false;
}

function couperCoteACote(bloc: BlocEntetes): BlocEntetes[] {
  const morceaux: EntetePlacee[][] = [[]];
  for (const entete of bloc.entetes) {
    const courant = morceaux.at(-1)!;
    const nomme = entete.colonne === 'commune' || entete.colonne === 'code_insee';
    if (nomme && courant.some((e) => e.colonne === entete.colonne)) morceaux.push([entete]);
    else courant.push(entete);
  }
  const suffisants = morceaux.filter(
    (m) => new Set(m.map((e) => e.colonne).filter(Boolean)).size >= COLONNES_MINIMALES,
  );
  return suffisants.length > 1 ? suffisants.map((entetes) => ({ ...bloc, entetes })) : [bloc];
}
