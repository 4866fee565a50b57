import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import { ecrire, typographier } from '../../nombres';
import { verdictEnTitre } from '../../rapport/presentation';
import { controleDe } from '../etat/controles';
import { tableauxDe, type Etat, type Travail } from '../etat/etat';
import { Bilan } from './bilan';
import { resumeDe } from './carte-de-tableau';
import { useEtat, useVolet } from './outils';

/** Ce qui se fait, ce qui vient d'être fait, ce qui a échoué ; et ce qu'un lecteur d'écran entend. */
export function EtatDuTravail() {
  const volet = useVolet();
  const etat = useEtat();
  const { travail, probleme, bilan } = etat;
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
      {bilan && <Bilan bilan={bilan} />}
      <p className="hors-ecran" role="status" aria-live="polite">
        {annonceDe(etat)}
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

/** Les verdicts en une phrase : elle ne change, et ne se dit, que s'ils changent. */
function annonceDe(etat: Etat): string {
  if (etat.travail) return '';
  return tableauxDe(etat)
    .flatMap((t) => {
      const controle = controleDe(t);
      return controle
        ? [`${t.feuille.nom} : ${verdictEnTitre(controle).toLocaleLowerCase('fr')}, ${resumeDe(controle)}.`]
        : [];
    })
    .join(' ');
}
