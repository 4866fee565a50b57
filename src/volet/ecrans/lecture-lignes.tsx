import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ecrire, typographier } from '../../nombres';
import type { SortDeLigne } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import { lignesDuTableau, type LigneDuTableau } from '../etat/lignes';
import { CheminDeCellule } from './lieu';
import { Liste } from './liste';
import { useEtat, useVolet } from './outils';
import { Repli } from './repli';
import { Revenir } from './revenir';

/** Les lignes sous les en-têtes : celles qu'on compte, celles qu'on laisse, celles dont on doute. */
export function LignesLues({ trouve }: { readonly trouve: TableauControle }) {
  const { reglages } = useEtat();
  const { douteuses, ecartees, communes } = lignesDuTableau(trouve, reglages);
  const groupe = (titre: string, lignes: readonly LigneDuTableau[], sorts: readonly SortDeLigne[], ouvert: boolean) =>
    lignes.length > 0 && (
      <Repli titre={`${titre} (${ecrire(lignes.length)})`} ouvert={ouvert}>
        <Liste elements={lignes} className="lignes">
          {(ligne) => (
            <UneLigne key={`${ligne.feuille}!${ligne.cellule}`} ligne={ligne} sorts={sorts} trouve={trouve} />
          )}
        </Liste>
      </Repli>
    );
  return (
    <>
      {groupe('À trancher', douteuses, ['commune', 'ecartee'], true)}
      {groupe('Laissées de côté', ecartees, ['commune'], true)}
      {groupe('Communes comptées', communes, ['ecartee'], false)}
    </>
  );
}

const GESTES: Readonly<Record<SortDeLigne, string>> = {
  commune: 'Compter cette commune',
  ecartee: 'Écarter cette ligne',
};

interface Props {
  readonly ligne: LigneDuTableau;
  readonly sorts: readonly SortDeLigne[];
  readonly trouve: TableauControle;
}

function UneLigne({ ligne: { cle, libelle, cellule, feuille, motif, precisee }, sorts, trouve }: Props) {
  const volet = useVolet();
  return (
    <li className="champ">
      <p className="lieu">
        <strong>{libelle}</strong>
        <CheminDeCellule trouve={trouve} cellule={cellule} feuille={feuille} quoi={libelle} />
      </p>
      {motif !== null && <p className="discret">{typographier(motif)}</p>}
      <div className="barre">
        {precisee !== null ? (
          <Revenir place={{ champ: 'lignes', cle }} quoi={`ligne ${libelle}`} />
        ) : (
          sorts.map((sort) => (
            <DefaultButton
              key={sort}
              text={GESTES[sort]}
              ariaLabel={`${GESTES[sort]} : ${libelle}`}
              onClick={() => void volet.repondre({ quoi: 'ligne', nom: cle, sort })}
            />
          ))
        )}
      </div>
    </li>
  );
}
