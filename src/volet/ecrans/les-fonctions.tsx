import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { typographier } from '../../nombres';
import type { FonctionDeclaree } from '../../fonctions/declaration';
import { signature, TOUTES } from '../../fonctions/toutes';
import { tableauChoisi } from '../etat/etat';
import { formuleAInserer } from '../etat/formules';
import { useEtat, useVolet } from './outils';

/** Chaque fonction, son aide, et ce que « Insérer » en écrirait. */
export const LesFonctions = () => TOUTES.map((fonction) => <UneFonction key={fonction.nom} fonction={fonction} />);

function UneFonction({ fonction }: { readonly fonction: FonctionDeclaree }) {
  const volet = useVolet();
  const etat = useEtat();
  const { nom, description, plages, arguments: args, rend, exemples } = fonction;
  const formule = formuleAInserer(fonction, tableauChoisi(etat), etat.reglages);
  return (
    <details className="fonction">
      <summary>
        <code>{nom}</code>
      </summary>
      <p>{typographier(description)}</p>
      <p>
        <code>{`=${signature(fonction)}`}</code>
      </p>
      {plages && <p>{typographier(plages)}</p>}
      <dl>
        {args.map((p) => (
          <div key={p.nom}>
            <dt>
              <code>{p.nom}</code>
              {p.facultatif && ' (facultatif)'}
            </dt>
            <dd>{typographier(p.aide)}</dd>
          </div>
        ))}
        <div>
          <dt>Résultat</dt>
          <dd>{typographier(rend)}</dd>
        </div>
      </dl>
      <h3>{exemples.length > 1 ? 'Exemples' : 'Exemple'}</h3>
      <ul>
        {exemples.map((exemple) => (
          <li key={exemple}>
            <code>{exemple}</code>
          </li>
        ))}
      </ul>
      {!volet.lectureSeule && formule !== null && (
        <DefaultButton
          text="Insérer"
          ariaLabel={`Insérer ${nom} dans la cellule sélectionnée`}
          allowDisabledFocus
          disabled={etat.travail !== null}
          onClick={() => void volet.inserer(formule)}
        />
      )}
      {formule !== null && (
        <p className="discret">
          {typographier('Insère : ')}
          <code>{formule.replaceAll(',', ';')}</code>
        </p>
      )}
      {formule === null && <p className="discret">Il faut un tableau dans le classeur pour l’insérer.</p>}
    </details>
  );
}
