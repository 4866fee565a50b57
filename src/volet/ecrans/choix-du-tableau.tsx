import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { typographier } from '../../nombres';
import { verdictEnTitre } from '../../rapport/presentation';
import { adressePlage } from '../../tableau';
import { controleDe, type TableauControle } from '../etat/controles';
import { tableauChoisi, tableauxDe } from '../etat/etat';
import { useEtat, useVolet } from './outils';

interface Props {
  /** Les tableaux que l'écran concerne ; tous, s'il n'est pas donné. */
  readonly parmi?: (trouve: TableauControle) => boolean;
  readonly children: (trouve: TableauControle) => React.ReactNode;
}

/** Le tableau regardé, et de quoi en changer s'il y en a plusieurs. */
export function ChoixDuTableau({ parmi = () => true, children }: Props) {
  const volet = useVolet();
  const etat = useEtat();
  const tableaux = tableauxDe(etat).filter(parmi);
  const regarde = tableauChoisi(etat);
  const choisi = tableaux.find((t) => t === regarde) ?? tableaux[0];
  if (!choisi) return <p>Aucun tableau de communes n’a été trouvé dans ce classeur.</p>;
  return (
    <>
      {tableaux.length > 1 && (
        <Dropdown
          label="Tableau"
          selectedKey={choisi.cle}
          options={tableaux.map((t) => ({ key: t.cle, text: nomDuTableau(t) }))}
          onChange={(_, option) => option && volet.choisir(String(option.key))}
        />
      )}
      {children(choisi)}
    </>
  );
}

function nomDuTableau(trouve: TableauControle): string {
  const controle = controleDe(trouve);
  const verdict = controle ? ` : ${verdictEnTitre(controle).toLocaleLowerCase('fr')}` : '';
  return typographier(`${trouve.feuille.nom}, ${adressePlage(trouve.tableau.plage)}${verdict}`);
}
