import type { Annuaire } from '../../annuaire/annuaire';
import type { Grille } from '../grille';
import { normaliser } from '../texte';
import { lireTexte } from './cellules';
import type { ColonnesRetenues } from './choix';
import { seCroisent, type BlocEntetes } from './entetes';
import { naturesDe } from './nature';
import { peuCommunes, unDoublon } from './peu-communes';

const SUITE = /\b(?:suite|fin)\b/i;

/** Où un tableau finit : au premier bloc d'en-têtes sous lui, sauf si ce n'est que le sien, répété sans total entre les deux. */
export function suiteDe(
  grille: Grille,
  blocs: readonly BlocEntetes[],
  rang: number,
  { positions }: ColonnesRetenues,
  annuaire: Annuaire,
) {
  const bloc = blocs[rang]!;
  const nature = naturesDe(grille, positions, bloc, annuaire);
  const reprises: BlocEntetes[] = [];
  const ditLaSuite = (ligne: number): boolean => {
    const [premiere] = grille.colonnes(ligne);
    return premiere !== undefined && SUITE.test(lireTexte(grille.cellule(ligne, premiere)));
  };
  const seSuit = (b: BlocEntetes): boolean => {
    for (let ligne = b.debut - 1; ligne > bloc.fin; ligne--) {
      const trouvee = nature(ligne, false).nature;
      if (trouvee === 'commune' || trouvee === 'nom' || trouvee === 'sous-total') return true;
      if (trouvee !== 'vide' && trouvee !== 'note' && !ditLaSuite(ligne)) return false;
    }
    return false;
  };
  const cle = positions.get('commune') ?? positions.get('code_insee');
  const nomsEntre = (debut: number, fin: number): ReadonlySet<string> => {
    if (cle === undefined) return new Set();
    const lignes = Array.from({ length: Math.max(0, fin - debut) }, (_, i) => debut + i);
    return new Set(
      lignes
        .filter((ligne) => ['commune', 'nom'].includes(nature(ligne, false).nature))
        .map((ligne) => normaliser(lireTexte(grille.cellule(ligne, cle)))),
    );
  };
  // Un intertitre annonce un autre tableau ; sans lui, les mêmes en-têtes n'en ouvrent un autre que pour les mêmes communes.
  const annonce = (b: BlocEntetes): boolean => {
    let ligne = b.debut - 1;
    while (ligne > bloc.fin && nature(ligne, false).nature === 'vide') ligne--;
    return ligne > bloc.fin && nature(ligne, false).nature === 'note' && !ditLaSuite(ligne);
  };
  const dessus = new Set<string>();
  let fini = bloc.fin;
  for (let i = rang + 1; i < blocs.length; i++) {
    const b = blocs[i]!;
    if (b.debut <= bloc.fin || !seCroisent(b, bloc)) continue;
    if (!memesEntetes(grille, b, bloc) || !seSuit(b)) return { fin: b.debut, reprises };
    for (const nom of nomsEntre(fini + 1, b.debut)) dessus.add(nom);
    const finDeB = blocs.slice(i + 1).find((c) => c.debut > b.fin && seCroisent(c, bloc))?.debut;
    const dessous = nomsEntre(b.fin + 1, finDeB ?? grille.nombreDeLignes);
    const seSuivent = peuCommunes(dessus, dessous) || (!annonce(b) && unDoublon(dessus, dessous));
    if (dessous.size > 0 && !seSuivent) return { fin: b.debut, reprises };
    reprises.push(b);
    fini = b.fin;
  }
  return { fin: grille.nombreDeLignes, reprises };
}

/** Les mêmes en-têtes aux mêmes places : le même libellé entier, ou la même dernière ligne, l'étage n'étant pas répété. */
const memesEntetes = (grille: Grille, a: BlocEntetes, b: BlocEntetes): boolean =>
  a.entetes.length === b.entetes.length &&
  a.entetes.every((e, i) => e.position === b.entetes[i]!.position) &&
  (a.entetes.every((e, i) => e.texte === b.entetes[i]!.texte) ||
    a.entetes.every(
      ({ position }) => lireTexte(grille.cellule(a.fin, position)) === lireTexte(grille.cellule(b.fin, position)),
    ));
