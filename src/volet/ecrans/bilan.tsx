import { Link } from 'office-ui-fabric-react/lib/Link';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { typographier } from '../../nombres';
import type { Bilan as BilanDuGeste } from '../etat/etat';
import { useVolet } from './outils';

/** Ce qu'un geste a fait : chaque formule touchée, chaque cellule laissée avec sa raison. */
export function Bilan({ bilan: { phrase, faites, laissees } }: { readonly bilan: BilanDuGeste }) {
  const volet = useVolet();
  return (
    <MessageBar
      messageBarType={laissees.length > 0 ? MessageBarType.warning : MessageBarType.success}
      isMultiline
      role="status"
      onDismiss={volet.oublier}
      dismissButtonAriaLabel="Fermer"
    >
      {typographier(phrase)}
      {faites.length + laissees.length > 0 && (
        <ul className="touchees">
          {laissees.map(({ emplacement, nomDeFeuille, raison }, i) => (
            <li key={`l${i}`}>
              <Link onClick={() => void volet.allerA(emplacement)}>{`${nomDeFeuille}, ${emplacement.adresse}`}</Link>
              {typographier(` : ${raison}`)}
            </li>
          ))}
          {faites.map(({ emplacement, nomDeFeuille, avant, apres }, i) => (
            <li key={`f${i}`}>
              <Link onClick={() => void volet.allerA(emplacement)}>{`${nomDeFeuille}, ${emplacement.adresse}`}</Link>
              <code>{avant}</code>
              <span className="hors-ecran"> devient </span>
              <code>{apres}</code>
            </li>
          ))}
        </ul>
      )}
    </MessageBar>
  );
}
