import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ecrire, typographier } from '../../nombres';
import { normaliser, type TexteDeFeuille } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import { CheminDeCellule } from './lieu';
import { Liste } from './liste';
import { useVolet } from './outils';
import { Repli } from './repli';

/** Les textes autour d'un tableau dont on ne tire rien : ceux qu'on ne comprend pas, ceux qui ne changent rien. */
export function TextesLus({ trouve }: { readonly trouve: TableauControle }) {
  const nonCompris = trouve.contexte.lecture?.nonCompris ?? [];
  const { sansEffet } = trouve.tableau.alentours;
  const groupe = (titre: string, textes: readonly TexteDeFeuille[], ouvert: boolean) =>
    textes.length > 0 && (
      <Repli titre={`${titre} (${ecrire(textes.length)})`} ouvert={ouvert}>
        <Liste elements={textes} className="lignes">
          {(texte, i) => <UnTexte key={i} dit={texte} trouve={trouve} corrigeable={textes === nonCompris} />}
        </Liste>
      </Repli>
    );
  return (
    <>
      {groupe('Non compris', nonCompris, true)}
      {groupe('Sans effet', sansEffet, false)}
    </>
  );
}

interface Props {
  readonly dit: TexteDeFeuille;
  readonly trouve: TableauControle;
  readonly corrigeable: boolean;
}

function UnTexte({ dit: { texte, cellule, motif }, trouve, corrigeable }: Props) {
  const volet = useVolet();
  return (
    <li className="champ">
      <p className="lieu">
        <span>{typographier(`« ${texte} »`)}</span>
        {cellule && <CheminDeCellule trouve={trouve} cellule={cellule} quoi={texte} />}
      </p>
      <p className="discret">{typographier(motif)}</p>
      {corrigeable && (
        <div className="barre">
          <DefaultButton
            text="Sans effet"
            ariaLabel={`Sans effet : ${texte}`}
            onClick={() => void volet.repondre({ quoi: 'texte', texte: normaliser(texte), sort: 'sans effet' })}
          />
        </div>
      )}
    </li>
  );
}
