import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { verdictEnTitre } from '../../rapport/presentation';
import { adressePlage } from '../../tableau';
import { controleDe, type TableauControle } from '../etat/controles';
import { tableauChoisi, tableauxDe } from '../etat/etat';
import { useEtat, useVolet } from './outils';

/** Le tableau regardé, et de quoi en changer s'il y en a plusieurs. */
export function ChoixDuTableau({ children }: { readonly children: (trouve: TableauControle) => React.ReactNode }) {
  const volet = useVolet();
  const etat = useEtat();
  const choisi = tableauChoisi(etat);
  const tableaux = tableauxDe(etat);
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
  return `${trouve.feuille.nom}, ${adressePlage(trouve.tableau.plage)}${verdict}`;
}
