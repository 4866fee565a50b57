import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { tableauxDe } from '../etat/etat';
import { EcranAPropos } from './a-propos';
import { Accueil } from './accueil';
import { EcranColonnes } from './colonnes';
import { EcranContexte } from './contexte';
import { EcranControle } from './controle';
import { EcranFormules } from './formules';
import { useEtat } from './outils';
import { EcranScenarios } from './scenarios';
import { EcranTableau } from './tableau';

const ECRANS = [
  ['Contrôle', ControleOuAccueil],
  ['Tableau', EcranTableau],
  ['Scénarios', EcranScenarios],
  ['Colonnes', EcranColonnes],
  ['Contexte', EcranContexte],
  ['Formules', EcranFormules],
  ['À propos', EcranAPropos],
] as const;

/** Les écrans du volet ; ce qui ne tient pas en largeur passe dans un menu. */
export function Onglets() {
  return (
    <Pivot aria-label="Écrans" overflowBehavior="menu" overflowAriaLabel="Autres écrans" className="onglets">
      {ECRANS.map(([nom, Ecran]) => (
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
