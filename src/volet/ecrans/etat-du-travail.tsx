import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import { ecrire, typographier } from '../../nombres';
import { tableauxDe, type Travail } from '../etat/etat';
import { annonceDes } from '../etat/resumes';
import { CompteRendu } from './compte-rendu';
import { useEtat, useVolet } from './outils';

/** Ce qui se fait, ce qui vient d'être fait, ce qui a échoué ; et ce qu'un lecteur d'écran entend. */
export function EtatDuTravail() {
  const volet = useVolet();
  const etat = useEtat();
  const { travail, probleme, compteRendu } = etat;
  return (
    <>
      {travail && <Progression travail={travail} />}
      {probleme !== null && (
        <MessageBar
          messageBarType={MessageBarType.error}
          isMultiline
          role="alert"
          onDismiss={volet.oublier}
          dismissButtonAriaLabel="Fermer"
          actions={<DefaultButton text="Réessayer" onClick={() => void volet.reessayer()} />}
        >
          {typographier(probleme)}
        </MessageBar>
      )}
      {compteRendu && <CompteRendu compteRendu={compteRendu} />}
      <p className="hors-ecran" role="status" aria-live="polite">
        {travail ? '' : annonceDes(tableauxDe(etat))}
      </p>
    </>
  );
}

function Progression({ travail: { libelle, fait, total, interruptible } }: { readonly travail: Travail }) {
  const volet = useVolet();
  const avancement =
    total > 0 ? { percentComplete: fait / total, description: `${ecrire(fait)} sur ${ecrire(total)}` } : {};
  return (
    <div className="travail">
      <ProgressIndicator label={libelle} ariaLabel={libelle} {...avancement} />
      {interruptible && <DefaultButton text="Interrompre" onClick={volet.interrompre} />}
    </div>
  );
}
