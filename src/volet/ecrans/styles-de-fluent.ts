/**
 * À importer avant Fluent : ses styles vont dans des feuilles construites, qu'une CSP `style-src 'self'` admet (ses éléments
 * `<style>` y seraient refusés), et ses polices ne sont demandées à personne.
 */
const SANS_ELEMENT = 0;

function ajouterFeuille(css = ''): CSSStyleSheet {
  const feuille = new CSSStyleSheet();
  feuille.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, feuille];
  return feuille;
}

/** Les réglages que Fluent lit de la page : règles une à une pour merge-styles, textes entiers pour load-themed-styles. */
function reglagesDeFluent() {
  const regles = ajouterFeuille();
  const onInsertRule = (regle: string) => {
    try {
      regles.insertRule(regle, regles.cssRules.length);
    } catch {
      // Un sélecteur propre à un autre navigateur (::-ms-clear…) : Fluent l'ignore aussi.
    }
  };
  return {
    FabricConfig: { fontBaseUrl: '', mergeStyles: { injectionMode: SANS_ELEMENT, onInsertRule } },
    __themeState__: {
      registeredStyles: [],
      loadStyles: (css: string) => void ajouterFeuille(css),
    },
  };
}

// Un navigateur trop ancien garde les éléments `<style>` de Fluent : il lui faut `'unsafe-inline'`.
Object.assign(
  window,
  'adoptedStyleSheets' in Document.prototype ? reglagesDeFluent() : { FabricConfig: { fontBaseUrl: '' } },
);
