import Table from 'cli-table3';
import wrapAnsi from 'wrap-ansi';
import type { Colors } from 'picocolors/types';
import { ecrireCompte, typographier } from '../nombres';
import { articleDe } from '../regles';
import type { Droit } from '../droit';
import { adressePlage, type Constat, type Controle, type Inventaire } from '../tableau';
import {
  RESERVE,
  tableDesCommunes,
  tableDesMutualisables,
  tableDesPaliers,
  type Table as TableEnMots,
} from './inventaire';
import {
  colonnesPresentees,
  phraseDuCadre,
  groupes,
  phraseDesTotaux,
  rangees,
  verdictEnTitre,
  type Groupe,
} from './presentation';

/** Comment écrire : couleurs (seulement sur un terminal) et largeur. */
export interface Style {
  readonly couleurs: Colors;
  readonly largeur: number;
}

/** Le contrôle d'un tableau en texte : le verdict, les communes, les constats. */
export function texteDuControle(controle: Controle, droit: Droit, style: Style): string {
  const { tableau, verdict, inventaire } = controle;
  const { couleurs } = style;
  const couleur = { conforme: couleurs.green, 'non conforme': couleurs.red, indetermine: couleurs.yellow }[verdict];
  const parties = [
    `${couleur(couleurs.bold(verdictEnTitre(controle)))} : feuille « ${tableau.feuille} », ${adressePlage(tableau.plage)}`,
    couleurs.dim(phraseDuCadre(controle, droit)),
    phraseDesTotaux(controle),
    '',
    inventaire ? texteDeLInventaire(inventaire, style) : tableauDesCommunes(controle, droit),
    ...groupes(controle.constats).map((groupe) => texteDuGroupe(groupe, inventaire ? DETAIL : Infinity, style)),
    colonnesIgnorees(controle),
  ];
  return typographier(parties.filter((partie, i) => partie !== '' || i === 3).join('\n'));
}

const SANS_BORDURES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
} as const;

const tableauDesCommunes = (controle: Controle, droit: Droit): string =>
  aligner(
    colonnesPresentees(controle),
    rangees(controle, droit),
    colonnesPresentees(controle).map((_, i) => (i === 0 ? 'left' : 'right')),
  );

function aligner(
  entetes: readonly string[],
  lignes: readonly (readonly string[])[],
  alignements: readonly Table.HorizontalAlignment[],
): string {
  const table = new Table({
    head: [...entetes],
    colAligns: [...alignements],
    chars: SANS_BORDURES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...lignes.map((ligne) => [...ligne]));
  return table.toString().replace(/ +$/gm, '');
}

/** Un inventaire compte deux mille communes : au-delà de ce détail, le terminal renvoie au rapport. */
const DETAIL = 12;
const NOMS_AU_PLUS = 5;

function texteDeLInventaire(inventaire: Inventaire, { couleurs }: Style): string {
  const enTexte = ({ titre, entetes, rangees: lignes }: TableEnMots) =>
    `\n${couleurs.bold(titre)}\n${aligner(entetes, lignes, ['left', 'right', 'left'])}`;
  const { communes, mutualisables } = inventaire;
  const paliers = tableDesPaliers(inventaire);
  return [
    `${aligner(paliers.entetes, paliers.rangees, ['left', 'right', 'right'])}`,
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
  if (reste > 0) lignes.push(`${MARGE}… et ${ecrireCompte(reste, 'autre')} : --rapport ou --json`);
  return `\n${couleurs.bold(`${titre} (${constats.length})`)}\n${lignes.join('\n')}`;
}

const MARGE = '  ';

function texteDuConstat({ code, commune, cellule, message, reference, certitude }: Constat): string {
  const lieu = [commune, cellule].filter(Boolean).join(', ');
  const source = certitude === 'texte' ? articleDe(reference) : `${articleDe(reference)} ; ${certitude}`;
  return `${lieu ? `${lieu} : ` : ''}${message} [${code} ; ${source}]`;
}

function colonnesIgnorees({ tableau }: Controle): string {
  if (tableau.ignorees.length === 0) return '';
  const noms = tableau.ignorees.map((e) => `« ${e.texte.replace(/\s+/g, ' ')} » (${e.cellule})`).join(', ');
  return `\nColonnes non utilisées : ${noms}. Pour en imposer une : --colonne "En-tête=objectif_contrat".`;
}
