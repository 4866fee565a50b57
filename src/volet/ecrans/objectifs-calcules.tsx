import { typographier } from '../../nombres';
import { colonnesPresentees, rangees } from '../../rapport/natures';
import type { Controle } from '../../tableau';
import { NomDeCommune } from './commune';

/** Commune, référence, manquants, rattrapage : ce qui se calcule sans contrat, l'objectif d'abord. */
const CALCULEES = [0, 3, 1, 2] as const;
const REFERENCE = CALCULEES[1];
const COMMUNES_MONTREES = 100;

/** Les objectifs que la loi donne d'un tableau qui n'en compare aucun. */
export function ObjectifsCalcules({ controle }: { readonly controle: Controle }) {
  if (controle.verdict !== 'rien a controler' || controle.nature !== 'objectifs') return null;
  const communes = rangees(controle, controle.contexte.droit).slice(0, -1);
  if (communes.every((rangee) => rangee[REFERENCE] === '?')) return null;
  const colonnes = colonnesPresentees(controle);
  return (
    <>
      <div className="defilant calcules" role="region" aria-label="Objectifs calculés" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {CALCULEES.map((c) => (
                <th key={c} scope="col">
                  {colonnes[c]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {communes.slice(0, COMMUNES_MONTREES).map((rangee, i) => (
              <tr key={i}>
                <th scope="row">
                  <NomDeCommune ligne={controle.tableau.lignes[i]!} />
                </th>
                {CALCULEES.slice(1).map((c) => (
                  <td key={c}>{typographier(rangee[c]!)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {communes.length > COMMUNES_MONTREES && (
        <p className="discret">{`Les ${COMMUNES_MONTREES} premières communes ; les autres sont dans l’écran « Tableau ».`}</p>
      )}
    </>
  );
}
