import type { Controle, ControleObjectifs, Nature } from '../../tableau';
import { groupementsDe } from '../groupements';
import { estDeficitaire, type Cadre } from '../note/cadre';
import { metEnDoute } from '../note/en-doute';
import { estEngagee } from './cas';
import { enumerer } from './mots';

const PAS_UN_CONTRAT: Readonly<Record<Exclude<Nature, 'objectifs'>, string>> = {
  inventaire: 'ce tableau est un inventaire publié, qui ne porte aucun objectif de contrat',
  bilan: 'ce tableau est un bilan triennal : un contrat se prépare sur les objectifs de la période qui vient',
  rien: 'ce tableau ne porte aucun objectif',
};
const DEMANDE = 'Il faut un tableau de communes avec une colonne « Objectif du contrat ».';

/** Le contrôle dont un contrat peut se rédiger, ou la phrase qui dit pourquoi il n'y en a pas. */
export function choisir(controles: readonly Controle[], cadre: Cadre): ControleObjectifs | string {
  const contrats = controles.filter((c) => c.nature === 'objectifs' && c.contrat !== 'aucun') as ControleObjectifs[];
  const [contrat, autre] = contrats;
  if (!contrat) return `${raison(controles[0])}. ${DEMANDE}`;
  if (autre) {
    const feuilles = contrats.map(({ tableau }) => `« ${tableau.feuille} »`);
    return `plusieurs tableaux portent un contrat (feuilles ${enumerer(feuilles)}), et un projet n’en rédige qu’un. Choisir la feuille.`;
  }
  return refusDe(contrat, cadre) ?? contrat;
}

const raison = (controle: Controle | undefined): string =>
  !controle
    ? 'aucun tableau n’a pu être contrôlé'
    : controle.nature === 'objectifs'
      ? 'ce tableau ne porte aucun objectif de contrat'
      : PAS_UN_CONTRAT[controle.nature];

function refusDe(controle: ControleObjectifs, { annuaire }: Cadre): string | null {
  if (!controle.lignes.some((l) => estDeficitaire(l) && l.contrat !== null))
    return `aucune commune déficitaire n’a d’objectif de contrat. ${DEMANDE}`;
  const question = controle.constats.find(metEnDoute);
  if (question)
    return `le tableau n’est pas entièrement compris, et le projet en reprendrait les nombres. À régler d’abord : ${question.message}`;
  const engagees = new Set(controle.lignes.filter(estEngagee).map((l) => l.ligne));
  const epcis = groupementsDe(controle, annuaire).flatMap(({ epci, lignes }) =>
    epci && lignes.some((ligne) => engagees.has(ligne)) ? [epci] : [],
  );
  if (epcis.length > 1)
    return `ces communes relèvent de ${epcis.length} intercommunalités (${enumerer(epcis)}), et un contrat ne réunit que celles d’une seule. Garder un tableau par intercommunalité.`;
  return null;
}
