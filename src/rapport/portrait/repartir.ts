import type { Annuaire, CommuneConnue } from '../../annuaire/annuaire';
import { departementDe, identifier, type Controle, type Ligne } from '../../tableau';
import type { Graphique, Groupes, Portrait } from './modele';

/** Ce qu'une nature dessine : d'un groupe à l'autre, puis d'une commune à l'autre. */
export interface Dessins<T extends AvecLigne> {
  readonly communes: readonly T[];
  readonly parGroupe: (groupes: Groupes<T>) => readonly Graphique[];
  readonly parCommune: (communes: readonly T[]) => readonly Graphique[];
}

interface AvecLigne {
  readonly ligne: Ligne;
}

/** Les départements et, repliées, les communes de chacun ; d'un seul département, ses EPCI et ses communes. */
export function repartir<T extends AvecLigne>(
  { contexte: { annuaire } }: Controle,
  { communes, parGroupe, parCommune }: Dessins<T>,
): Pick<Portrait, 'graphiques' | 'replis'> & { readonly lieu: string | null } {
  const lieux = lieuxDe(
    communes.map(({ ligne }) => ligne),
    annuaire,
  );
  const epcis = (membres: readonly T[]) =>
    grouper(membres, ({ ligne }) => lieux.epci(ligne) ?? NON_RECONNU).sort(
      (a, b) => b.membres.length - a.membres.length,
    );
  const entier = (membres: readonly T[]): readonly Graphique[] => {
    const groupes = epcis(membres);
    const dits = groupes.filter(({ nom }) => nom !== NON_RECONNU);
    return [...(dits.length > 1 ? parGroupe({ colonne: 'EPCI', groupes }) : []), ...parCommune(membres)];
  };
  const departements = grouper(communes, ({ ligne }) => lieux.departement(ligne) ?? '');
  const dits = departements.filter(({ nom }) => nom !== '');
  const [seul, autre] = epcis(communes);
  // Un EPCI peut tenir dans deux départements.
  if (seul && !autre)
    return {
      lieu: lieux.epci(seul.membres[0]!.ligne) ?? dits[0]?.nom ?? null,
      graphiques: entier(communes),
      replis: [],
    };
  if (dits.length < 2) return { lieu: dits[0]?.nom ?? null, graphiques: entier(communes), replis: [] };
  const groupes = departements.map(({ nom, membres }) => ({ nom: nom || 'Département non dit', membres }));
  return {
    lieu: `${groupes.length} départements`,
    graphiques: parGroupe({ colonne: 'département', groupes }),
    replis: groupes.map(({ nom, membres }) => ({ titre: nom, graphiques: entier(membres) })),
  };
}

const NON_RECONNU = 'EPCI non reconnu';

/** Le département et l'EPCI d'une ligne, écrits ou reconnus ; `null` : ni l'un ni l'autre. */
function lieuxDe(lignes: readonly Ligne[], annuaire: Annuaire) {
  const connues: ReadonlyMap<Ligne, CommuneConnue> = identifier(lignes, annuaire);
  return {
    epci: (ligne: Ligne): string | null => (connues.get(ligne)?.nomEpci ?? ligne.epci) || null,
    departement: (ligne: Ligne): string | null => {
      const ecrit = departementDe(ligne);
      const code = connues.get(ligne)?.code;
      const connu = ecrit ? annuaire.departement(ecrit) : code && annuaire.departementDeLaCommune(code);
      return (connu ? connu.nom : ecrit) || null;
    },
  };
}

function grouper<T>(communes: readonly T[], nomDe: (commune: T) => string): { nom: string; membres: T[] }[] {
  const parNom = new Map<string, T[]>();
  for (const commune of communes) {
    const nom = nomDe(commune);
    const groupe = parNom.get(nom);
    if (groupe) groupe.push(commune);
    else parNom.set(nom, [commune]);
  }
  return [...parNom].map(([nom, membres]) => ({ nom, membres }));
}
