import { Link } from 'office-ui-fabric-react/lib/Link';
import { createContext, lazy, Suspense, useContext, useState } from 'react';
import type { Ligne } from '../../tableau';
import type { PlaceDeCommune } from '../etat/fiche';

const Fiche = lazy(async () => {
  const { Fiche: chargee } = await import(/* webpackChunkName: "fiche" */ './fiche');
  return { default: chargee };
});

const Ouvrir = createContext<(place: PlaceDeCommune) => void>(() => undefined);

/** De quoi ouvrir, de partout, la fiche d'une commune ; elle se charge alors. */
export function FournirFiches({ children }: { readonly children: React.ReactNode }) {
  const [place, montrer] = useState<PlaceDeCommune | null>(null);
  return (
    <Ouvrir value={montrer}>
      {children}
      {place && (
        <Suspense>
          <Fiche place={place} fermer={() => montrer(null)} />
        </Suspense>
      )}
    </Ouvrir>
  );
}

interface Props {
  readonly ligne: Pick<Ligne, 'nom' | 'feuille' | 'cellule'>;
}

/** Le nom d'une commune, qui ouvre sa fiche. */
export function NomDeCommune({ ligne: { nom, feuille, cellule } }: Props) {
  const ouvrir = useContext(Ouvrir);
  return (
    <Link aria-haspopup="dialog" onClick={() => ouvrir({ feuille: feuille('commune'), cellule: cellule('commune') })}>
      {nom}
    </Link>
  );
}
