import type { Annuaire } from '../../../annuaire/annuaire';
import type { Encadre } from '../../../regles';
import { lireTexte } from '../../lecture/cellules';
import type { Ligne } from '../../lecture/ligne';
import { aDesChiffres, SANS_CHIFFRES, type CommuneInventoriee, type SansChiffres } from './commune';

/** Les logements d'un département, d'un EPCI ou de tout l'inventaire : la somme de ce que chaque commune encadre. */
export interface Groupement {
  readonly nom: string;
  readonly chiffrees: readonly (CommuneInventoriee & { readonly chiffres: { readonly reference: Encadre } })[];
  readonly manquants: Encadre;
  readonly reference: Encadre;
  /** Les communes qui pourraient avoir un objectif que rien n'encadre : les totaux ne les comptent pas. */
  readonly sansChiffres: readonly CommuneInventoriee[];
}

/** Ces motifs-là n'en laissent aucun à atteindre. */
const RIEN_A_ATTEINDRE: readonly SansChiffres[] = ['en règle', 'hors champ', 'exemptée'];
export const SANS_ENCADREMENT = SANS_CHIFFRES.filter((motif) => !RIEN_A_ATTEINDRE.includes(motif));

export const manqueDeChiffres = ({ chiffres }: CommuneInventoriee): boolean =>
  SANS_ENCADREMENT.some((motif) => motif === chiffres);

export function regrouper(nom: string, communes: readonly CommuneInventoriee[]): Groupement {
  const chiffrees = communes.filter(aDesChiffres);
  const total = (de: (c: (typeof chiffrees)[number]) => Encadre): Encadre =>
    chiffrees.map(de).reduce((a, b) => ({ bas: a.bas + b.bas, haut: a.haut + b.haut }), { bas: 0, haut: 0 });
  return {
    nom,
    chiffrees,
    manquants: total((c) => c.chiffres.manquants),
    reference: total((c) => c.chiffres.reference),
    sansChiffres: communes.filter(manqueDeChiffres),
  };
}

/** Les départements, dans l'ordre de l'inventaire ; ceux qui n'ont rien à atteindre aussi. */
export const parDepartement = (communes: readonly CommuneInventoriee[]): readonly Groupement[] =>
  grouper(communes, (c) => departementDe(c.ligne));

/** Les EPCI ; l'annuaire passe avant l'EPCI écrit : lui seul connaît les EPT. */
export const parEpci = (communes: readonly CommuneInventoriee[], annuaire: Annuaire): readonly Groupement[] =>
  grouper(communes, (c) => epciDe(c.ligne, annuaire) ?? '');

const grouper = (
  communes: readonly CommuneInventoriee[],
  nomDe: (c: CommuneInventoriee) => string,
): readonly Groupement[] => [...reunir(communes, nomDe)].map(([nom, membres]) => regrouper(nom, membres));

/** Les communes d'un même nom, dans leur ordre. */
export function reunir(
  communes: readonly CommuneInventoriee[],
  nomDe: (c: CommuneInventoriee) => string,
): ReadonlyMap<string, readonly CommuneInventoriee[]> {
  const parNom = new Map<string, CommuneInventoriee[]>();
  for (const commune of communes) {
    const nom = nomDe(commune);
    const membres = parNom.get(nom);
    if (membres) membres.push(commune);
    else parNom.set(nom, [commune]);
  }
  return parNom;
}

/** Le département écrit, sinon celui du code INSEE (« 86 », « 2A », « 974 »). */
export function departementDe(ligne: Ligne): string {
  const ecrit = lireTexte(ligne.ecrit('departement'));
  return ecrit || (ligne.codeInsee ?? '').slice(0, ligne.codeInsee?.startsWith('97') ? 3 : 2);
}

export function epciDe({ codeInsee, commune, epci }: Ligne, annuaire: Annuaire): string | null {
  const candidates = codeInsee ? [annuaire.parCode(codeInsee)] : annuaire.parNom(commune);
  return (candidates.length === 1 && candidates[0]?.nomEpci) || epci || null;
}
