import { ecrireCompte } from '../../nombres';
import type { Controle, ControleObjectifs, Nature } from '../../tableau';
import { metEnDoute } from '../note/en-doute';
import { enumerer } from '../projet/mots';

const PAS_D_OBJECTIF: Readonly<Record<Exclude<Nature, 'objectifs'>, string>> = {
  inventaire: 'ce tableau est un inventaire publié : ce ne sont jamais les chiffres notifiés',
  bilan: 'ce tableau est un bilan triennal : un objectif se notifie pour la période qui vient',
  rien: 'ce tableau ne porte ni objectif, ni de quoi en calculer un',
};
const DEMANDE =
  'Il faut un tableau de communes avec leurs résidences principales, leurs logements sociaux, leur taux cible et leur rang triennal.';

/** Le contrôle dont les objectifs se notifient, ou la phrase qui dit pourquoi rien ne se notifie. */
export function choisir(controles: readonly Controle[]): ControleObjectifs | string {
  const notifiables = controles.filter((c) => c.nature === 'objectifs' && !c.tableau.masquee) as ControleObjectifs[];
  const [choisi, autre] = notifiables;
  if (!choisi) return `${raison(controles[0])}. ${DEMANDE}`;
  if (autre) {
    const feuilles = [...new Set(notifiables.map(({ tableau }) => `« ${tableau.feuille} »`))];
    return `${ecrireCompte(notifiables.length, 'tableau', 'tableaux')} de ce classeur (feuilles ${enumerer(feuilles)}) portent des objectifs, et une commune ne reçoit qu’une lettre. Choisir la feuille (--feuille).`;
  }
  return refusDe(choisi) ?? choisi;
}

const raison = (controle: Controle | undefined): string =>
  !controle
    ? 'aucun tableau n’a pu être contrôlé'
    : controle.nature === 'objectifs'
      ? 'la feuille de ce tableau est masquée'
      : PAS_D_OBJECTIF[controle.nature];

function refusDe({ constats, contexte: { droit } }: ControleObjectifs): string | null {
  if (!droit.periode)
    return 'la période n’est pas dite, et elle date les chiffres. La préciser (écran « Contexte » ; --periode 2026-2028 en ligne de commande), ou l’écrire dans la feuille.';
  if (droit.reserve)
    return `${droit.libelle} : la loi peut changer d’ici là, et aucun objectif n’y est encore certain.`;
  if (droit.rattrapage?.certitude === 'source secondaire')
    return `les taux de rattrapage de la ${droit.libelle} ne sont connus que par une source secondaire : aucun objectif n’y est certain.`;
  const question = constats.find((c) => c.ligne === null && metEnDoute(c));
  return question
    ? `le tableau n’est pas entièrement compris, et les lettres en reprendraient les nombres. À régler d’abord : ${question.message}`
    : null;
}
