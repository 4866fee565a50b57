import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { typographier } from '../../nombres';
import { adressePlage } from '../../tableau';
import { colonnesCalculees } from '../etat/colonnes-calculees';
import { tableauChoisi } from '../etat/etat';
import { AIDE, formuleAInserer, type AideDeFonction } from '../etat/formules';
import { ChoixDuTableau } from './choix-du-tableau';
import { useEtat, useVolet } from './outils';

/** L'écran « Formules » : les colonnes calculées en un clic, puis chaque fonction et son aide. */
export function EcranFormules() {
  const { lectureSeule } = useVolet();
  return (
    <>
      {!lectureSeule && <ColonnesEnUnClic />}
      <section className="groupe">
        <h2>Les fonctions</h2>
        {!lectureSeule && (
          <p className="discret">
            {typographier('« Insérer » écrit la formule dans la cellule sélectionnée, si elle est vide.')}
          </p>
        )}
        {AIDE.map((fonction) => (
          <UneFonction key={fonction.nom} fonction={fonction} />
        ))}
      </section>
    </>
  );
}

function ColonnesEnUnClic() {
  const volet = useVolet();
  const { reglages, travail } = useEtat();
  return (
    <section className="groupe">
      <h2>Colonnes calculées</h2>
      <ChoixDuTableau>
        {(trouve) => {
          const colonnes = colonnesCalculees(trouve, reglages);
          if (!colonnes)
            return (
              <p>
                {typographier(
                  'Il faut au tableau les colonnes résidences principales, logements sociaux et taux cible (écran « Contrôle », « Ce qui a été lu »).',
                )}
              </p>
            );
          return (
            <>
              <p>
                {typographier(
                  `${colonnes.entetes.join(', ')} : une formule par commune, en ${adressePlage(colonnes.plage)} de « ${trouve.feuille.nom} », où rien n’est écrit.`,
                )}
              </p>
              <PrimaryButton
                text="Insérer les colonnes"
                allowDisabledFocus
                disabled={travail !== null}
                onClick={() => void volet.insererColonnes(colonnes.feuille, colonnes.plage, colonnes.cellules)}
              />
            </>
          );
        }}
      </ChoixDuTableau>
    </section>
  );
}

function UneFonction({ fonction }: { readonly fonction: AideDeFonction }) {
  const volet = useVolet();
  const etat = useEtat();
  const { nom, description, parametres, rend, exemples } = fonction;
  const formule = formuleAInserer(fonction, tableauChoisi(etat), etat.reglages);
  const signature = parametres.map((p) => (p.facultatif ? `[${p.nom}]` : p.nom)).join('; ');
  return (
    <details className="fonction">
      <summary>
        <code>{nom}</code>
      </summary>
      <p>{typographier(description)}</p>
      <p>
        <code>{`=${nom}(${signature})`}</code>
      </p>
      <dl>
        {parametres.map((p) => (
          <div key={p.nom}>
            <dt>
              <code>{p.nom}</code>
              {p.facultatif && ' (facultatif)'}
            </dt>
            <dd>{typographier(p.description)}</dd>
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
