// La documentation en pages web, pour qui n’a pas le dépôt : chaque .md de docs devient un .html, les autres fichiers suivent.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, posix } from 'node:path';
import { Marked } from 'marked';

const DOCS = 'docs';
const STYLE =
  'body{font:1rem/1.5 "Segoe UI",Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#161616;background:#fff}' +
  'img{max-width:100%;height:auto}table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid #ccc;padding:.25rem .5rem;text-align:left;vertical-align:top}' +
  'pre{overflow-x:auto;background:#f4f4f4;padding:.5rem}code{overflow-wrap:anywhere}a{color:#000091}';

/** « Le bilan triennal » : « le-bilan-triennal », l’ancre qu’en fait la forge. */
const ancre = (texte) =>
  texte
    .toLocaleLowerCase('fr')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const echapper = (texte) => texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Où mène un lien de `fichier` ; `null` : hors de la documentation, il n’est plus qu’un texte. */
function mener(lien, fichier) {
  if (/^(?:https?:|#)/.test(lien)) return lien;
  const [chemin] = lien.split('#');
  const cible = normalize(join(dirname(fichier), chemin));
  if (!cible.startsWith(`${DOCS}/`) || !existsSync(cible)) return null;
  return lien.replace(chemin, chemin.replace(/\.md$/, '.html'));
}

function page(fichier) {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${ancre(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const vers = mener(href, fichier);
        const texte = this.parser.parseInline(tokens);
        return vers === null ? texte : `<a href="${echapper(vers)}">${texte}</a>`;
      },
    },
  });
  const texte = readFileSync(fichier, 'utf8');
  const titre = /^# (.*)$/m.exec(texte)?.[1] ?? 'Mutualisation SRU';
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${echapper(titre)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${marked.parse(texte)}</main>
</body>
</html>
`;
}

/** Toute la documentation : `[chemin dans le guide, contenu]`. */
export const guideEnHtml = () =>
  readdirSync(DOCS, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).replaceAll('\\', '/'))
    .sort()
    .map((fichier) => {
      const chemin = posix.relative(DOCS, fichier);
      return fichier.endsWith('.md')
        ? [chemin.replace(/\.md$/, '.html'), Buffer.from(page(fichier))]
        : [chemin, readFileSync(fichier)];
    });
