import { FIN } from '../cellule';

/** Les chaînes partagées d'un xls qui ont un passage barré ou en exposant, marquées, par rang. `segments` : la table et ses suites. */
export function chainesEnrichies(
  segments: readonly Uint8Array[],
  marqueDe: (police: number) => string,
): ReadonlyMap<number, string> {
  const enrichies = new Map<number, string>();
  const lecteur = lire(segments);
  lecteur.entier(4);
  const nombre = lecteur.entier(4);
  for (let rang = 0; rang < nombre && !lecteur.epuise(); rang++) {
    const lettres = lecteur.entier(2);
    const options = lecteur.entier(1);
    const nombreDeMorceaux = options & 0x08 ? lecteur.entier(2) : 0;
    const extension = options & 0x04 ? lecteur.entier(4) : 0;
    const texte = lecteur.lettres(lettres, (options & 0x01) === 1);
    const morceaux: [number, number][] = [];
    for (let i = 0; i < nombreDeMorceaux && !lecteur.epuise(); i++)
      morceaux.push([lecteur.entier(2), lecteur.entier(2)]);
    lecteur.sauter(extension);
    const marque = marquerMorceaux(texte, morceaux, marqueDe);
    if (marque !== undefined) enrichies.set(rang, marque);
  }
  return enrichies;
}

function lire(segments: readonly Uint8Array[]) {
  let [segment, place] = [0, 0];
  /** Passe au segment suivant si celui-ci est lu ; dit s'il y est passé. */
  const avancer = (): boolean => {
    const fini = segment < segments.length && place >= (segments[segment]?.length ?? 0);
    if (fini) [segment, place] = [segment + 1, 0];
    return fini;
  };
  const octet = (): number => {
    avancer();
    return segments[segment]?.[place++] ?? 0;
  };
  const entier = (taille: number): number => {
    let valeur = 0;
    for (let i = 0; i < taille; i++) valeur += octet() * 2 ** (8 * i);
    return valeur;
  };
  return {
    entier,
    epuise(): boolean {
      avancer();
      return segment >= segments.length;
    },
    sauter(nombre: number): void {
      for (let reste = nombre; reste > 0 && segment < segments.length; avancer()) {
        const pas = Math.min(reste, (segments[segment]?.length ?? 0) - place);
        [place, reste] = [place + pas, reste - pas];
      }
    },
    /** Des lettres d'un octet, ou de deux si elles sont larges ; un segment suivant redit leur largeur. */
    lettres(nombre: number, larges: boolean): string {
      let [texte, deux] = ['', larges];
      for (let i = 0; i < nombre && segment < segments.length; i++) {
        if (avancer()) deux = (octet() & 0x01) === 1;
        texte += String.fromCharCode(deux ? entier(2) : octet());
      }
      return texte;
    },
  };
}

/** Un texte dont les morceaux commencent chacun par sa police ; `undefined` si aucun n'est barré ni en exposant. */
function marquerMorceaux(
  texte: string,
  morceaux: readonly (readonly [debut: number, police: number])[],
  marqueDe: (police: number) => string,
): string | undefined {
  let marque = texte.slice(0, morceaux[0]?.[0] ?? texte.length);
  morceaux.forEach(([debut, police], i) => {
    const morceau = texte.slice(debut, morceaux[i + 1]?.[0] ?? texte.length);
    const propre = morceau === '' ? '' : marqueDe(police);
    marque += propre ? `${propre}${morceau}${FIN}` : morceau;
  });
  return marque === texte ? undefined : marque;
}
