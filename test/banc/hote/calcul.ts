import { couper, lireZone, uneCellule } from './adresses';
import { type Ennuis } from './ennuis';
import { type Appel, type FeuilleDonnees, type Reponse, type Valeur } from './contrat';
import { type Modele } from './modele/modele';

/** Ce qu'il faut de functions.json pour passer les arguments comme Excel. */
export interface Metadonnees {
  functions: readonly {
    name: string;
    parameters?: readonly { dimensionality?: string }[];
    options?: { cancelable?: boolean; stream?: boolean; requiresParameterAddresses?: boolean };
    allowErrorForDataTypeAny?: boolean;
  }[];
}

export type Calculer = (appel: Appel) => Promise<Reponse>;

const APPEL = /^=\s*([\p{L}_][\p{L}\p{N}_.]*)\((.*)\)\s*$/su;

/** Les arguments d'un appel, séparés par les virgules qui ne sont ni dans un texte, ni dans une parenthèse. */
function separer(liste: string): string[] | undefined {
  const args: string[] = [];
  let courant = '';
  for (const jeton of liste.match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[\s\S]/g) ?? []) {
    if (jeton === '(' || jeton === '{') return undefined;
    if (jeton === ',') {
      args.push(courant.trim());
      courant = '';
    } else courant += jeton;
  }
  return liste.trim() === '' ? [] : [...args, courant.trim()];
}

/** « Feuille 1!A1:B2 », entre apostrophes s'il le faut ; vide pour une valeur écrite dans la formule. */
function adresseDe(texte: string, ici: string): string {
  const { feuille = ici, reste } = couper(texte);
  return lireZone(reste) ? `'${feuille.replaceAll("'", "''")}'!${reste}` : '';
}

/**
 * Un calcul de secours pour les essais : les formules qui sont un seul appel de fonction personnalisée, à arguments
 * simples (références, plages, nombres, textes). Les autres gardent leur valeur.
 */
export class Calcul {
  constructor(
    private readonly modele: Modele,
    private readonly calculer: Calculer,
    private readonly metadonnees?: Metadonnees,
    private readonly ennuis: Ennuis = {},
  ) {}

  /** Recalcule tout le classeur, jusqu'à ce que rien ne change plus (au plus dix tours). */
  async recalculer(): Promise<void> {
    for (let tour = 0; tour < 10; tour++) {
      const changements = await Promise.all(
        this.modele.classeur.feuilles.flatMap((feuille) =>
          Object.entries(feuille.cellules).flatMap(([cle, { formule }]) =>
            formule === undefined ? [] : [this.#cellule(feuille, cle, formule)],
          ),
        ),
      );
      if (!changements.includes(true)) return;
    }
  }

  async #cellule(feuille: FeuilleDonnees, cle: string, formule: string): Promise<boolean> {
    const [ligne = 0, colonne = 0] = cle.split(',').map(Number);
    const appel = this.#lire(feuille, formule, `${feuille.nom}!${cle}`);
    if (!appel) return false;
    const reponse = await this.calculer(appel);
    const rendu = 'erreur' in reponse ? reponse.erreur : reponse.valeur;
    const valeurs = (Array.isArray(rendu) ? rendu : [[rendu ?? 0]]) as Valeur[][];
    const zone = {
      ...uneCellule(ligne, colonne),
      ligneFin: ligne + valeurs.length - 1,
      colonneFin: colonne + (valeurs[0]?.length ?? 1) - 1,
    };
    // La formule a pu être remplacée pendant le calcul.
    if (this.modele.feuille(feuille.id)?.cellules[cle]?.formule !== formule) return false;
    const pareil = valeurs.every((rangee, i) =>
      rangee.every((v, j) => (this.modele.cellule(feuille.id, ligne + i, colonne + j)?.valeur ?? '') === v),
    );
    if (!pareil) this.modele.recevoirCalcul(feuille.id, zone, valeurs);
    return !pareil;
  }

  #lire(feuille: FeuilleDonnees, formule: string, cellule: string): Appel | undefined {
    const [, nom = '', liste = ''] = APPEL.exec(formule) ?? [];
    const textes = separer(liste);
    const connue = this.metadonnees?.functions.find((f) => f.name.toUpperCase() === nom.toUpperCase());
    if (nom === '' || !textes || (this.metadonnees && !connue)) return undefined;
    const parametres = connue?.parameters ?? [];
    const lus = textes.map((texte, rang) => this.#argument(feuille, texte, parametres[rang]?.dimensionality));
    if (lus.includes(undefined)) return undefined;
    const omis = Array.from({ length: Math.max(0, parametres.length - lus.length) }, () => null);
    const dites = connue?.options?.requiresParameterAddresses && !this.ennuis.sansAdresses;
    const adresses = textes.map((texte) => adresseDe(texte, feuille.nom));
    return { fonction: nom.toUpperCase(), arguments: [...lus, ...omis], cellule, ...(dites ? { adresses } : {}) };
  }

  /** `undefined` : ce n'est pas un argument simple. */
  #argument(feuille: FeuilleDonnees, texte: string, dimension?: string): unknown {
    if (texte === '') return null;
    const enPlage = (valeur: Valeur) => (dimension === 'matrix' ? [[valeur]] : valeur);
    if (/^".*"$/s.test(texte)) return enPlage(texte.slice(1, -1).replaceAll('""', '"'));
    if (/^[+-]?[\d.]+(e[+-]?\d+)?%?$/i.test(texte))
      return enPlage(texte.endsWith('%') ? Number(texte.slice(0, -1)) / 100 : Number(texte));
    if (/^(true|false)$/i.test(texte)) return enPlage(texte.toLowerCase() === 'true');
    const { feuille: nom, reste } = couper(texte);
    const zone = lireZone(reste);
    const source = nom === undefined ? feuille : this.modele.feuilleNommee(nom);
    if (!zone || !source) return undefined;
    const valeur = (l: number, c: number) => {
      const lue = source.cellules[`${l},${c}`]?.valeur ?? '';
      return lue === '' ? (this.ennuis.videCommeZero ? 0 : null) : lue;
    };
    if (dimension === 'scalar') return valeur(zone.ligne, zone.colonne);
    return Array.from({ length: zone.ligneFin - zone.ligne + 1 }, (_, i) =>
      Array.from({ length: zone.colonneFin - zone.colonne + 1 }, (__, j) => valeur(zone.ligne + i, zone.colonne + j)),
    );
  }
}
