import { ecrirePeriode } from '../../../../src/droit';
import { sortDuTexte, type FaitLu } from '../../../../src/tableau/alentours';
import { lireCas } from '../../../outils/csv';

const cas = lireCas('alentours.csv', ['texte', 'voisin', 'sort', 'quoi', 'valeur']);

const ecrire = ({ quoi, valeur }: FaitLu): string => {
  if (valeur === null) return '?';
  if (quoi === 'periode') return ecrirePeriode(valeur);
  return typeof valeur === 'boolean' ? (valeur ? 'oui' : 'non') : String(valeur);
};

function lu(texte: string, voisin: string) {
  const { faits, nonCompris, sansEffet } = sortDuTexte(texte, voisin);
  const dits = faits.map((fait) => [fait.quoi, ecrire(fait)] as const).sort(([a], [b]) => a.localeCompare(b));
  const sorts = [faits.length > 0 && 'lu', nonCompris.length > 0 && 'non compris', sansEffet && 'sans effet'];
  return {
    sort: sorts.filter(Boolean).join(' et '),
    quoi: dits.map(([quoi]) => quoi).join('+'),
    valeur: dits.map(([, valeur]) => valeur).join('+'),
  };
}

describe('le sort de chaque texte', () => {
  test.each(cas)('« $texte » | « $voisin » : $sort', ({ texte, voisin, sort, quoi, valeur }) => {
    expect(lu(texte, voisin)).toEqual({ sort, quoi, valeur });
  });

  test.each(['lu', 'sans effet', 'non compris'])('au moins 150 textes ont le sort « %s »', (sort) => {
    expect(cas.filter((c) => c.sort === sort).length).toBeGreaterThanOrEqual(150);
  });
});
