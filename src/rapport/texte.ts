import wrapAnsi from 'wrap-ansi';
import type { Colors } from 'picocolors/types';
import { ecrireCompte, typographier } from '../nombres';
import { articleDe } from '../regles';
import type { Droit } from '../droit';
import { adressePlage, type Constat, type Controle, type Inventaire } from '../tableau';
import { phraseDesCarences, phraseDuPrelevement } from './natures/bilan-mots';
import {
  RESERVE,
  tableDesCommunes,
  tableDesMutualisables,
  tableDesPaliers,
  type Table,
} from './natures/inventaire-tables';
import { RESERVE_DES_OBJECTIFS, tableDesDepartements, tableDesObjectifs } from './natures/inventaire-objectifs';
import { aligner, type Alignement } from './aligner';
import { lectureDe, phrasesDeLecture } from './lecture';
import {
  colonnesPresentees,
  phraseDuCadre,
  groupes,
  phraseDesTotaux,
  lieuDe,
  rangees,
  selonLaNature,
  verdictEnTitre,
  type Groupe,
  type ParNature,
} from './presentation';

/** Comment écrire : couleurs (seulement sur un terminal) et largeur. */
export interface Style {
  readonly couleurs: Colors;
  readonly largeur: number;
}

/** Le contrôle d'un tableau en texte : le verdict, les communes, les constats. */
export function texteDuControle(controle: Controle, style: Style): string {
  const { tableau, verdict, nature } = controle;
  const { droit } = controle.contexte;
  const { couleurs } = style;
  const couleur = {
    conforme: couleurs.green,
    'non conforme': couleurs.red,
    indetermine: couleurs.yellow,
    'rien a controler': couleurs.cyan,
  }[verdict];
  const parties = [
    `${couleur(couleurs.bold(verdictEnTitre(controle)))} : feuille « ${tableau.feuille} », ${adressePlage(tableau.plage)}`,
    ...phrasesDeLecture(lectureDe(controle)).map(couleurs.dim),
    couleurs.dim(phraseDuCadre(controle, droit)),
    phraseDesTotaux(controle),
    '',
    selonLaNature(CORPS, controle, droit, style),
    ...groupes(controle.constats).map((groupe) =>
      texteDuGroupe(groupe, nature === 'inventaire' ? DETAIL : CONSTATS_AU_PLUS, style),
    ),
    colonnesIgnorees(controle),
  ];
  return typographier(parties.filter((partie, i) => partie !== '' || i === 3).join('\n'));
}

function tableauDesCommunes(controle: Controle, droit: Droit): string {
  const colonnes = colonnesPresentees(controle);
  const alignements = colonnes.map((_, i) => (i === 0 ? 'gauche' : 'droite'));
  return aligner(colonnes, rangees(controle, droit), alignements);
}

/** Ce que le terminal montre des communes. */
const CORPS: ParNature<string, [Droit, Style]> = {
  objectifs: tableauDesCommunes,
  inventaire: ({ inventaire }, _, style) => texteDeLInventaire(inventaire, style),
  bilan: (controle, droit) =>
    [tableauDesCommunes(controle, droit), phraseDesCarences(controle, CARENCES_AU_PLUS), phraseDuPrelevement(controle)]
      .filter(Boolean)
      .join('\n\n'),
  rien: () => '',
};

/** Le reste est dans le tableau. */
const CARENCES_AU_PLUS = 30;

const DEUXIEME_A_DROITE: readonly Alignement[] = ['gauche', 'droite', 'gauche'];
const NOMBRES_A_DROITE: readonly Alignement[] = ['gauche', 'droite', 'droite', 'droite', 'droite', 'droite', 'gauche'];

/** Un inventaire compte deux mille communes : au-delà de ce détail, le terminal renvoie au rapport. */
const DETAIL = 12;
const NOMS_AU_PLUS = 5;
/** Personne ne lit dans un terminal cinq cents constats d'un même groupe. */
const CONSTATS_AU_PLUS = 500;

function texteDeLInventaire(inventaire: Inventaire, { couleurs }: Style): string {
  const enTexte = ({ titre, entetes, rangees: lignes }: Table, alignements = DEUXIEME_A_DROITE) =>
    `\n${couleurs.bold(titre)}\n${aligner(entetes, lignes, alignements)}`;
  const { communes, mutualisables, objectifs } = inventaire;
  const paliers = tableDesPaliers(inventaire);
  return [
    `${aligner(paliers.entetes, paliers.rangees, ['gauche', 'droite', 'droite'])}`,
    ...(objectifs.ensemble.chiffrees.length > 0
      ? [
          enTexte(
            communes.length > DETAIL ? tableDesDepartements(inventaire) : tableDesObjectifs(inventaire),
            NOMBRES_A_DROITE,
          ),
          RESERVE_DES_OBJECTIFS,
        ]
      : []),
    ...(mutualisables.length > 0
      ? [enTexte(tableDesMutualisables(inventaire, { epcis: DETAIL, noms: NOMS_AU_PLUS })), RESERVE]
      : []),
    communes.length > DETAIL
      ? `\nLe détail de chaque commune et de chaque EPCI : --rapport inventaire.html, ou --json.`
      : enTexte(tableDesCommunes(inventaire)),
  ].join('\n');
}

function texteDuGroupe({ titre, signe, constats }: Groupe, maximum: number, { couleurs, largeur }: Style): string {
  const lignes = constats.slice(0, maximum).map((c) => {
    const replie = wrapAnsi(texteDuConstat(c), Math.max(40, largeur - MARGE.length), { hard: true });
    return `${signe} ${replie.replaceAll('\n', `\n${MARGE}`)}`;
  });
  const reste = constats.length - lignes.length;
  const aRepondre = constats.some(({ question, empecheDeConclure }) => question && empecheDeConclure);
  if (aRepondre) lignes.push(couleurs.dim(`${MARGE}${REPONDRE}`));
  if (reste > 0) lignes.push(`${MARGE}… et ${ecrireCompte(reste, 'autre')} : --rapport ou --json`);
  return `\n${couleurs.bold(`${titre} (${constats.length})`)}\n${lignes.join('\n')}`;
}

const MARGE = '  ';
const REPONDRE =
  'Répondre : dans le volet ou sur la page sans Excel, qui gardent la réponse, ou en récrivant la cellule.';

function texteDuConstat(constat: Constat): string {
  const { code, message, reference, certitude } = constat;
  const lieu = lieuDe(constat);
  const source = certitude === 'texte' ? articleDe(reference) : `${articleDe(reference)} ; ${certitude}`;
  return `${lieu ? `${lieu} : ` : ''}${message} [${code} ; ${source}]${questionDe(constat)}`;
}

const questionDe = ({ question, empecheDeConclure }: Constat): string =>
  question && empecheDeConclure
    ? `\n→ ${question.texte} ${question.choix.map(({ libelle }) => libelle).join(' / ')}`
    : '';

function colonnesIgnorees({ tableau }: Controle): string {
  if (tableau.ignorees.length === 0) return '';
  const noms = tableau.ignorees.map((e) => `« ${e.texte.replace(/\s+/g, ' ')} » (${e.cellule})`).join(', ');
  return `\nColonnes non utilisées : ${noms}. Pour en imposer une : --colonne "En-tête=objectif_contrat".`;
}
