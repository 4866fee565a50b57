import Table from 'cli-table3';
import wrapAnsi from 'wrap-ansi';
import type { Colors } from 'picocolors/types';
import { typographier } from '../nombres';
import { articleDe } from '../regles';
import type { Droit } from '../droit';
import { adressePlage, type Constat, type Controle } from '../tableau';
import {
  COLONNES_PRESENTEES,
  phraseDuCadre,
  groupes,
  phraseDesTotaux,
  rangees,
  VERDICTS,
  type Groupe,
} from './presentation';

/** Comment écrire : couleurs (seulement sur un terminal) et largeur. */
export interface Style {
  readonly couleurs: Colors;
  readonly largeur: number;
}

/** Le contrôle d'un tableau en texte : le verdict, les communes, les constats. */
export function texteDuControle(controle: Controle, droit: Droit, style: Style): string {
  const { tableau, verdict } = controle;
  const { couleurs } = style;
  const couleur = { conforme: couleurs.green, 'non conforme': couleurs.red, indetermine: couleurs.yellow }[verdict];
  const parties = [
    `${couleur(couleurs.bold(VERDICTS[verdict]))} : feuille « ${tableau.feuille} », ${adressePlage(tableau.plage)}`,
    couleurs.dim(phraseDuCadre(controle, droit)),
    phraseDesTotaux(controle),
    '',
    tableauDesCommunes(controle, droit),
    ...groupes(controle.constats).map((groupe) => texteDuGroupe(groupe, style)),
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

function tableauDesCommunes(controle: Controle, droit: Droit): string {
  const table = new Table({
    head: [...COLONNES_PRESENTEES],
    colAligns: COLONNES_PRESENTEES.map((_, i) => (i === 0 ? 'left' : 'right')),
    chars: SANS_BORDURES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rangees(controle, droit));
  return table.toString().replace(/ +$/gm, '');
}

function texteDuGroupe({ titre, signe, constats }: Groupe, { couleurs, largeur }: Style): string {
  const lignes = constats.map((c) => {
    const replie = wrapAnsi(texteDuConstat(c), Math.max(40, largeur - MARGE.length), { hard: true });
    return `${signe} ${replie.replaceAll('\n', `\n${MARGE}`)}`;
  });
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
