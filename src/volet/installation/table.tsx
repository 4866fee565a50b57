import './installation.css';
import { typographier } from '../../nombres';
import type { Verdict } from './point';
import type { Resultat } from './verifier';

const CLASSES: Readonly<Record<Verdict, string>> = {
  conforme: 'conforme',
  différent: 'non-conforme',
  'non essayé': 'indetermine',
};
const ENTETES = ['Point', 'Verdict', 'Attendu', 'Trouvé'];
const TITRE = 'Vérification de l’installation';

/** Les rôles sont écrits : les rangées s'empilent, et le navigateur ne dirait plus une table. */
export function TableDesPoints({ resultats }: { readonly resultats: readonly Resultat[] }) {
  return (
    <table className="installation" role="table" aria-label={TITRE}>
      <thead role="rowgroup" className="hors-ecran">
        <tr role="row">
          {ENTETES.map((nom) => (
            <th key={nom} role="columnheader" scope="col">
              {nom}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {resultats.map(({ numero, titre, attendu, trouve, verdict }) => (
          <tr key={numero} role="row">
            <th role="rowheader" scope="row">{`${numero}. ${typographier(titre)}`}</th>
            <td role="cell">
              <span className={`etiquette ${CLASSES[verdict]}`}>{verdict}</span>
            </td>
            <td role="cell" data-nom="Attendu">
              {typographier(attendu)}
            </td>
            <td role="cell" data-nom="Trouvé">
              {typographier(trouve)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
