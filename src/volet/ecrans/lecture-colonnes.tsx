import { Dropdown, type IDropdownOption } from 'office-ui-fabric-react/lib/Dropdown';
import { typographier } from '../../nombres';
import { NOMS, NOMS_PUBLICS, type Colonne, type SensDeColonne } from '../../tableau';
import { colonnesDe, type ColonneDuTableau, type Sort } from '../etat/colonnes';
import type { TableauControle } from '../etat/controles';
import { retirer } from '../etat/reponses';
import { CheminDeCellule } from './lieu';
import { useEtat, useVolet } from './outils';
import { Repli } from './repli';
import { Revenir } from './revenir';

const SORTS: Readonly<Record<Sort, readonly [titre: string, explication: string]>> = {
  'à trancher': ['À trancher', 'Plusieurs colonnes ont le même sens : choisissez-en une, ou précisez la période.'],
  'non comprise': ['Non comprises', 'Elles pourraient changer le verdict : dites ce qu’elles contiennent.'],
  lue: ['Lues', ''],
  laissée: ['Laissées de côté', 'Sans effet sur le contrôle, répétées, ou d’une autre période.'],
};

/** Les colonnes d'un tableau, par sort ; un menu en change le sens. */
export function ColonnesLues({ trouve }: { readonly trouve: TableauControle }) {
  const { reglages } = useEtat();
  const colonnes = colonnesDe(trouve, reglages);
  return (Object.keys(SORTS) as Sort[]).map((sort) => {
    const groupe = colonnes.filter((c) => c.sort === sort);
    if (groupe.length === 0) return null;
    const [titre, explication] = SORTS[sort];
    return (
      <Repli key={sort} titre={`${titre} (${groupe.length})`} ouvert={sort !== 'laissée'}>
        {explication && <p className="discret">{typographier(explication)}</p>}
        {groupe.map((colonne) => (
          <UneColonne key={colonne.cellule} colonne={colonne} trouve={trouve} />
        ))}
      </Repli>
    );
  });
}

const LUE = 'lue';
const SANS_EFFET: SensDeColonne = 'sans effet';
const nomDe = (colonne: Colonne): string => {
  const nom = NOMS[colonne].replace(/^(?:les? |la |l’)/, '');
  return nom.charAt(0).toLocaleUpperCase('fr') + nom.slice(1);
};
const SENS: readonly IDropdownOption[] = [
  { key: SANS_EFFET, text: 'Rien qui compte' },
  ...NOMS_PUBLICS.map((key) => ({ key, text: nomDe(key) })),
];

function UneColonne({ colonne, trouve }: { readonly colonne: ColonneDuTableau; readonly trouve: TableauControle }) {
  const volet = useVolet();
  const { reglages } = useEtat();
  const { cle, texte, cellule, precisee } = colonne;
  return (
    <div className="champ">
      <p className="lieu">
        <strong>{texte}</strong>
        <CheminDeCellule trouve={trouve} cellule={cellule} quoi={texte} />
      </p>
      <Dropdown
        ariaLabel={typographier(`Sens de « ${texte} »`)}
        selectedKey={precisee ?? LUE}
        options={[{ key: LUE, text: typographier(lectureDe(colonne)) }, ...SENS]}
        onChange={(_, option) => {
          const choix = [SANS_EFFET, ...NOMS_PUBLICS].find((c) => c === option?.key);
          if (choix) void volet.repondre({ quoi: 'colonne', entete: cle, colonne: choix });
          else void volet.regler(retirer(reglages, { champ: 'colonnes', cle }));
        }}
      />
      {precisee !== null && <Revenir place={{ champ: 'colonnes', cle }} quoi={`colonne ${texte}`} />}
    </div>
  );
}

/** Ce que l'en-tête dit sans l'agent. */
function lectureDe({ colonne, sort, motif, precisee }: ColonneDuTableau): string {
  if (precisee !== null) return 'Lire à son en-tête';
  const nom = colonne === null ? '' : ` : ${nomDe(colonne)}`;
  switch (sort) {
    case 'à trancher':
      return `À trancher${nom}`;
    case 'non comprise':
      return colonne === null ? 'Non comprise' : `Écartée${nom}`;
    case 'lue':
      return colonne === null ? '' : nomDe(colonne);
    case 'laissée':
      return motif === 'non comprise' || motif === 'sans effet'
        ? 'Sans effet'
        : `${motif === 'répétée' ? 'Répétée' : 'Autre période'}${nom}`;
  }
}
