import { fraction } from '../../../nombres';
import { OBJECTIFS_COMPARES, type Colonne } from '../../colonnes';
import { constat, type Constat } from '../../controle/constats';
import { estAccepte, type Contexte } from '../../controle/contexte';
import { evaluer } from '../../controle/evaluation';
import { verifierIdentites } from '../../controle/identite';
import { ligneIncomplete, manqueNom, valeursInvalides } from '../../controle/lecture';
import { verifierSorts } from '../../controle/sorts';
import { verifierTypologie } from '../../controle/typologie';
import type { ColonneNombre } from '../../lecture/cellules';
import type { Tableau } from '../../lecture/tableaux';
import { sansEffet } from '../../precisions';
import { entierDe, secontredit, type CommuneAuBilan } from './commune';
import { contredits } from './contredits';
import { bilanEnCours } from './en-cours';

/** Un bilan se juge sur ce qui est réalisé : l'objectif (L. 302-9-1), et les parts de PLAI et de PLS (L. 302-8, III). */
export function verifierBilan(communes: readonly CommuneAuBilan[], tableau: Tableau, contexte: Contexte): Constat[] {
  const manque = communes.some(({ bilan }) => bilan?.quantitatif.remplie === false);
  const enCours = manque ? bilanEnCours(tableau, contexte, communes) : null;
  return [
    ...(enCours ? [enCours] : []),
    ...communes.flatMap((c) => [
      ...valeursInvalides(c.ligne, (colonne) => estDecisive(colonne, c)),
      ...incomplete(c, tableau),
      ...incoherents(c),
      ...(enCours ? [] : resultat(c, tableau, contexte)),
    ]),
    ...verifierIdentites(tableau.lignes, contexte),
    ...verifierSorts(tableau, contexte, 'bilan'),
  ];
}

/** Ce qui est manqué ; démenti par ce que le tableau en conclut lui-même, rien n'en est plus affirmé. */
function resultat(commune: CommuneAuBilan, tableau: Tableau, contexte: Contexte): Constat[] {
  const manques = [...nonAtteint(commune), ...plai(commune), ...pls(commune)];
  const dementis = contredits(commune, manques.length === 0, tableau, contexte);
  return [...dementis, ...(dementis.length > 0 ? [] : manques), ...typologie(commune, contexte)];
}

const COMPOSANTES: readonly ColonneNombre[] = [
  'variation_inventaire',
  'deja_comptes',
  'finances_1',
  'finances_2',
  'finances_3',
  'report',
];

/** Les composantes ne décident que si le total n'est pas écrit. */
const estDecisive = (colonne: ColonneNombre, { ligne }: CommuneAuBilan): boolean =>
  colonne === 'realises' ||
  colonne.startsWith('objectif') ||
  (colonne === 'plai_realises' && entierDe(ligne, 'objectif_plai') !== null) ||
  (colonne === 'pls_realises' && entierDe(ligne, 'objectif_pls') !== null) ||
  (COMPOSANTES.includes(colonne) && entierDe(ligne, 'realises') === null);

function incomplete(commune: CommuneAuBilan, tableau: Tableau): Constat[] {
  const { ligne, objectif, realises, sansObjet } = commune;
  if (sansObjet) return ligneIncomplete(ligne, tableau, manqueNom(ligne));
  // Une valeur illisible a son propre constat : elle ne manque pas.
  const lisibles = (...colonnes: readonly ColonneNombre[]) =>
    colonnes.every((c) => ligne.nombres[c]?.etat !== 'invalide');
  const manque: Colonne[] = [...manqueNom(ligne)];
  if (objectif === null && lisibles(...OBJECTIFS_COMPARES))
    manque.push(tableau.colonnes.has('objectif_contrat') ? 'objectif_contrat' : 'objectif_reference');
  if (realises === null && lisibles('realises', ...COMPOSANTES)) manque.push(premiereAbsente(commune, tableau));
  return ligneIncomplete(ligne, tableau, manque);
}

/** La réalisation qui manque : la composante restée vide, quand le tableau ne donne que des composantes. */
function premiereAbsente({ ligne }: CommuneAuBilan, { colonnes }: Tableau): Colonne {
  if (colonnes.has('realises') || !colonnes.has('variation_inventaire')) return 'realises';
  return COMPOSANTES.find((c) => colonnes.has(c) && entierDe(ligne, c) === null) ?? 'realises';
}

function incoherents(commune: CommuneAuBilan): Constat[] {
  const { ligne, realises: constate, composes: attendu } = commune;
  if (constate === null || attendu === null || constate === attendu) return [];
  const decisif = !commune.sansObjet && secontredit(commune);
  const precisions = { colonne: 'realises', constate, attendu, empecheDeConclure: decisif } as const;
  return [constat('REALISES_INCOHERENTS', ligne, { constate, attendu, decisif }, precisions)];
}

function nonAtteint({ ligne, objectif, realises, bilan }: CommuneAuBilan): Constat[] {
  if (!bilan || objectif === null || realises === null || bilan.quantitatif.remplie !== false) return [];
  const { taux, majoration } = bilan;
  const colonne = ligne.nombres.realises ? 'realises' : 'variation_inventaire';
  const precisions = { colonne, attendu: objectif, constate: realises } as const;
  return [constat('OBJECTIF_NON_ATTEINT', ligne, { objectif, realises, taux, majoration }, precisions)];
}

/** La loi tient pour un manquement l'objectif de PLAI ou de PLS autant que le nombre : écrit, il bloque. */
const ECRIT = { gravite: 'bloquant', reference: 'L302-9-1' } as const;

function plai({ ligne, sansObjet }: CommuneAuBilan): Constat[] {
  const [minimum, constate] = [entierDe(ligne, 'objectif_plai'), plaiRealises(ligne)];
  if (sansObjet || minimum === null || constate === null || constate >= minimum) return [];
  const details = { plai: constate, minimum: fraction(minimum), logements: null };
  const colonne = ligne.nombres.plai_realises ? 'plai_realises' : 'plai';
  return [constat('PART_PLAI_INSUFFISANTE', ligne, details, { ...ECRIT, colonne, constate, attendu: minimum })];
}

function pls({ ligne, sansObjet }: CommuneAuBilan): Constat[] {
  const [maximum, constate] = [entierDe(ligne, 'objectif_pls'), plsRealises(ligne)];
  if (sansObjet || maximum === null || constate === null || constate <= maximum) return [];
  const details = { pls: constate, maximum: fraction(maximum) };
  const colonne = ligne.nombres.pls_realises ? 'pls_realises' : 'pls';
  return [constat('PART_PLS_EXCESSIVE', ligne, details, { ...ECRIT, colonne, constate, attendu: maximum })];
}

const plaiRealises = (ligne: CommuneAuBilan['ligne']) => entierDe(ligne, 'plai_realises', 'plai');
const plsRealises = (ligne: CommuneAuBilan['ligne']) => entierDe(ligne, 'pls_realises', 'pls');

/**
 * Sans objectif propre de PLAI ou de PLS, les parts du III se comptent sur ce qui est réalisé, ou sur l'objectif : la loi ne le dit
 * pas. Manquées des deux façons, le volet qualitatif ne peut être tenu pour respecté.
 */
function typologie(commune: CommuneAuBilan, contexte: Contexte): Constat[] {
  const { ligne, objectif, realises, sansObjet } = commune;
  if (sansObjet || realises === null || realises <= 0) return [];
  const { intervalle } = evaluer(ligne, contexte.droit);
  const parts = {
    plai: entierDe(ligne, 'objectif_plai') === null ? plaiRealises(ligne) : null,
    pls: entierDe(ligne, 'objectif_pls') === null ? plsRealises(ligne) : null,
  };
  const sur = (contrat: number) => verifierTypologie({ ligne, contrat, intervalle, ...parts }, contexte);
  const surLObjectif = new Set(
    sur(objectif ?? realises)
      .filter(estManquee)
      .map(({ code }) => code),
  );
  return sur(realises).map((c) => {
    const cle = `${ligne.nom} ${c.code} ${c.constate}`;
    if (!estManquee(c) || !surLObjectif.has(c.code) || estAccepte(contexte, cle)) return c;
    const question = sansEffet('Le volet qualitatif de ce bilan est-il tenu pour respecté ?', 'Oui', cle);
    return { ...c, empecheDeConclure: true, question };
  });
}

/** Un PLS entre 20 et 30 % n'est qu'à préciser. */
const estManquee = ({ code, constate, attendu }: Constat): boolean =>
  code !== 'PART_PLS_EXCESSIVE' || (constate ?? 0) > (attendu ?? 0);
