import { cellules, cellulesDe, lire } from '../fabrique';

const page = (table: string, tete = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${tete}</head><body><table>${table}</table></body></html>`;

test.each([
  ['<sup>', '<td>60<sup>1</sup></td>', { valeur: '60', ote: '¹' }],
  ['<del>', '<td><del>80</del> 60</td>', { valeur: '60', ote: '80' }],
  ['<s> enrichi', '<td><s><font color="red">80</font></s><b> 60</b></td>', { valeur: '60', ote: '80' }],
  ['<strike>', '<td><strike>80</strike>60</td>', { valeur: '60', ote: '80' }],
  [
    'style barré',
    '<td><span style="text-decoration: underline line-through">80</span> 60</td>',
    { valeur: '60', ote: '80' },
  ],
  ['classe en exposant', '<td>60<font class="font6">1</font></td>', { valeur: '60', ote: '¹' }],
  ['classe barrée sur la cellule', '<td class="num xl65">60</td>', { valeur: '60', barree: true }],
  ['<br>', '<td>80<br>60</td>', { valeur: '80\n60' }],
  ['<br/> et espaces', '<td>\n  80 <br/>\n  60\n</td>', { valeur: '80\n60' }],
  ['paragraphes', '<td><p>80</p><p>60</p></td>', { valeur: '80\n60' }],
  ['passage caché', '<td>60<span style="display:none">999</span></td>', { valeur: '60' }],
  [
    'renvoi à un commentaire',
    '<td>60<a class=msocomanchor href="#_msocom_1">[1]</a></td>',
    { valeur: '60', ote: '[¹]' },
  ],
  ['entités', '<td>1&nbsp;234&#8239;&eacute;</td>', { valeur: '1\u00a0234\u202fé' }],
  ['erreur', '<td>#CALC!</td>', { valeur: null, erreur: '#CALC!' }],
])('%s', async (_, cellule, attendu) => {
  const style =
    '<style><!--\ntable {x:y}\n.font6 {color:red;vertical-align:super}\ntd.xl65 {text-decoration:line-through;}\n--></style>';
  expect(await cellulesDe(page(`<tr>${cellule}</tr>`, style))).toEqual({ A1: attendu });
  // Sans fermer les cellules ni les lignes.
  expect(await cellulesDe(page(`<TR>${cellule.replace('</td>', '')}<TR><TD>x`, style))).toMatchObject({ A1: attendu });
});

test('rowspan et colspan : chaque cellule à sa place', async () => {
  const [grille] = (
    await lire(
      page(
        '<thead><tr><th rowspan=2>Commune<th colspan=2>2023-2025</tr><tr><th>Réf.<th>CMS</tr></thead><tbody><tr><td>A<td>1<td>2</tr></tbody>',
      ),
    )
  ).feuilles;
  expect(Object.entries(cellules(grille!)).map(([a, c]) => `${a} ${c.valeur}`)).toEqual([
    'A1 Commune',
    'B1 2023-2025',
    'B2 Réf.',
    'C2 CMS',
    'A3 A',
    'B3 1',
    'C3 2',
  ]);
  expect(grille!.fusions).toEqual([
    { ligne: 0, colonne: 0, ligneFin: 1, colonneFin: 0 },
    { ligne: 0, colonne: 1, ligneFin: 0, colonneFin: 2 },
  ]);
});

test('une table par feuille ; le texte qui l’entoure est gardé', async () => {
  const table = '<table><tr><td>a</td></tr></table>';
  const { feuilles } = await lire(
    `<h1>Contrat 2026-2028</h1><p>PLH : oui</p>${table}<div>${table}</div><p>Source : DDT</p>`,
  );
  expect(feuilles.map((f) => [f.nom, ...Object.values(cellules(f)).map((c) => c.valeur)])).toEqual([
    ['essai (1)', 'Contrat 2026-2028', 'PLH : oui', 'a'],
    ['essai (2)', 'a', 'Source : DDT'],
  ]);
});

test('une table de mise en page n’avale pas celle qu’elle contient', async () => {
  const { feuilles } = await lire(page('<tr><td>Titre<table><tr><td>a<td>b</table></td></tr>'));
  expect(feuilles.map((f) => Object.values(cellules(f)).map((c) => c.valeur))).toEqual([['Titre'], ['a', 'b']]);
});

test('lignes et colonnes masquées', async () => {
  const [grille] = (
    await lire(page('<col><col style="display:none"><tr><td>a<td>b<tr style="display: none"><td>c<tr hidden><td>d'))
  ).feuilles;
  expect([0, 1, 2].map((l) => grille!.ligneMasquee!(l))).toEqual([false, true, true]);
  expect([0, 1].map((c) => grille!.colonneMasquee!(c))).toEqual([false, true]);
});

describe('MHTML', () => {
  const corps = page('<tr><td>Résidences</td><td>60</td></tr>');
  const qp = [...Buffer.from(corps)]
    .map((o) => `=${o.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/.{72}/g, '$&=\r\n');
  const latin1 = Buffer.from(corps, 'latin1').toString('base64');
  test.each([
    ['sans codage', 'text/html', '', corps],
    ['quoted-printable', 'text/html; charset="utf-8"', 'Content-Transfer-Encoding: quoted-printable\r\n', qp],
    ['base64, Windows-1252', 'text/html;\r\n\tcharset=windows-1252', 'Content-Transfer-Encoding: base64\r\n', latin1],
  ])('%s', async (_, type, codage, contenu) => {
    const message = `From: <Excel>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_Suite"\r\n\r\nAvant\r\n------=_Suite\r\nContent-Type: ${type}\r\n${codage}\r\n${contenu}\r\n------=_Suite\r\nContent-Type: text/css\r\n\r\ntable {}\r\n------=_Suite--\r\n`;
    expect(await cellulesDe(message)).toEqual({ A1: { valeur: 'Résidences' }, B1: { valeur: '60' } });
  });
});

test('une déclaration XML en tête (XHTML)', async () => {
  expect(
    await cellulesDe(`<?xml version="1.0" encoding="UTF-8"?>\n<!-- x -->\n${page('<tr><td>a</td></tr>')}`),
  ).toEqual({
    A1: { valeur: 'a' },
  });
});
