import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { typographier } from '../nombres';
import { Ecrans, type SourceDeTheme } from '../volet/ecrans/ecrans';
import { THEMES, variablesDe } from '../volet/ecrans/themes';
import { telecharger } from '../volet/telecharger';
import { Apercu } from './apercu';
import { Depot, useDepotPartout } from './depot';
import { ajouter, controlerTour, ouvrirFichier, type Fichier, type Vue } from './fichiers';
import { Liste } from './liste';
import { Preparation } from './preparation';
import { Presentation } from './presentation';
import { Telechargements } from './telechargements';
import { LICENCES } from './un-fichier';

export interface ProprietesDePage {
  readonly theme: SourceDeTheme;
  readonly aujourdhui: () => Date;
  /** Vrai quand la page est entière sur le poste. */
  readonly horsLigne: Promise<boolean>;
}

/** La page sans Excel : les fichiers déposés, et pour celui qu'on regarde les écrans du volet. */
export function Page({ theme, aujourdhui, horsLigne }: ProprietesDePage) {
  const nom = useSyncExternalStore(theme.abonner, theme.actuel);
  const [fichiers, poser] = useState<readonly Fichier[]>([]);
  const [numero, choisir] = useState(0);
  const [vue, montrer] = useState<Vue | null>(null);
  const choisi = fichiers.find((f) => f.numero === numero) ?? fichiers[0];

  const deposer = useCallback((sources: readonly File[]) => {
    const neufs = sources.map((source) => ouvrirFichier(source, montrer));
    if (neufs.length === 0) return;
    poser((presents) => ajouter(presents, neufs));
    choisir(neufs[0]!.numero);
    void controlerTour(neufs);
  }, []);
  const survol = useDepotPartout(deposer);

  return (
    <ThemeProvider theme={THEMES[nom]} applyTo="body" className="volet page" style={variablesDe(nom)}>
      <aside className={choisi ? 'fichiers' : 'accueil'} aria-label="Fichiers">
        {!choisi && (
          <>
            <h1>Contrôler un classeur sans Excel</h1>
            <p>
              {typographier(
                'Objectifs de rattrapage SRU et contrats de mixité sociale : le contrôle du complément, pour un poste qui n’a que LibreOffice.',
              )}
            </p>
          </>
        )}
        <Depot deposer={deposer} survol={survol} />
        {choisi && (
          <Liste
            fichiers={fichiers}
            choisi={choisi}
            choisir={choisir}
            retirer={(retire) => poser((presents) => presents.filter((f) => f !== retire))}
          />
        )}
        <Preparation aujourdhui={aujourdhui} />
        <Presentation horsLigne={horsLigne} />
      </aside>
      {choisi && (
        <section className="controle" aria-label={choisi.nom}>
          <Telechargements key={choisi.numero} fichier={choisi} aujourdhui={aujourdhui} />
          <Ecrans
            key={`ecrans-${choisi.numero}`}
            outils={{
              volet: choisi.volet,
              aujourdhui,
              licences: LICENCES,
              enregistrement: { classeur: choisi.nom, enregistrer: telecharger },
            }}
            theme={theme}
          />
        </section>
      )}
      {vue && <Apercu vue={vue} fermer={() => montrer(null)} />}
    </ThemeProvider>
  );
}
