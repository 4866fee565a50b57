import { typographier } from '../../nombres';
import type { Reponse } from '../etat/reponses';
import { Liste } from './liste';
import { Revenir } from './revenir';

/** Des réponses gardées, chacune à retirer. */
export function Reponses({ reponses }: { readonly reponses: readonly Reponse[] }) {
  return (
    <Liste elements={reponses} className="lignes">
      {({ place, sujet, valeur }) => (
        <li key={`${place.champ} ${place.cle}`} className="champ">
          <p>{typographier(`${sujet} : ${valeur}`)}</p>
          <div className="barre">
            <Revenir place={place} quoi={sujet} />
          </div>
        </li>
      )}
    </Liste>
  );
}
