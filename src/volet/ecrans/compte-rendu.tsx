import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import type { Emplacement, Laissee } from '../../classeur/classeur';
import { typographier } from '../../nombres';
import type { Annulation, CompteRendu as Compte } from '../etat/etat';
import { Liste } from './liste';
import { useEtat, useVolet } from './outils';

/** Ce qu'un geste a fait : chaque formule touchée, chaque cellule laissée avec sa raison, et de quoi le défaire. */
export function CompteRendu({ compteRendu }: { readonly compteRendu: Compte }) {
  const { phrase, faites, laissees, annulation } = compteRendu;
  const volet = useVolet();
  const { travail } = useEtat();
  const annuler = (geste: Annulation) =>
    geste === 'retirerColonnes' ? volet.retirerColonnes() : volet.corrigerFormules(geste);
  return (
    <MessageBar
      messageBarType={laissees.length > 0 ? MessageBarType.warning : MessageBarType.success}
      isMultiline
      role="status"
      onDismiss={volet.oublier}
      dismissButtonAriaLabel="Fermer"
      {...(annulation && {
        actions: (
          <DefaultButton
            text="Annuler"
            allowDisabledFocus
            disabled={travail !== null}
            onClick={() => void annuler(annulation)}
          />
        ),
      })}
    >
      {typographier(phrase)}
      {laissees.length > 0 && (
        <ul className="touchees">
          {parRaison(laissees).map(([raison, cellules]) => (
            <li key={raison}>
              {typographier(raison)}
              <Liste elements={cellules} className="cellules">
                {(laissee, i) => (
                  <li key={i}>
                    <Cellule {...laissee} />
                    {laissee.formule !== undefined && <code>{laissee.formule}</code>}
                  </li>
                )}
              </Liste>
            </li>
          ))}
        </ul>
      )}
      {faites.length > 0 && (
        <details>
          <summary>{faites.length === 1 ? 'Laquelle' : 'Lesquelles'}</summary>
          <Liste elements={faites} className="touchees">
            {(faite, i) => (
              <li key={i}>
                <Cellule {...faite} />
                <code>{faite.avant}</code>
                <span className="hors-ecran"> devient </span>
                <code>{faite.apres}</code>
              </li>
            )}
          </Liste>
        </details>
      )}
    </MessageBar>
  );
}

/** Une raison est dite une fois, pour toutes ses cellules. */
function parRaison(laissees: readonly Laissee[]): [string, Laissee[]][] {
  const groupes = new Map<string, Laissee[]>();
  for (const laissee of laissees) {
    const groupe = groupes.get(laissee.raison);
    if (groupe) groupe.push(laissee);
    else groupes.set(laissee.raison, [laissee]);
  }
  return [...groupes];
}

function Cellule(touchee: { readonly emplacement: Emplacement | null; readonly nomDeFeuille: string }) {
  const volet = useVolet();
  const { emplacement, nomDeFeuille } = touchee;
  if (!emplacement) return null;
  return <Link onClick={() => void volet.allerA(emplacement)}>{`${nomDeFeuille}, ${emplacement.adresse}`}</Link>;
}
