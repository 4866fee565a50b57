// Le relevé des licences de tout ce qu’une construction embarque, tiré des paquets eux-mêmes : un JSON, et une page.
import LicensePlugin from 'webpack-license-plugin';

const echapper = (texte) => texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const page = (paquets) => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Licences des bibliothèques employées</title>
<style>body{font-family:"Segoe UI",Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;background:#f4f4f4;color:#161616;padding:.75rem}</style>
</head>
<body>
<h1>Licences des bibliothèques employées</h1>
<p>Mutualisation SRU est sous licence MIT. Cette page embarque ${paquets.length} bibliothèques, chacune sous la sienne.</p>
${paquets
  .map(
    ({ name, version, author, license, licenseText, noticeText }) => `<section>
<h2>${echapper(name)} ${echapper(version)} : ${echapper(license ?? 'licence non dite')}</h2>
${author ? `<p>${echapper(author)}</p>\n` : ''}<pre>${echapper(licenseText?.trim() || TEXTE_ABSENT)}</pre>
${noticeText ? `<pre>${echapper(noticeText.trim())}</pre>\n` : ''}</section>`,
  )
  .join('\n')}
</body>
</html>
`;

const TEXTE_ABSENT = 'Le paquet ne joint pas le texte de sa licence.';
const ADMISES = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|CC0-1\.0|Unlicense|BlueOak-1\.0\.0|Zlib)$/;
/** « (MIT OR GPL-3.0-or-later) » : l’une suffit ; « MIT AND ISC » : il les faut toutes. */
const estAdmise = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choix) => choix.split(' AND ').every((nom) => ADMISES.test(nom.trim())));

/** `dossier` : où, dans les produits de la construction. Une licence qui n’est pas de celles-là fait échouer la construction. */
export const licences = (dossier = '') =>
  new LicensePlugin({
    outputFilename: `${dossier}licences.json`,
    additionalFiles: { [`${dossier}licences.html`]: page },
    includeNoticeText: true,
    unacceptableLicenseTest: (expression) => !estAdmise(expression),
  });
