import type { Droit } from '../droit';
import { typographier } from '../nombres';
import { articleDe } from '../regles';
import { adressePlage, type Constat, type Controle, type Inventaire } from '../tableau';
import type { Dossier } from './markdown';
import { RESERVE, tableDesCommunes, tableDesMutualisables, tableDesPaliers, type Table } from './inventaire';
import { METHODE } from './methode';
import { COLONNES_PRESENTEES, groupes, phraseDesTotaux, phraseDuCadre, rangees, verdictEnTitre } from './presentation';

const STYLE = `
body { font: 11pt/1.45 "Marianne", "Liberation Sans", Arial, sans-serif; color: #161616; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; }
.verdict { border: 2px solid; padding: .1rem .6rem; font-weight: bold; white-space: nowrap; }
.conforme { color: #18753c; } .non-conforme { color: #b3000c; } .indetermine { color: #7a4100; }
table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid #929292; padding: .25rem .5rem; text-align: right; }
th:first-child, td:first-child { text-align: left; } thead th { border-bottom: 2px solid #161616; } .totalisee tbody tr:last-child { font-weight: bold; } .inventaire td { text-align: left; }
li { margin: .3rem 0; break-inside: avoid; } .source { color: #3a3a3a; font-size: .9em; }
@page { size: A4; margin: 18mm; } @media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;

/** Le rapport en HTML, autonome et imprimable en A4 ; le texte du classeur n'y est jamais interprété. */
export function rapportHtml(dossiers: readonly Dossier[], droit: Droit): string {
  const titre = `Contrôle de ${dossiers.map((d) => d.titre).join(', ')}`;
  const corps = dossiers.map(
    (d) => `<h1>Contrôle de ${echapper(d.titre)}</h1>\n${d.controles.map((c) => chapitre(c, droit)).join('\n')}`,
  );
  return typographier(`<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${echapper(titre)}</title><style>/*STYLE*/</style></head>
<body>
${corps.join('\n')}
<h2>Méthode</h2>
<ul>${METHODE.map((phrase) => `<li>${echapper(phrase)}</li>`).join('')}</ul>
</body>
</html>
`).replace('/*STYLE*/', STYLE);
}

function chapitre(controle: Controle, droit: Droit): string {
  const { tableau, verdict, inventaire, constats } = controle;
  const classe = verdict.replace(' ', '-');
  return `<section>
<h2>Feuille « ${echapper(tableau.feuille)} », ${adressePlage(tableau.plage)} <span class="verdict ${classe}">${verdictEnTitre(controle)}</span></h2>
<p>${echapper(`${phraseDuCadre(controle, droit)} ${phraseDesTotaux(controle)}`)}</p>
${inventaire ? sectionsDeLInventaire(inventaire) : table('totalisee', COLONNES_PRESENTEES, rangees(controle, droit))}
${groupes(constats)
  .map((g) => `<h3>${g.titre} (${g.constats.length})</h3>\n<ul>${g.constats.map(puce).join('\n')}</ul>`)
  .join('\n')}
</section>`;
}

function sectionsDeLInventaire(inventaire: Inventaire): string {
  const enHtml = ({ titre, entetes, rangees: lignes }: Table) =>
    `<h3>${echapper(titre)}</h3>\n${table('inventaire', entetes, lignes)}`;
  return `${enHtml(tableDesPaliers(inventaire))}
${enHtml(tableDesMutualisables(inventaire))}
<p>${echapper(RESERVE)}</p>
${enHtml(tableDesCommunes(inventaire))}`;
}

function table(classe: string, entetes: readonly string[], lignes: readonly (readonly string[])[]): string {
  const tete = entetes.map((e) => `<th scope="col">${e}</th>`).join('');
  const corps = lignes.map(
    ([premiere = '', ...suite]) =>
      `<tr><th scope="row">${echapper(premiere)}</th>${suite.map((n) => `<td>${echapper(n)}</td>`).join('')}</tr>`,
  );
  return `<table class="${classe}"><thead><tr>${tete}</tr></thead><tbody>${corps.join('\n')}</tbody></table>`;
}

function puce({ commune, cellule, message, code, reference, certitude }: Constat): string {
  const lieu = [commune, cellule].filter((mot) => mot !== null && mot !== '').join(', ');
  const source = `<span class="source">(${code}, ${echapper(articleDe(reference))}, ${certitude})</span>`;
  return `<li>${lieu ? `<strong>${echapper(lieu)}</strong> : ` : ''}${echapper(message)} ${source}</li>`;
}

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const echapper = (texte: string): string => texte.replace(/[&<>"']/g, (c) => ENTITES[c]!);
