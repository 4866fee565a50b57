import { ecrireJourEnLettres, typographier } from '../../src/nombres';
import { echapper } from '../../src/rapport/echapper';

const EXEMPLES = [
  ['grand-poitiers', 'Grand Poitiers, un contrat mutualisant ; objectifs reconstitués pour l’illustration'],
  ['vierge', 'un tableau à remplir'],
  ['cms-abaissant', 'un contrat abaissant'],
  ['bilan', 'un bilan triennal'],
  ['erreurs', 'un cas par constat'],
  ['sans-complement', 'les contrôles essentiels en formules ordinaires, sans rien installer'],
];

/** Où l'outil est servi, ce qu'il est, et par qui il l'est. */
interface Lieu {
  readonly base: string;
  readonly officeOrigine: string;
  readonly version: string;
  /** En ISO : « 2026-12-01 ». */
  readonly jour: string;
  /** Vide : le service ne donne pas d'adresse. */
  readonly support: string;
  readonly style: string;
  readonly unFichier: string;
}

/** Les espaces insécables du français, hors des balises. */
const horsDesBalises = (html: string): string => html.replace(/(^|>)[^<]*/g, typographier);

export const pageDInstallation = ({ base, officeOrigine, version, jour, support, style, unFichier }: Lieu): string =>
  horsDesBalises(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Mutualisation SRU : installer</title>
<link rel="icon" href="controle/icone.svg" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
</head>
<body>
<header>
<h1>Mutualisation SRU</h1>
<p>Calcule les objectifs triennaux de rattrapage en logements sociaux (article 55 de la loi SRU), contrôle les contrats de mixité sociale qui les abaissent ou les mutualisent, et prépare ce qui va à la commission. Aucun contrôle ne modifie une cellule ; aucun classeur n’est envoyé.</p>
</header>
<main>
<figure><img src="installation/excel.png" alt="Un tableau de dix communes, et à côté le volet qui le dit conforme" width="640"><figcaption>Dans Excel (ici, le banc d’essai qui en tient lieu)</figcaption></figure>
<figure><img src="installation/sans-excel.png" alt="La page sans Excel : un classeur déposé, son verdict, et les documents à télécharger" width="640"><figcaption>Sans Excel, dans un navigateur</figcaption></figure>

<section aria-labelledby="rien"><h2 id="rien">J’ai LibreOffice, ou rien</h2>
<ol>
<li>Enregistrer <a href="${unFichier}" download>${unFichier}</a>, un seul fichier de 1,4 Mo, et l’ouvrir d’un double-clic ; ou ouvrir <a href="controle.html">la même page ici</a>.</li>
<li>Y déposer un classeur (xlsx, xls, ods, csv).</li>
</ol>
<p>Ce qui n’y est pas : les fonctions dans les cellules, l’annotation du classeur. Il faut Chrome ou Edge 80, Firefox 113, ou plus récent.</p></section>

<section aria-labelledby="m365"><h2 id="m365">J’ai Excel pour Microsoft 365</h2>
<ol>
<li>Pour un essai : <a href="manifest.xml" download>enregistrer le manifeste</a>, puis dans Excel sur le web, « Compléments », « Plus de compléments », « Mes compléments », « Charger mon complément ».</li>
<li>Pour un service : donner l’adresse <code>${echapper(base)}/manifest.xml</code> à l’administrateur de Microsoft 365 (« Applications intégrées »).</li>
<li>Onglet « Mutualisation SRU », ou une cellule : <code>=SRU.OBJECTIF(10000;1500;20)</code>.</li>
</ol>
<p>Ce qui ne marche pas : l’iPad, faute d’environnement d’exécution partagé ; un dossier réseau, sauf pour un essai sous Windows.</p></section>

<section aria-labelledby="ltsc"><h2 id="ltsc">J’ai Excel LTSC 2024</h2>
<p>Avec un compte Microsoft 365 du service : comme ci-dessus. Sans lui, aucune voie n’est prise en charge pour un complément : prendre le fichier unique. Un essai reste possible sous Windows, par un dossier partagé inscrit parmi les catalogues approuvés (Fichier, Options, Centre de gestion de la confidentialité).</p></section>

<section aria-labelledby="mac"><h2 id="mac">J’ai un Mac</h2>
<p>Excel pour Microsoft 365 : le complément déployé par le service y vient de lui-même. Pour un essai, copier le manifeste dans <code>~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/</code>, puis rouvrir Excel. Sans Excel : le fichier unique, dans Chrome, Firefox ou Safari 16.4.</p></section>

<section aria-labelledby="exemples"><h2 id="exemples">Classeurs d’exemple</h2>
<ul>
${EXEMPLES.map(([nom, quoi]) => `<li><a href="exemples/${nom}.xlsx" download>${nom}.xlsx</a> : ${quoi}</li>`).join('\n')}
</ul>
<p><a href="fonctions.html">L’aide des fonctions</a>.</p></section>

<section aria-labelledby="reseau"><h2 id="reseau">Pour le service informatique</h2>
<ul>
<li>Adresses à ouvrir aux postes : <code>${echapper(base)}</code> et, pour Excel seulement, <code>${echapper(officeOrigine)}</code> (Office.js). Rien d’autre n’est demandé, rien n’est envoyé.</li>
<li>Rien n’a encore été essayé dans un véritable Excel : l’essayer d’abord.</li>
<li><a href="licences.html">Licences de ce qui est livré</a>.</li>
</ul></section>
</main>
<footer><p>Version ${echapper(version)}, du ${ecrireJourEnLettres(jour)}. ${
    support
      ? `Une question, une erreur : <a href="${echapper(support)}">${echapper(support)}</a>.`
      : 'Une question, une erreur : le service qui vous a donné cette adresse.'
  }</p></footer>
</body>
</html>
`);
