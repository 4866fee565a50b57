import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useEffect, useRef } from 'react';
import { ecrire, typographier } from '../nombres';
import { abreger, adresse as adresseDe, nettoyer, type Cellule } from '../tableau';
import type { Vue } from './fichiers';
import { fenetreDe } from './fenetre';

const LONGUEUR = 60;

/** La cellule d'un constat dans sa feuille, avec l'en-tête du tableau : ce que le tableur montrerait. */
export function Apercu({ vue, fermer }: { readonly vue: Vue; readonly fermer: () => void }) {
  const boite = useRef<HTMLDialogElement>(null);
  useEffect(() => boite.current?.showModal(), [vue]);
  const { feuille, adresse } = vue;
  const { lignes, colonnes, cible, entete } = fenetreDe(vue);
  return (
    <dialog ref={boite} className="apercu" aria-labelledby="titre-de-l-apercu" onClose={fermer}>
      <h2 id="titre-de-l-apercu">{typographier(`Feuille « ${feuille.nom} », ${adresse}`)}</h2>
      <div className="defilant" role="region" aria-label="Extrait de la feuille" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {colonnes.map((c) => (
                <th key={c} scope="col">
                  {adresseDe(0, c).slice(0, -1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lignes.map((l) => (
              <tr key={l} className={l === entete ? 'entete' : undefined}>
                <th scope="row">{l + 1}</th>
                {colonnes.map((c) => (
                  <td key={c} aria-current={l === cible?.ligne && c === cible.colonne ? 'true' : undefined}>
                    {texteDe(feuille.cellule(l, c))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <DefaultButton text="Fermer" onClick={() => boite.current?.close()} />
    </dialog>
  );
}

function texteDe(cellule: Cellule | undefined): string {
  if (!cellule) return '';
  const { valeur, erreur, pourcent } = cellule;
  if (erreur !== undefined) return erreur;
  if (typeof valeur === 'number') return typographier(pourcent ? `${ecrire(valeur * 100)} %` : ecrire(valeur));
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  return abreger(nettoyer(valeur ?? ''), LONGUEUR);
}
