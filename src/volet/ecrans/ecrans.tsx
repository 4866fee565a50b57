import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import { useEffect, useSyncExternalStore } from 'react';
import { FournirFiches } from './commune';
import { EcranControle } from './controle';
import { EtatDuTravail } from './etat-du-travail';
import { Onglets } from './onglets';
import { THEMES, variablesDe, type NomDeTheme } from './themes';
import { FournirOutils, useEtat, useVolet, type Outils } from './outils';

/** D'où vient le thème, et comment suivre ses changements. */
export interface SourceDeTheme {
  readonly actuel: () => NomDeTheme;
  readonly abonner: (rappel: () => void) => () => void;
}

/** Le volet entier. */
export function Ecrans({ outils, theme }: { readonly outils: Outils; readonly theme: SourceDeTheme }) {
  const nom = useSyncExternalStore(theme.abonner, theme.actuel);
  return (
    <ThemeProvider theme={THEMES[nom]} applyTo="body" className="volet" style={variablesDe(nom)}>
      <FournirOutils value={outils}>
        <FournirFiches>
          <Page />
        </FournirFiches>
      </FournirOutils>
    </ThemeProvider>
  );
}

function Page() {
  const volet = useVolet();
  const { lu, travail } = useEtat();
  useEffect(() => void volet.controler(), [volet]);
  return (
    <>
      <h1 className="hors-ecran">Mutualisation SRU</h1>
      <EtatDuTravail />
      {lu ? <Onglets /> : !travail && <EcranControle />}
    </>
  );
}
