import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useState, type ComponentType } from 'react';
import { typographier } from '../../nombres';

/** « Vérifier cette installation » : ce qu'il faut pour l'essayer n'arrive qu'à la demande. */
export function VerifierInstallation({ charger }: { readonly charger: () => Promise<ComponentType> }) {
  const [Ecran, montrer] = useState<ComponentType | null>(null);
  const [echec, noter] = useState(false);
  const ouvrir = async () => {
    noter(false);
    try {
      const charge = await charger();
      montrer(() => charge);
    } catch {
      noter(true);
    }
  };
  return (
    <section className="groupe">
      <h2>Vérifier cette installation</h2>
      {Ecran ? (
        <Ecran />
      ) : (
        <>
          <p>
            {typographier(
              'Essaie dans cet Excel ce que le complément en attend, et en fait un compte rendu à envoyer.',
            )}
          </p>
          <DefaultButton text="Vérifier cette installation" onClick={() => void ouvrir()} />
        </>
      )}
      {echec && (
        <p role="alert">{typographier('L’essai n’a pas pu se charger : vérifiez la connexion, puis recommencez.')}</p>
      )}
    </section>
  );
}
