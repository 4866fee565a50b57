import { lazy, Suspense, type ReactElement } from 'react';
import { ecrire, typographier } from '../../nombres';
import { colonnesPresentees, phraseDesTotaux, rangees, selonLaNature, type ParNature } from '../../rapport/natures';
import { phraseDuRefus, estRefus } from '../../regles';
import type { Controle } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import { ChoixDuTableau } from './choix-du-tableau';
import { NomDeCommune } from './commune';

const Graphique = lazy(async () => {
  const { Graphique: charge } = await import(/* webpackChunkName: "graphique" */ './graphique');
  return { default: charge };
});
const ChiffresDeLInventaire = lazy(async () => {
  const { ChiffresDeLInventaire: charge } = await import(/* webpackChunkName: "inventaire" */ './inventaire');
  return { default: charge };
});
const COMMUNES_DU_GRAPHIQUE = 60;
const COMMUNES_MONTREES = 500;

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
  const lignes = rangees(controle, droit);
  const communes = controle.tableau.lignes;
  const total = lignes.at(-1)!;
  return (
    <>
      <h2>{typographier(phraseDesTotaux(controle) || `Feuille « ${feuille.nom} »`)}</h2>
      {controle.nature === 'objectifs' && communes.length <= COMMUNES_DU_GRAPHIQUE && (
        <Suspense fallback={<p className="discret">Chargement du graphique…</p>}>
          <Graphique controle={controle} droit={droit} />
        </Suspense>
      )}
      <div className="defilant" role="region" aria-label="Communes du tableau" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {colonnesPresentees(controle).map((nom) => (
                <th key={nom} scope="col">
                  {nom}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {communes.slice(0, COMMUNES_MONTREES).map((ligne, i) => (
              <tr key={ligne.ligne}>
                <th scope="row">
                  <NomDeCommune ligne={ligne} />
                </th>
                <Nombres valeurs={lignes[i]!} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{total[0]}</th>
              <Nombres valeurs={total} />
            </tr>
          </tfoot>
        </table>
      </div>
      {communes.length > COMMUNES_MONTREES && (
        <p>{`Les ${ecrire(COMMUNES_MONTREES)} premières communes sur ${ecrire(communes.length)}.`}</p>
      )}
      <p className="discret">
        {typographier(
          'Manquants et planchers, pris avant arrondi, à l’entier supérieur. Un point d’interrogation : le tableau ne permet pas de le calculer.',
        )}
      </p>
    </>
  );
}

function Nombres({ valeurs }: { readonly valeurs: readonly string[] }) {
  return valeurs.slice(1).map((valeur, i) => <td key={i}>{typographier(valeur)}</td>);
}
