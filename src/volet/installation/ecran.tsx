import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { useState } from 'react';
import type { Suivi } from '../../classeur/classeur';
import { typographier } from '../../nombres';
import { jourIso } from '../../rapport/jour';
import { dire } from '../etat/comptes-rendus';
import { useEtat, useOutils, useVolet } from '../ecrans/outils';
import { bilanDe, compteRenduDe } from './compte-rendu';
import { Copier } from './copier';
import { POINTS } from './points';
import { TableDesPoints } from './table';
import { verifierInstallation, type Resultat } from './verifier';

const ACCORD =
  'Le complément va créer une feuille provisoire neuve, y essayer ce qu’il attend d’Excel, puis la retirer. Rien d’autre du classeur n’est touché ; Excel peut seulement en oublier les gestes à annuler (Ctrl+Z). Comptez une demi-minute, sans rien saisir.';

/** L'essai de l'installation : l'accord de l'agent, puis la table de ce qui a été trouvé. */
export function EcranInstallation() {
  const volet = useVolet();
  const { aujourdhui } = useOutils();
  const { travail } = useEtat();
  const [enCours, noter] = useState(false);
  const [resultats, montrer] = useState<readonly Resultat[] | null>(null);
  const lancer = () => {
    noter(true);
    const faire = async (suivi: Suivi) => {
      const trouves = await verifierInstallation(POINTS, suivi);
      montrer(trouves);
      noter(false);
      const { verdict, trouve } = trouves.at(-1)!;
      const reste = verdict === 'conforme' ? [] : [{ emplacement: null, nomDeFeuille: '', raison: trouve }];
      return dire(`Installation vérifiée : ${bilanDe(trouves)}.`, reste);
    };
    return volet.preparer('Vérification de l’installation…', faire, { interruptible: true });
  };
  return (
    <>
      <p>{typographier(ACCORD)}</p>
      <PrimaryButton
        text={resultats ? 'Recommencer' : 'Lancer la vérification'}
        allowDisabledFocus
        disabled={travail !== null || enCours}
        onClick={() => void lancer()}
      />
      {resultats && (
        <>
          <p>
            <strong>{bilanDe(resultats)}</strong>
          </p>
          <Copier texte={compteRenduDe(resultats, jourIso(aujourdhui()))} />
          <TableDesPoints resultats={resultats} />
        </>
      )}
    </>
  );
}
