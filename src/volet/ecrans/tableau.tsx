import { lazy, Suspense, type ReactElement } from 'react';
import { typographier } from '../../nombres';
import { colonnesPresentees, phraseDesTotaux, rangees, selonLaNature, type ParNature } from '../../rapport/natures';
import { phraseDuRefus, estRefus } from '../../regles';
import type { Controle } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import { ChoixDuTableau } from './choix-du-tableau';
import { NomDeCommune } from './commune';
import { Table } from './table';

const Graphique = lazy(async () => {
  const { Graphique: charge } = await import(/* webpackChunkName: "graphique" */ './graphique');
  return { default: charge };
});
const ChiffresDeLInventaire = lazy(async () => {
  const { ChiffresDeLInventaire: charge } = await import(/* webpackChunkName: "inventaire" */ './inventaire');
  return { default: charge };
});
const COMMUNES_DU_GRAPHIQUE = 60;

/** L'écran « Tableau » : les communes en chiffres, et le graphique. */
export function EcranTableau() {
  return (
    <ChoixDuTableau>
      {({ resultat, feuille }) =>
        estRefus(resultat) ? <p>{typographier(phraseDuRefus(resultat))}</p> : selonLaNature(ECRANS, resultat, feuille)
      }
    </ChoixDuTableau>
  );
}

/** Ce que l'écran montre de chaque nature. */
const ECRANS: ParNature<ReactElement, [TableauControle['feuille']]> = {
  objectifs: (controle, feuille) => <Chiffres controle={controle} feuille={feuille} />,
  inventaire: (controle) => (
    <Suspense fallback={<p className="discret">Chargement de l’inventaire…</p>}>
      <ChiffresDeLInventaire controle={controle} />
    </Suspense>
  ),
  bilan: (controle, feuille) => <Chiffres controle={controle} feuille={feuille} />,
  rien: (controle) => <h2>{typographier(phraseDesTotaux(controle))}</h2>,
};

function Chiffres({
  controle,
  feuille,
}: {
  readonly controle: Controle;
  readonly feuille: TableauControle['feuille'];
}) {
  const droit = controle.contexte.droit;
  const toutes = rangees(controle, droit);
  const [lignes, total] = [toutes.slice(0, -1), toutes.at(-1)!];
  const communes = controle.tableau.lignes;
  return (
    <>
      <h2>{typographier(phraseDesTotaux(controle) || `Feuille « ${feuille.nom} »`)}</h2>
      {controle.nature === 'objectifs' && communes.length <= COMMUNES_DU_GRAPHIQUE && (
        <Suspense fallback={<p className="discret">Chargement du graphique…</p>}>
          <Graphique controle={controle} droit={droit} />
        </Suspense>
      )}
      <Table
        table={{ titre: 'Communes du tableau', entetes: colonnesPresentees(controle), rangees: lignes }}
        nommer={(_, i) => <NomDeCommune ligne={communes[i]!} />}
        pied={total}
        quoi="communes"
      />
      <p className="discret">
        {typographier(
          'Manquants et planchers, pris avant arrondi, à l’entier supérieur. Un point d’interrogation : le tableau ne permet pas de le calculer.',
        )}
      </p>
    </>
  );
}
