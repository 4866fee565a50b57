import type { CodeConstat, Constat } from '../../tableau';
import { mots, tableau, type Bloc } from '../note/document';
import type { Cas } from './cas';
import { deLAbaissement } from './conditions-abaissement';
import type { Condition } from './conditions-communes';
import { deLaMutualisation } from './conditions-mutualisation';
import { enumerer, source } from './mots';

/** Les conditions de la loi, une à une, avec leur article et leur certitude. */
export const conditions = (cas: Cas): Bloc =>
  tableau(
    'Ce que la loi demande à ce contrat',
    [mots('Condition', 42), mots('Dans ce contrat', 34), mots('Article ; certitude', 24)],
    (cas.mutualisant ? deLaMutualisation(cas) : deLAbaissement(cas)).map((c) => [
      c.regle,
      etatDe(c, cas),
      source(c.reference, c.certitude),
    ]),
  );

const D_UNE_REFERENCE: readonly CodeConstat[] = ['REFERENCE_INCOHERENTE', 'LIGNE_INCOMPLETE', 'NON_DEFICITAIRE'];

function etatDe({ codes, surReferences, sinon }: Condition, { controle: { constats }, etabli }: Cas): string {
  const decisifs = constats.filter((c) => c.gravite === 'bloquant' || c.empecheDeConclure);
  const siens = decisifs.filter(({ code }) => codes.includes(code));
  const bloquants = siens.filter((c) => c.gravite === 'bloquant');
  if (bloquants.length > 0) return `Non tenue : ${designer(bloquants)}.`;
  const ouverts = surReferences ? decisifs.filter((c) => siens.includes(c) || D_UNE_REFERENCE.includes(c.code)) : siens;
  if (ouverts.length > 0) return `À établir : ${designer(ouverts)}.`;
  return etabli ? sinon : 'À établir : le contrôle ne conclut pas.';
}

function designer(constats: readonly Constat[]): string {
  const communes = [...new Set(constats.flatMap(({ commune }) => commune ?? []))];
  return communes.length > 0 ? enumerer(communes) : 'voir en tête';
}
