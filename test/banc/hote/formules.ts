import { type Zone } from './contrat';
import { citer, colonnesEntieres, deciter, lettresDeColonne, lignesEntieres, lireZone } from './adresses';

/** Une référence rencontrée dans une formule. */
export interface Reference {
  /** Nom de feuille écrit devant, sans apostrophes. */
  feuille?: string;
  zone: Zone;
  /** L'adresse telle qu'écrite, dollars compris, sans la feuille. */
  adresse: string;
}

// Un texte entre guillemets, ou une référence que ne touche aucun identifiant ; un classeur externe (« [2]! ») reste tel quel.
const JETONS =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$\]'!])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!])/giu;

/** Remplace chaque référence d'une formule ; `undefined` : laissée telle quelle. */
export function remplacerReferences(formule: string, remplacer: (reference: Reference) => string | undefined): string {
  return formule.replace(JETONS, (texte: string, prefixe?: string, adresse?: string) => {
    const zone = adresse === undefined ? undefined : lireZone(adresse);
    if (!zone || adresse === undefined || prefixe?.includes('[')) return texte;
    const feuille = prefixe === undefined ? undefined : deciter(prefixe.slice(0, -1));
    return remplacer({ zone, adresse, ...(feuille === undefined ? {} : { feuille }) }) ?? texte;
  });
}

/** Écrit une zone avec les dollars de l'adresse d'origine. */
function ecrireComme(adresse: string, zone: Zone): string {
  const [debut = '', fin] = adresse.split(':');
  const coin = (modele: string, ligne: number, colonne: number) => {
    const c = (modele.startsWith('$') ? '$' : '') + lettresDeColonne(colonne);
    const l = `${/\$\d/.test(modele) ? '$' : ''}${ligne + 1}`;
    if (lignesEntieres(zone)) return l;
    return colonnesEntieres(zone) ? c : c + l;
  };
  const premier = coin(debut, zone.ligne, zone.colonne);
  return fin === undefined ? premier : `${premier}:${coin(fin, zone.ligneFin, zone.colonneFin)}`;
}

/**
 * Décale les références d'une formule qui pointent dans `feuille` ; `ici` : la formule est elle-même dans cette feuille.
 * Une référence supprimée devient #REF!.
 */
export function decalerFormule(
  formule: string,
  ici: boolean,
  feuille: string,
  decaler: (zone: Zone) => Zone | undefined,
): string {
  return remplacerReferences(formule, (reference) => {
    const nom = reference.feuille;
    if (nom === undefined ? !ici : nom.toLowerCase() !== feuille.toLowerCase()) return undefined;
    const decalee = decaler(reference.zone);
    return (nom === undefined ? '' : `${citer(nom)}!`) + (decalee ? ecrireComme(reference.adresse, decalee) : '#REF!');
  });
}

/** La formule recopiée plus bas ou à droite : ses références relatives suivent ; `toutes` : les absolues aussi. */
export function recopierFormule(formule: string, lignes: number, colonnes: number, toutes = false): string {
  return remplacerReferences(formule, ({ feuille, adresse, zone }) => {
    const [debut = '', fin = debut] = adresse.split(':');
    const dl = (coin: string) => (toutes || !/\$\d/.test(coin) ? lignes : 0);
    const dc = (coin: string) => (toutes || !coin.startsWith('$') ? colonnes : 0);
    const recopiee = {
      ligne: zone.ligne + (colonnesEntieres(zone) ? 0 : dl(debut)),
      ligneFin: zone.ligneFin + (colonnesEntieres(zone) ? 0 : dl(fin)),
      colonne: zone.colonne + (lignesEntieres(zone) ? 0 : dc(debut)),
      colonneFin: zone.colonneFin + (lignesEntieres(zone) ? 0 : dc(fin)),
    };
    const sort = recopiee.ligne < 0 || recopiee.colonne < 0;
    return (feuille === undefined ? '' : `${citer(feuille)}!`) + (sort ? '#REF!' : ecrireComme(adresse, recopiee));
  });
}

/** Une feuille renommée, ou supprimée (`nouveau` absent). */
export function renommerDansFormule(formule: string, ancien: string, nouveau?: string): string {
  return remplacerReferences(formule, ({ feuille, adresse }) => {
    if (feuille?.toLowerCase() !== ancien.toLowerCase()) return undefined;
    return nouveau === undefined ? '#REF!' : `${citer(nouveau)}!${adresse}`;
  });
}

/** La plage seule qu'une formule de nom désigne : « =Feuille!$A$1:$B$2 ». */
export function plageSeule(formule: string): { feuille?: string; zone: Zone } | undefined {
  let trouvee: Reference | undefined;
  const reste = remplacerReferences(formule, (reference) => {
    trouvee = reference;
    return '';
  });
  return reste === '=' ? trouvee : undefined;
}
