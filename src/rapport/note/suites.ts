import { comparer, difference, ecrire, fraction, versNombre, type Quantite } from '../../nombres';
import { articleDe } from '../../regles';
import type { CodeConstat, Constat, Controle, ControleObjectifs, LigneEvaluee } from '../../tableau';
import { groupes, lieuDe, signer, sourceDe } from '../presentation';
import { constatsParLigne, estDeficitaire } from './cadre';
import { ditRehaussee } from './derogations';
import { element, liste, mots, nombre, paragraphe, tableau, titre, type Bloc, type Element } from './document';
import { accordDe, estAbaissee, estRelevee } from './raisons';

/** Les objectifs que le contrat relève, les références que le préfet a rehaussées, et ce que le tableau dit des accords. */
export function accords(controle: ControleObjectifs): Bloc[] {
  const deficitaires = controle.lignes.filter(estDeficitaire);
  const constatsDe = constatsParLigne(controle);
  const hausse = (l: LigneEvaluee, de: Quantite, a: Quantite) => [
    l.ligne.nom,
    ecrire(de),
    ecrire(a),
    signer(versNombre(difference(a, de))),
    accordDe(l),
  ];
  const relevees = deficitaires.filter(estRelevee).map((l) => hausse(l, l.reference!, fraction(l.contrat!)));
  const rehaussees = deficitaires
    .filter((l) => constatsDe.get(l.ligne.ligne)?.some(ditRehaussee))
    .map((l) => hausse(l, l.exacte!, l.reference!));
  if (relevees.length + rehaussees.length === 0)
    return [paragraphe('Aucun objectif n’est relevé : aucun accord n’est requis.')];
  const table = (legende: string, de: string, a: string, rangees: readonly (readonly string[])[]) =>
    rangees.length === 0
      ? []
      : [
          tableau(
            legende,
            [mots('Commune', 34), nombre(de, 14), nombre(a, 14), nombre('Hausse', 12), mots('Accord', 26)],
            rangees,
          ),
        ];
  return [
    ...table('Accords des communes dont l’objectif est relevé', 'Référence', 'Contrat', relevees),
    ...table('Accords des maires aux références rehaussées par le préfet', 'Objectif légal', 'Référence', rehaussees),
  ];
}

const A_RECUEILLIR: ReadonlySet<CodeConstat> = new Set<CodeConstat>([
  'ACCORD_MANQUANT',
  'AVIS_MANQUANT',
  'PLH_MANQUANT',
  'DUREE_DEPASSEE',
  'DEFICITAIRE_ABSENTE',
]);

/** D'un constat, ce qu'il reste à recueillir : ni une lecture de la loi, ni une hausse déjà acceptée, ni un excès certain de PLS. */
function resteOuvert(c: Constat): boolean {
  if (c.code === 'CONDITION_A_CONFIRMER') return c.certitude === 'texte';
  if (c.code === 'REFERENCE_INCOHERENTE') return ditRehaussee(c) && !c.details.accord;
  if (c.code === 'PART_PLS_EXCESSIVE')
    return 'large' in c.details && comparer(fraction(c.details.pls), c.details.large) <= 0;
  if (c.code === 'COMMUNE_ABSENTE') return c.details.noms.length > 0;
  return A_RECUEILLIR.has(c.code);
}

/** Ce qui manque au dossier, constat par constat ; d'un contrat abaissant, la demande des communes, que le tableau ne dit pas. */
export function aRecueillir({ constats, contrat, lignes }: ControleObjectifs): Bloc[] {
  const manques = constats.filter((c) => c.empecheDeConclure || resteOuvert(c));
  const abaissees = contrat === 'cms' ? lignes.filter(estAbaissee).map((l) => l.ligne.nom) : [];
  const elements = manques.map((c) => element(lieuDe(c), c.message, articleDe(c.reference)));
  if (abaissees.length > 0)
    elements.push(element('', `Demande de chaque commune abaissée : ${abaissees.join(', ')}.`, articleDe('L302-8-IX')));
  if (elements.length > 0) return [liste(elements)];
  return [paragraphe(contrat === 'aucun' ? 'Rien.' : 'Rien d’autre que les signatures.')];
}

/** Tous les constats du contrôle, par gravité. */
export const constats = (controle: Controle): Bloc[] =>
  groupes(controle.constats).flatMap((g) => [
    titre(4, `${g.titre} (${g.constats.length})`),
    liste(g.constats.map(enElement)),
  ]);

const enElement = (c: Constat): Element => element(lieuDe(c), c.message, `${c.code}, ${sourceDe(c)}`);
