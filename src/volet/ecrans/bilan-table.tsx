import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useMemo, useState } from 'react';
import { ecrire, typographier } from '../../nombres';
import { colonnesDuBilan, COMMUNE, ISSUE, MANQUENT, type ColonneDuBilan } from '../../rapport/natures/bilan-colonnes';
import { parManque, type CommuneDressee, type ControleBilan } from '../../tableau';
import { FAMILLES } from './bilan-cartes';
import { NomDeCommune } from './commune';
import { IconeDuVerdict } from './icones';

const PAR_PAGE = 200;

interface Tri {
  readonly titre: string;
  readonly sens: 'ascending' | 'descending';
}
/** De ce qui manque le plus à ce qui manque le moins. */
const AU_DEPART: Tri = { titre: MANQUENT.titre, sens: 'descending' };

interface Table {
  readonly bilan: ControleBilan;
  readonly communes: readonly CommuneDressee[];
}

/** Les communes en table : le titre d'une colonne la trie, dans un sens puis dans l'autre. */
export function TableDuBilan({ bilan, communes }: Table) {
  const [tri, trier] = useState(AU_DEPART);
  const [montrees, montrer] = useState(PAR_PAGE);
  const colonnes = useMemo(() => colonnesDuBilan(bilan, 'serrée'), [bilan]);
  const choisie = colonnes.find(({ titre }) => titre === tri.titre) ?? COMMUNE;
  const rangees = useMemo(() => ranger(communes, choisie, tri.sens), [communes, choisie, tri.sens]);
  const reste = rangees.length - montrees;
  return (
    <>
      <div className="defilant" role="region" aria-label="Bilan des communes" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {colonnes.map(({ titre, nombre }) => (
                <th
                  key={titre}
                  scope="col"
                  className={nombre ? undefined : 'mot'}
                  aria-sort={titre === choisie.titre ? tri.sens : undefined}
                >
                  <button type="button" className="tri" onClick={() => trier(suivant(tri, titre))}>
                    {titre}
                    <Fleches sens={titre === choisie.titre ? tri.sens : null} />
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rangees.slice(0, montrees).map((commune) => (
              <tr key={commune.ligne.ligne} data-issue={commune.issue}>
                {colonnes.map((colonne) =>
                  colonne === COMMUNE ? (
                    <th key={colonne.titre} scope="row">
                      <NomDeCommune ligne={commune.ligne} />
                    </th>
                  ) : (
                    <td key={colonne.titre} className={colonne.nombre ? undefined : 'mot'}>
                      {colonne === ISSUE && <IconeDuVerdict verdict={FAMILLES[commune.issue].verdict} />}{' '}
                      {typographier(colonne.texte(commune))}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reste > 0 && (
        <DefaultButton
          text={`Montrer la suite (${ecrire(reste)})`}
          onClick={() => montrer(montrees + PAR_PAGE)}
          className="suite"
        />
      )}
    </>
  );
}

/** Deux flèches ; celle du sens choisi est pleine, l'autre absente. */
const Fleches = ({ sens }: { readonly sens: Tri['sens'] | null }) => (
  <svg className="fleches" viewBox="0 0 8 12" aria-hidden="true">
    {sens !== 'descending' && <path d="M4 0 8 5H0z" />}
    {sens !== 'ascending' && <path d="M4 12 0 7h8z" />}
  </svg>
);

const suivant = (tri: Tri, titre: string): Tri =>
  tri.titre === titre && tri.sens === 'ascending' ? { titre, sens: 'descending' } : { titre, sens: 'ascending' };

/** Ce qui n'est pas connu va à la fin, dans les deux sens ; à égalité, de ce qui manque le plus à ce qui manque le moins. */
function ranger(
  communes: readonly CommuneDressee[],
  { ordre }: ColonneDuBilan,
  sens: Tri['sens'],
): readonly CommuneDressee[] {
  const signe = sens === 'ascending' ? 1 : -1;
  return [...parManque(communes)].sort((a, b) => {
    const [x, y] = [ordre(a), ordre(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return signe * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'fr'));
  });
}
