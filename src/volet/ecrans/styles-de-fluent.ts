/**
 * À importer avant Fluent : ses styles vont dans une feuille construite, qu'une CSP `style-src 'self'` admet (ses éléments
 * `<style>` y seraient refusés), et ses polices ne sont demandées à personne.
 */
const SANS_ELEMENT = 0;

const feuille = 'adoptedStyleSheets' in Document.prototype ? new CSSStyleSheet() : null;
if (feuille) document.adoptedStyleSheets = [...document.adoptedStyleSheets, feuille];

const mergeStyles = {
  injectionMode: SANS_ELEMENT,
  onInsertRule(regle: string) {
    try {
      feuille?.insertRule(regle, feuille.cssRules.length);
    } catch {
      // Un sélecteur propre à un autre navigateur (::-ms-clear…) : Fluent les ignore aussi.
    }
  },
};

Object.assign(window, { FabricConfig: { fontBaseUrl: '', ...(feuille && { mergeStyles }) } });
