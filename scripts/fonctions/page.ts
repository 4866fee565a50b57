import { typographier } from '../../src/nombres';
import type { FonctionDeclaree } from '../../src/fonctions/declaration';
import { signature, TOUTES } from '../../src/fonctions/toutes';

const echapper = (texte: string): string =>
  texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const prose = (texte: string): string => echapper(typographier(texte));

/** Le guide publié des fonctions, où mène l'aide d'Excel : une section par fonction, que son nom ancre. */
export const pageDesFonctions = (): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Fonctions de Mutualisation SRU</title>
<style>body{font-family:"Segoe UI",Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.5;color:#161616;background:#fff}code{overflow-wrap:anywhere}dt{font-weight:600}nav ul{columns:16rem}</style>
</head>
<body>
<header>
<h1>Fonctions de Mutualisation SRU</h1>
<p>Entre crochets, les arguments facultatifs. Une fonction se tape dans une cellule, précédée de « = ».</p>
</header>
<nav aria-label="Fonctions">
<ul>
${TOUTES.map(({ nom }) => `<li><a href="#${nom}"><code>${nom}</code></a></li>`).join('\n')}
</ul>
</nav>
<main>
${TOUTES.map(section).join('\n')}
</main>
</body>
</html>
`;

const section = (f: FonctionDeclaree): string => `<section aria-labelledby="${f.nom}">
<h2 id="${f.nom}">${f.nom}</h2>
<p>${prose(f.description)}</p>
<p><code>=${echapper(signature(f))}</code></p>
${f.plages && `<p>${prose(f.plages)}</p>\n`}<dl>
${f.arguments
  .map((a) => `<dt><code>${a.nom}</code>${a.facultatif ? ' (facultatif)' : ''}</dt>\n<dd>${prose(a.aide)}</dd>`)
  .join('\n')}
<dt>Résultat</dt>
<dd>${prose(f.rend)}</dd>
</dl>
<h3>${f.exemples.length > 1 ? 'Exemples' : 'Exemple'}</h3>
<ul>
${f.exemples.map((exemple) => `<li><code>${echapper(exemple)}</code></li>`).join('\n')}
</ul>
</section>`;
