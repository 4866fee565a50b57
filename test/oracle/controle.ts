import type { Constat, Contrat } from '../../src/tableau';
import { controle } from '../outils/tableau';
import { lireColonnes, saisir } from './feuille';
import { CONTROLE } from './formules-du-controle';
import type { Moteur } from './moteur-ironcalc';
import type { Rangee } from './tirages-de-tableaux';

const ENTETES = [
  'Commune',
  'Résidences principales',
  'Logements sociaux',
  'Taux cible',
  'Rang triennal',
  'Logements manquants',
  'Taux de rattrapage',
  'Objectif de référence',
  'Objectif du contrat',
  'Accord de la commune',
  'Périodes consécutives d’abaissement',
  'Population',
  'Inconstructibilité (%)',
];
const ACCORD = 9;

/** Par ligne : rien, bloque, ou empêche de conclure. */
const PAR_LIGNE = [
  'REFERENCE_INCOHERENTE',
  'REDUCTION_EXCESSIVE',
  'ENTRANTE_ABAISSEE',
  'ACCORD_MANQUANT',
  'NON_DEFICITAIRE',
  'SOUS_PLANCHER_PLAQUETTE',
  'MOITIE_ARRONDIE',
  'LIGNE_INCOMPLETE',
  'RANG_INCONNU',
] as const;
export const SORTIES = [
  ...PAR_LIGNE,
  'DUREE_DEPASSEE, cims',
  'TOTAL_INSUFFISANT',
  'verdict, cims',
  'SOUS_PLANCHER_CMS',
  'LIGNE_INCOMPLETE, cms',
  'DUREE_DEPASSEE, cms',
  'verdict, cms',
  'sans contrat',
];

/** Ce que le contrôle constate d'un tableau, dans la forme où le tableur le dit. */
export function duCode(lignes: readonly Rangee[]): string[] {
  const valeurs = lignes.map((l) => l.map((v, c) => (c > 0 && c !== ACCORD && v !== '' ? Number(v) : v)));
  const controler = (contrat: Contrat) => controle(ENTETES, valeurs, { contrat });
  const [cims, cms, aucun] = [controler('cims'), controler('cms'), controler('aucun')];
  const porte = (constats: readonly Constat[], code: string, nom: string | null) => {
    const siens = constats.filter((c) => c.code === code && c.commune === nom);
    return siens.some(pese) ? 1 : siens.some((c) => c.empecheDeConclure) ? 2 : 0;
  };
  return lignes.map(([nom = ''], i) =>
    [
      ...PAR_LIGNE.map((code) => porte(cims.constats, code, nom)),
      porte(cims.constats, 'DUREE_DEPASSEE', nom),
      i === 0 ? porte(cims.constats, 'TOTAL_INSUFFISANT', null) : '',
      i === 0 ? cims.verdict : '',
      porte(cms.constats, 'SOUS_PLANCHER_CMS', nom),
      porte(cms.constats, 'LIGNE_INCOMPLETE', nom),
      porte(cms.constats, 'DUREE_DEPASSEE', nom),
      i === 0 ? cms.verdict : '',
      porte(aucun.constats, 'REDUCTION_EXCESSIVE', nom),
    ].join(' | '),
  );
}

/** Une commune à la cible et la plaquette ne bloquent pas : elles se disent. */
const pese = ({ code, gravite }: Constat) =>
  gravite === 'bloquant' || code === 'NON_DEFICITAIRE' || code === 'SOUS_PLANCHER_PLAQUETTE';

export interface Ecart {
  readonly tableau: readonly Rangee[];
  readonly ligne: Rangee;
  readonly tableur: string;
  readonly code: string;
}

/** Un tableur met bien plus de temps à calculer deux lots ensemble que l'un après l'autre. */
const LOT = 100;

/** Les lignes dont le tableur et le contrôle ne disent pas la même chose. */
export async function comparer(
  tableaux: readonly (readonly Rangee[])[],
  { calculer }: Pick<Moteur, 'calculer'>,
): Promise<{ lignes: number; ecarts: Ecart[] }> {
  const ecarts: Ecart[] = [];
  let lignes = 0;
  for (let debut = 0; debut < tableaux.length; debut += LOT) {
    const lot = tableaux.slice(debut, debut + LOT);
    const calculees = await calculer(saisir(CONTROLE, lot));
    const dites = lot.flatMap((tableau) => duCode(tableau).map((code, i) => ({ tableau, ligne: tableau[i]!, code })));
    if (calculees.length !== dites.length) throw new Error(`${calculees.length} lignes calculées pour ${dites.length}`);
    for (const [i, dite] of dites.entries()) {
      const tableur = lireColonnes(CONTROLE, calculees[i]!, SORTIES).join(' | ');
      if (tableur !== dite.code) ecarts.push({ ...dite, tableur });
    }
    lignes += dites.length;
  }
  return { lignes, ecarts };
}
