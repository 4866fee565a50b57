import { Dropdown, type IDropdownOption } from 'office-ui-fabric-react/lib/Dropdown';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { typographier } from '../../nombres';
import { COLONNES, NOMS, type Colonne } from '../../tableau';
import { entetesDe, nommer, type EnteteDuTableau, type Sort } from '../etat/colonnes';
import type { TableauControle } from '../etat/controles';
import { ChoixDuTableau } from './choix-du-tableau';
import { useEtat, useVolet } from './outils';

const SORTS: Readonly<Record<Sort, readonly [titre: string, explication: string]>> = {
  ambiguë: ['À trancher', 'Plusieurs colonnes ont le même sens : choisissez-en une, ou précisez la période.'],
  ignorée: ['Non utilisées', 'Leur en-tête n’est pas reconnu, ou leur sens ne sert pas au contrôle.'],
  écartée: ['Écartées', 'Elles répètent une colonne, ou portent sur une autre période.'],
  'à la main': ['Nommées à la main', 'Gardées pour ce classeur.'],
  reconnue: ['Reconnues', 'Reconnues à leur en-tête.'],
};

/** L'écran « Colonnes » : ce que le contrôle lit, et de quoi le corriger. */
export function EcranColonnes() {
  return (
    <>
      <p>Le contrôle reconnaît les colonnes à leur en-tête. Si un sens est faux ou manque, choisissez-le ici.</p>
      <ChoixDuTableau>{(trouve) => <Entetes trouve={trouve} />}</ChoixDuTableau>
    </>
  );
}

function Entetes({ trouve }: { readonly trouve: TableauControle }) {
  const { reglages } = useEtat();
  const entetes = entetesDe(trouve, reglages);
  return (Object.keys(SORTS) as Sort[]).map((sort) => {
    const groupe = entetes.filter((e) => e.sort === sort);
    if (groupe.length === 0) return null;
    const [titre, explication] = SORTS[sort];
    return (
      <section key={sort} className="groupe">
        <h2>{`${titre} (${groupe.length})`}</h2>
        <p className="discret">{typographier(explication)}</p>
        {groupe.map((entete) => (
          <UnEntete key={entete.cellule} entete={entete} feuille={trouve.feuille.id} />
        ))}
      </section>
    );
  });
}

const AUTOMATIQUE = 'automatique';
const nomDe = (colonne: Colonne): string => {
  const nom = NOMS[colonne].replace(/^(?:les? |la |l’)/, '');
  return nom.charAt(0).toLocaleUpperCase('fr') + nom.slice(1);
};
const SENS: readonly IDropdownOption[] = COLONNES.map((key) => ({ key, text: nomDe(key) }));

function UnEntete({ entete, feuille }: { readonly entete: EnteteDuTableau; readonly feuille: string }) {
  const volet = useVolet();
  const { colonnes } = useEtat().reglages;
  const { cle, texte, cellule, colonne, sort } = entete;
  const reconnu =
    colonne && sort !== 'à la main' ? typographier(`Reconnu : ${nomDe(colonne)}`) : 'Reconnaître automatiquement';
  const options: IDropdownOption[] = [
    { key: AUTOMATIQUE, text: sort === 'ignorée' ? 'Non utilisée' : reconnu },
    ...SENS,
  ];
  return (
    <div className="champ">
      <p className="lieu">
        <strong id={`entete-${cellule}`}>{texte}</strong>
        <Link
          onClick={() => void volet.allerA({ feuille, adresse: cellule })}
          aria-label={`Aller à la cellule ${cellule}`}
        >
          {cellule}
        </Link>
      </p>
      <Dropdown
        ariaLabel={typographier(`Sens de « ${texte} »`)}
        selectedKey={colonnes[cle] ?? AUTOMATIQUE}
        options={options}
        onChange={(_, option) => {
          const choix = COLONNES.find((c) => c === option?.key) ?? null;
          void volet.regler({ colonnes: nommer(colonnes, cle, choix) });
        }}
      />
    </div>
  );
}
