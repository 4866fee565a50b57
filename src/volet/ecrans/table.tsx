import type { ReactNode } from 'react';
import { ecrire, typographier } from '../../nombres';
import type { Table as Contenu } from '../../rapport/natures/inventaire-tables';

const RANGEES_MONTREES = 500;

interface Proprietes {
  readonly table: Contenu;
  /** Le nom d'une ligne, à son rang, s'il est plus qu'un texte. */
  readonly nommer?: (rang: number) => ReactNode;
}

/** Une table en mots, que son titre nomme ; au-delà de cinq cents lignes, elle dit combien elle en tait. */
export function Table({ table: { titre, entetes, rangees }, nommer }: Proprietes) {
  return (
    <>
      <div className="defilant" role="region" aria-label={titre} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {entetes.map((nom) => (
                <th key={nom} scope="col">
                  {nom}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rangees.slice(0, RANGEES_MONTREES).map(([premiere, ...autres], i) => (
              <tr key={i}>
                <th scope="row">{nommer ? nommer(i) : premiere}</th>
                {autres.map((valeur, c) => (
                  <td key={c}>{typographier(valeur)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rangees.length > RANGEES_MONTREES && (
        <p>{`Les ${ecrire(RANGEES_MONTREES)} premières lignes sur ${ecrire(rangees.length)}.`}</p>
      )}
    </>
  );
}
