import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { retirer, type PlaceDeReponse } from '../etat/reponses';
import { useEtat, useVolet } from './outils';

/** Retire une réponse gardée. */
export function Revenir({ place, quoi }: { readonly place: PlaceDeReponse; readonly quoi: string }) {
  const volet = useVolet();
  const { reglages } = useEtat();
  return (
    <DefaultButton
      text="Revenir à ce qui est lu"
      ariaLabel={`Revenir à ce qui est lu : ${quoi}`}
      onClick={() => void volet.regler(retirer(reglages, place))}
    />
  );
}
