import { DERNIERE_PERIODE, periodeDe, type Periode } from '../../../droit';
import { constat, type Constat } from '../../controle/constats';
import { estAccepte, type Contexte } from '../../controle/contexte';
import type { Tableau } from '../../lecture/tableaux';
import { sansEffet } from '../../precisions';
import { abreger } from '../../texte';
import type { CommuneAuBilan } from './commune';

const JOUR = /(?<!\d)(\d{1,2}|1er)[/.\s-](\d{1,2})[/.\s-](20\d{2})(?!\d)/;
/** Une date des premiers mois d'une période dit le bilan de celle qui vient de finir. */
const MOIS_DU_BILAN = 6;

/** « Réalisé au 30/06/2024 » : avant le 31 décembre de la dernière année, la période n'est pas finie. */
function avantLaFin(entete: string, periode: Periode | null): boolean {
  const [, jour, mois, annee] = (JOUR.exec(entete) ?? []).map((nombre) => Number.parseInt(nombre, 10));
  if (!jour || !mois || !annee) return false;
  const { debut } = periode ?? periodeDe(annee);
  const finie = debut + 2;
  if (annee !== finie) return annee < finie && (periode !== null || annee > debut || mois > MOIS_DU_BILAN);
  return mois < 12 || jour < 31;
}

/** Le bilan d'une période qui court ne dit encore aucun objectif manqué : il le fait confirmer. */
export function bilanEnCours(
  { entetes }: Tableau,
  contexte: Contexte,
  communes: readonly CommuneAuBilan[],
): Constat | null {
  const { droit, lecture } = contexte;
  const realises = entetes.get('realises');
  const tranche = entetes.get('objectif_reference')?.tranche ?? entetes.get('objectif_contrat')?.tranche ?? null;
  const periode = droit.periode ?? (tranche === null ? null : { debut: tranche });
  const stade = lecture?.faits.find(
    ({ quoi, valeur }) => quoi === 'stade' && (valeur === 'mi-parcours' || valeur === 'provisoire'),
  );
  // Rempli en partie, le bilan de la dernière période connue peut n'en être qu'au milieu.
  const enPartie =
    periode?.debut === DERNIERE_PERIODE.debut && communes.some((c) => !c.sansObjet && c.realises === null);
  const dit = stade ?? (realises && (enPartie || avantLaFin(realises.texte, periode)) ? realises : undefined);
  if (!dit || estAccepte(contexte, dit.texte)) return null;
  const condition = `le bilan est celui de la période entière ; « ${abreger(dit.texte)} » (${dit.cellule}) peut ne pas l’être.`;
  const question = sansEffet('Ce bilan est-il celui de la période entière ?', 'Oui', dit.texte);
  const precisions = { cellule: dit.cellule, reference: 'L302-9-1', empecheDeConclure: true, question } as const;
  return constat('CONDITION_A_CONFIRMER', null, { condition }, precisions);
}
