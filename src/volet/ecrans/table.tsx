import type { ReactNode } from 'react';
import { ecrire, typographier } from '../../nombres';
import type { Table as Contenu } from '../../rapport/natures/inventaire-tables';

const RANGEES_MONTREES = 500;

interface Proprietes {
  readonly table: Contenu;
  /** Le nom d'une ligne, et son rang, s'il est plus qu'un texte. */
  readonly nommer?: (nom: string, rang: number) => ReactNode;
  /** La dernière ligne, celle d'un total. */
  readonly pied?: readonly string[];
  /** Ce que sont ses lignes. */
  readonly quoi?: string;
}

/** Une table en mots, que son titre nomme ; au-delà de cinq cents lignes, elle dit combien elle en tait. */
export function Table({ table: { titre, entetes, rangees }, nommer, pied, quoi = 'lignes' }: Proprietes) {
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
            {rangees.slice(0, RANGEES_MONTREES).map((rangee, i) => (
              <Rangee key={i} rangee={rangee} nom={nommer?.(rangee[0]!, i)} />
            ))}
          </tbody>
          {pied && (
            <tfoot>
              <Rangee rangee={pied} />
            </tfoot>
          )}
        </table>
      </div>
      {rangees.length > RANGEES_MONTREES && (
        <p>{`Les ${ecrire(RANGEES_MONTREES)} premières ${quoi} sur ${ecrire(rangees.length)}.`}</p>
      )}
    </>
  );
}

function Rangee({
  rangee: [premiere, ...autres],
  nom,
}: {
  readonly rangee: readonly string[];
  readonly nom?: ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{nom ?? premiere}</th>
      {autres.map((valeur, c) => (
        <td key={c}>{typographier(valeur)}</td>
      ))}
    </tr>
  );
}
