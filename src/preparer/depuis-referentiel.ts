import type { FeuilleAEcrire } from '../classeur/feuille-a-ecrire';
import { DERNIERE_PERIODE, droitDe, precedente, type Periode } from '../droit';
import { ecrireCompte, ecrireJourIso, versNombre } from '../nombres';
import {
  nommerInventaire,
  type CommunePubliee,
  type InventairePublie,
  type Referentiel,
} from '../referentiel/referentiel';
import { chiffresPublies, estRefus, intervalleDe, regleInconnue, phraseDuRefus } from '../regles';
import type { CommuneAPreparer } from './commune';
import { preparerFeuille } from './feuille';
import { USAGES, type NomDUsage, type Usage } from './usages';

/** Où préparer : un EPCI de l'annuaire, ou un département. */
export interface Lieu {
  readonly genre: 'epci' | 'departement';
  /** Le SIREN de l'EPCI, le numéro du département. */
  readonly code: string;
  readonly nom: string;
}

export interface Choix {
  readonly pour: NomDUsage;
  readonly lieu: Lieu;
  /** `null` : celle de l'usage (`periodeDe`). */
  readonly periode: Periode | null;
}

/** La période d'un usage quand on n'en donne pas : la dernière dont on connaît les règles, ou, pour un bilan, celle qui la précède. */
export const periodeDeLUsage = (pour: NomDUsage): Periode => {
  const usage: Usage = USAGES[pour];
  return usage.passee ? precedente(DERNIERE_PERIODE) : DERNIERE_PERIODE;
};

/** La feuille préparée, ou la phrase qui dit pourquoi il n'y en a pas. */
export type Preparee = { readonly feuille: FeuilleAEcrire; readonly communes: number } | { readonly phrase: string };

/** Un tableau à remplir, pour les communes déficitaires d'un EPCI ou d'un département. */
export function preparer({ pour, lieu, periode: voulue }: Choix, { dernier, annuaire }: Referentiel): Preparee {
  const periode = voulue ?? periodeDeLUsage(pour);
  const droit = droitDe(periode);
  const usage: Usage = USAGES[pour];
  if (usage.regle && !usage.regle[1](droit)) return { phrase: phraseDuRefus(regleInconnue(usage.regle[0], droit)) };
  if (pour === 'mutualisation' && lieu.genre === 'departement')
    return { phrase: 'Une mutualisation se fait entre communes d’un même EPCI (L. 302-8, X) : choisir un EPCI.' };
  const publiees = lieu.genre === 'epci' ? dernier.membresDeLEpci(lieu.code) : dernier.membresDuDepartement(lieu.code);
  const retenues = publiees.filter(({ deficitaire, exemptee }) => deficitaire !== false && !exemptee);
  if (retenues.length === 0) return { phrase: phraseSansDeficitaire(lieu, publiees, dernier) };
  const [seule, autre] = retenues;
  if (pour === 'mutualisation' && seule && !autre) return { phrase: phraseDUneSeule(lieu, seule) };
  const communes = retenues.map((c) => aPreparer(c, droit));
  const feuille = preparerFeuille({
    pour,
    lieu: lieu.nom,
    periode,
    droit,
    anneeDesTaux: dernier.anneeDesTaux,
    avecEpci: lieu.genre === 'departement',
    encadree: communes.some(({ chiffres }) => chiffres !== null),
    communes,
    mentions: [
      ...mentions(publiees, dernier, annuaire.millesime),
      ...(droit.reserve ? [`Source : ${droit.reserve}.`] : []),
    ],
  });
  return { feuille, communes: communes.length };
}

function aPreparer(c: CommunePubliee, droit: ReturnType<typeof droitDe>): CommuneAPreparer {
  const chiffres =
    c.taux && c.cible !== null && c.lls !== null
      ? chiffresPublies(c.lls, intervalleDe(c.taux), c.cible, 3, droit, c.deficitaire === true ? true : null)
      : null;
  return {
    code: c.code,
    nom: c.nom,
    epci: c.nomEpci ?? '',
    taux: c.taux && versNombre(c.taux.valeur),
    cible: c.cible,
    statut: c.statut,
    lls: c.lls,
    chiffres: chiffres && !estRefus(chiffres) ? chiffres : null,
    cause: '',
  };
}

function mentions(publiees: readonly CommunePubliee[], inventaire: InventairePublie, millesime: number): string[] {
  const noms = (statut: 'en règle' | 'exemptée') => publiees.filter((c) => c.statut === statut).map(({ nom }) => nom);
  const [enRegle, exemptees] = [noms('en règle'), noms('exemptée')];
  return [
    `Source : ${nommerInventaire(inventaire)}, ${inventaire.source}, lu le ${ecrireJourIso(inventaire.luLe)}.`,
    `Source : EPCI au découpage de ${millesime}.`,
    'Source : chiffres publiés, qui ne valent pas notification.',
    ...(enRegle.length > 0 ? [`Source : inventaire publié, communes en règle : ${enRegle.join(', ')}.`] : []),
    ...(exemptees.length > 0 ? [`Source : inventaire publié, communes exemptées : ${exemptees.join(', ')}.`] : []),
  ];
}

const phraseDUneSeule = ({ nom }: Lieu, { nom: commune }: CommunePubliee): string =>
  `${nom} : une seule commune déficitaire, ${commune}, et une mutualisation en réunit deux (L. 302-8, X). Dans la métropole du Grand Paris, choisir l’établissement public territorial (EPT) ; pour une commune seule, préparer un contrat abaissant.`;

/** « Lozère : aucune commune déficitaire à l'inventaire publié en 2025 : 2 en règle, 1 exemptée. » */
function phraseSansDeficitaire(
  { nom }: Lieu,
  publiees: readonly CommunePubliee[],
  inventaire: InventairePublie,
): string {
  const ou = `${nom} : aucune commune déficitaire à ${nommerInventaire(inventaire)}`;
  if (publiees.length === 0) return `${ou}, qui n’y connaît aucune commune.`;
  const enRegle = publiees.filter((c) => c.statut === 'en règle').length;
  const exemptees = publiees.filter((c) => c.exemptee).length;
  return `${ou} : ${ecrireCompte(enRegle, 'commune en règle', 'communes en règle')}, ${ecrireCompte(exemptees, 'exemptée')}.`;
}

/** « Mutualisation 2026-2028 : 9 communes déficitaires. » */
export const phraseDeLaPreparee = ({ feuille, communes }: Extract<Preparee, { feuille: unknown }>): string =>
  `${feuille.nom} : ${ecrireCompte(communes, 'commune')} ; ce qui est sur fond jaune reste à remplir.`;
