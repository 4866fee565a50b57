import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { EcranControle } from './controle';

/** Les écrans du volet ; ce qui ne tient pas en largeur passe dans un menu. */
export function Onglets() {
  return (
    <Pivot aria-label="Écrans" overflowBehavior="menu" overflowAriaLabel="Autres écrans">
      <PivotItem headerText="Contrôle" itemKey="controle">
        <div className="ecran">
          <EcranControle />
        </div>
      </PivotItem>
    </Pivot>
  );
}
