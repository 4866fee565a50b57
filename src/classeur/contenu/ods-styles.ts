import { parcourirXml } from './xml';

interface Style {
  readonly parent: string;
  barre?: boolean;
  exposant?: boolean;
  masque?: boolean;
}

export type Trait = 'barre' | 'exposant' | 'masque';

/** Les styles d'un document OpenDocument. */
export interface Styles {
  connait(nom: string | undefined): boolean;
  /** Ce trait est-il celui d'un style, ou de celui dont il hérite ? */
  a(nom: string | undefined, trait: Trait): boolean;
}

const PROFONDEUR = 10;

export function lireStyles(...documents: readonly string[]): Styles {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  for (const document of documents) {
    parcourirXml(document.slice(0, finDesStyles(document)), {
      ouvre(element, a) {
        if (element === 'style:style') {
          styles.set(a['style:name'] ?? '', (style = { parent: a['style:parent-style-name'] ?? '' }));
        } else if (style && element === 'style:text-properties') {
          const ligne = a['style:text-line-through-style'] ?? a['style:text-line-through-type'];
          if (ligne) style.barre = ligne !== 'none';
          const place = a['style:text-position'];
          if (place) style.exposant = !/^0(?:%|\s|$)/.test(place);
        } else if (style && element === 'style:table-properties' && a['table:display']) {
          style.masque = a['table:display'] === 'false';
        }
      },
      ferme(element) {
        if (element === 'style:style') style = null;
      },
      texte: () => undefined,
    });
  }
  return {
    connait: (nom) => styles.has(nom ?? ''),
    a(nom, trait) {
      let lu = styles.get(nom ?? '');
      for (let i = 0; lu && i < PROFONDEUR; i++) {
        const dit = lu[trait];
        if (dit !== undefined) return dit;
        lu = styles.get(lu.parent);
      }
      return false;
    },
  };
}

/** Les cellules n'ont pas à être parcourues pour en lire les styles. */
function finDesStyles(document: string): number {
  const corps = document.indexOf('<office:body');
  return corps < 0 ? document.length : corps;
}
