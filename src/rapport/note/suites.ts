import { ecrire, versNombre } from '../../nombres';
import { articleDe, sensDe } from '../../regles';
import { type CodeConstat, type Constat, type Controle } from '../../tableau';
import { groupes, signer } from '../presentation';
import { estDeficitaire, nomDe } from './cadre';
import { accordDe } from './raisons';
import { element, liste, mots, nombre, paragraphe, tableau, titre, type Bloc, type Element } from './document';

/** Les communes dont l'objectif est relevé, et ce que le tableau dit de leur accord. */
export function accords({ lignes }: Controle): Bloc[] {
  const relevees = lignes.filter(estDeficitaire).flatMap((l) => {
    const { reference, contrat } = l;
    if (!reference || contrat === null || sensDe(contrat, reference) !== 'relevé') return [];
    return [[nomDe(l), ecrire(reference), ecrire(contrat), signer(contrat - versNombre(reference)), accordDe(l)]];
  });
  if (relevees.length === 0) return [paragraphe('Aucune commune n’est relevée : aucun accord n’est requis.')];
  const colonnes = [
    mots('Commune', 34),
    nombre('Référence', 14),
    nombre('Contrat', 14),
    nombre('Hausse', 12),
    mots('Accord', 26),
  ];
  return [tableau('Accords des communes relevées', colonnes, relevees)];
}

const A_RECUEILLIR: ReadonlySet<CodeConstat> = new Set<CodeConstat>([
  'ACCORD_MANQUANT',
  'AVIS_MANQUANT',
  'PLH_MANQUANT',
  'DUREE_DEPASSEE',
  'CONDITION_A_CONFIRMER',
  'COMMUNE_ABSENTE',
]);

/** Ce qui manque au dossier, constat par constat. */
export function aRecueillir({ constats }: Controle): Bloc[] {
  const manques = constats.filter(
    (c) =>
      c.empecheDeConclure ||
      (A_RECUEILLIR.has(c.code) && !(c.code === 'CONDITION_A_CONFIRMER' && c.certitude !== 'texte')),
  );
  if (manques.length === 0) return [paragraphe('Rien d’autre que les signatures.')];
  return [liste(manques.map((c) => element(lieuDe(c), c.message, articleDe(c.reference))))];
}

/** Tous les constats du contrôle, par gravité. */
export const constats = (controle: Controle): Bloc[] =>
  groupes(controle.constats).flatMap((g) => [
    titre(4, `${g.titre} (${g.constats.length})`),
    liste(g.constats.map(enElement)),
  ]);

const enElement = (c: Constat): Element =>
  element(lieuDe(c), c.message, `${c.code}, ${articleDe(c.reference)}, ${c.certitude}`);

const lieuDe = ({ commune, cellule }: Constat): string => [commune, cellule].filter(Boolean).join(', ');
