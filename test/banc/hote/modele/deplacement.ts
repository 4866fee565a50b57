import { type Cellule, type ClasseurDonnees, type FeuilleDonnees, type Valeur, type Zone } from '../contrat';
import { contient, citer, intersection } from '../adresses';
import { recopierFormule, remplacerReferences } from '../formules';

const dans = (zone: Zone, autre: Zone) =>
  contient(zone, autre.ligne, autre.colonne) && contient(zone, autre.ligneFin, autre.colonneFin);

/**
 * Couper-coller, comme Excel : contenus, formats et commentaires partent ; une référence (de formule ou de nom) tenue tout entière
 * dans ce qui part le suit, une autre reste ; celle que le collage couvre tout entière devient #REF!.
 */
export function deplacerCellules(
  classeur: ClasseurDonnees,
  [source, zone]: readonly [FeuilleDonnees, Zone],
  [cible, ligne, colonne]: readonly [FeuilleDonnees, number, number],
): Zone {
  const [dl, dc] = [ligne - zone.ligne, colonne - zone.colonne];
  const deplacer = (z: Zone): Zone => ({
    ...{ ligne: z.ligne + dl, ligneFin: z.ligneFin + dl, colonne: z.colonne + dc, colonneFin: z.colonneFin + dc },
  });
  const arrivee = deplacer(zone);
  const parties = Object.entries(source.cellules).filter(([cle]) => contient(zone, ...placeDe(cle)));
  for (const [cle] of parties) delete source.cellules[cle];
  const couvertes = Object.keys(cible.cellules).filter((cle) => contient(arrivee, ...placeDe(cle)));
  for (const cle of couvertes) delete cible.cellules[cle];

  const suivre = (formule: string, ici: FeuilleDonnees | null, parti: boolean) =>
    remplacerReferences(formule, (reference) => {
      const nom = reference.feuille ?? ici?.nom;
      const vise = (feuille: FeuilleDonnees) => nom?.toLowerCase() === feuille.nom.toLowerCase();
      const ecrire = (feuille: string | undefined, adresse: string) =>
        feuille === undefined || feuille === (parti ? cible.nom : ici?.nom) ? adresse : `${citer(feuille)}!${adresse}`;
      if (vise(source) && dans(zone, reference.zone))
        return ecrire(cible.nom, recopierFormule(reference.adresse, dl, dc, true));
      if (vise(cible) && dans(arrivee, reference.zone)) return ecrire(cible.nom, '#REF!');
      return parti && reference.feuille === undefined ? ecrire(source.nom, reference.adresse) : undefined;
    });
  for (const feuille of classeur.feuilles)
    for (const cellule of Object.values(feuille.cellules))
      if (cellule.formule !== undefined) cellule.formule = suivre(cellule.formule, feuille, false);
  for (const nom of classeur.noms) nom.formule = suivre(nom.formule, null, false);
  for (const [cle, cellule] of parties) {
    const [l, c] = placeDe(cle);
    if (cellule.formule !== undefined) cellule.formule = suivre(cellule.formule, source, true);
    cible.cellules[`${l + dl},${c + dc}`] = cellule;
  }
  classeur.commentaires = classeur.commentaires.flatMap((commentaire) => {
    const { feuille, ligne: l, colonne: c } = commentaire;
    if (feuille === source.id && contient(zone, l, c))
      return { ...commentaire, feuille: cible.id, ligne: l + dl, colonne: c + dc };
    return feuille === cible.id && contient(arrivee, l, c) ? [] : commentaire;
  });
  const fusions = source.fusions.filter((fusion) => dans(zone, fusion));
  source.fusions = source.fusions.filter((fusion) => !fusions.includes(fusion));
  cible.fusions = [...cible.fusions.filter((fusion) => !intersection(arrivee, fusion)), ...fusions.map(deplacer)];
  return arrivee;
}

const placeDe = (cle: string) => cle.split(',').map(Number) as [number, number];

/** Nombres, textes, booléens, puis ce qui est vide, que l'ordre soit croissant ou non. */
const rangDuType = (valeur: Valeur): number =>
  valeur === '' ? 3 : ['number', 'string', 'boolean'].indexOf(typeof valeur);

function comparer(a: Valeur, b: Valeur, decroissant: boolean): number {
  const types = rangDuType(a) - rangDuType(b);
  if (types !== 0) return a === '' || b === '' || !decroissant ? types : -types;
  const ordre = typeof a === 'number' ? a - Number(b) : String(a).localeCompare(String(b), 'fr');
  return decroissant ? -ordre : ordre;
}

/**
 * Trie les lignes de la zone selon une colonne, comme Excel : la valeur, la formule (références relatives récrites comme par une
 * recopie), le format et le fond vont avec la ligne, de même que les notes et les commentaires (EPPlus a corrigé ses deux tris en ce
 * sens : JanKallman/EPPlus#349, EPPlusSoftware/EPPlus#1853) ; les noms, les formules d'ailleurs et les bordures restent où ils sont.
 */
export function trierLignes(
  classeur: ClasseurDonnees,
  feuille: FeuilleDonnees,
  zone: Zone,
  { colonne, decroissant = false }: { readonly colonne: number; readonly decroissant?: boolean },
): void {
  const avant = feuille.cellules;
  const ordre = Array.from({ length: zone.ligneFin - zone.ligne + 1 }, (_, i) => zone.ligne + i).sort((a, b) =>
    comparer(avant[`${a},${colonne}`]?.valeur ?? '', avant[`${b},${colonne}`]?.valeur ?? '', decroissant),
  );
  const apres: Record<string, Cellule> = Object.fromEntries(
    Object.entries(avant).filter(([cle]) => !contient(zone, ...placeDe(cle))),
  );
  const arrivees = new Map(ordre.map((depart, rang) => [depart, zone.ligne + rang]));
  for (const [depart, arrivee] of arrivees)
    for (let c = zone.colonne; c <= zone.colonneFin; c++) {
      const cellule = avant[`${depart},${c}`];
      const bordures = avant[`${arrivee},${c}`]?.style?.bordures;
      if (!cellule && !bordures) continue;
      const { formule, style: { bordures: _, ...style } = {}, ...reste } = cellule ?? { valeur: '' };
      apres[`${arrivee},${c}`] = {
        ...reste,
        ...(formule !== undefined && { formule: recopierFormule(formule, arrivee - depart, 0) }),
        ...((bordures ?? Object.keys(style).length > 0) && { style: { ...style, ...(bordures && { bordures }) } }),
      };
    }
  feuille.cellules = apres;
  for (const commentaire of classeur.commentaires)
    if (commentaire.feuille === feuille.id && contient(zone, commentaire.ligne, commentaire.colonne))
      commentaire.ligne = arrivees.get(commentaire.ligne)!;
}
