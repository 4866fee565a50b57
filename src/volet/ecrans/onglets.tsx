import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { lazy, Suspense } from 'react';
import { porteDesComptes, porteUnBilan } from '../../tableau';
import { controleDe, type TableauControle } from '../etat/controles';
import { tableauxDe } from '../etat/etat';
import { EcranAPropos } from './a-propos';
import { Accueil } from './accueil';
import { EcranContexte } from './contexte';
import { EcranControle } from './controle';
import { EcranFormules } from './formules';
import { useEtat, useVolet } from './outils';
import { EcranPreparation } from './preparation';
import { EcranTableau } from './tableau';

/** Un écran qu'on n'ouvre pas d'abord : il arrive avec son onglet. */
function differe(charger: () => Promise<React.ComponentType>): () => React.ReactNode {
  const Ecran = lazy(async () => ({ default: await charger() }));
  return () => (
    <Suspense fallback={<p className="discret">Chargement…</p>}>
      <Ecran />
    </Suspense>
  );
}

/** Un écran, et les tableaux sans lesquels il n'aurait rien à montrer. */
type Ecran = readonly [nom: string, ecran: () => React.ReactNode, demande?: (trouve: TableauControle) => boolean];
/** Écrit dans le classeur : rien à montrer d'un fichier qu'on ne fait que lire. */
const ECRIT = 'Préparer';

const ECRANS: readonly Ecran[] = [
  ['Contrôle', ControleOuAccueil],
  ['Tableau', EcranTableau],
  [
    'Portrait',
    differe(async () => (await import(/* webpackChunkName: "portrait" */ './portrait')).EcranPortrait),
    (t) => controleDe(t) !== null,
  ],
  ['Scénarios', differe(async () => (await import(/* webpackChunkName: "scenarios" */ './scenarios')).EcranScenarios)],
  [
    'Bilan',
    differe(async () => (await import(/* webpackChunkName: "bilan" */ './bilan-triennal')).EcranBilanTriennal),
    ({ tableau }) => porteUnBilan(tableau),
  ],
  [
    'Prélèvement',
    differe(async () => (await import(/* webpackChunkName: "bilan" */ './prelevement')).EcranPrelevement),
    ({ tableau }) => porteDesComptes(tableau),
  ],
  [ECRIT, EcranPreparation],
  ['Contexte', EcranContexte],
  ['Formules', EcranFormules],
  ['À propos', EcranAPropos],
];

/** Les écrans du volet ; ce qui ne tient pas en largeur passe dans un menu. */
export function Onglets() {
  const { lectureSeule } = useVolet();
  const tableaux = tableauxDe(useEtat());
  const montres = ECRANS.filter(
    ([nom, , demande]) => (!demande || tableaux.some(demande)) && !(lectureSeule && nom === ECRIT),
  );
  return (
    <Pivot aria-label="Écrans" overflowBehavior="menu" overflowAriaLabel="Autres écrans" className="onglets">
      {montres.map(([nom, Ecran]) => (
        <PivotItem key={nom} headerText={nom} itemKey={nom}>
          <div className="ecran">
            <Ecran />
          </div>
        </PivotItem>
      ))}
    </Pivot>
  );
}

function ControleOuAccueil() {
  const etat = useEtat();
  return tableauxDe(etat).length === 0 ? (
    <div className="ecran-vide">
      <EcranControle />
      <Accueil />
    </div>
  ) : (
    <EcranControle />
  );
}
