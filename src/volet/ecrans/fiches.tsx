import { Link } from 'office-ui-fabric-react/lib/Link';
import { REFERENCES, type IdReference } from '../../droit';
import { ecrire, typographier } from '../../nombres';
import type { Ligne } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import { NomDeCommune } from './commune';
import { useAllerALaLigne } from './lieu';
import { Liste } from './liste';

interface Groupe<F> {
  readonly titre: string;
  readonly famille: 'bloquant' | 'completer' | 'information' | 'favorable';
  readonly icone: React.ReactNode;
  readonly fiches: readonly F[];
  readonly children: (fiche: F) => React.ReactNode;
}

/** Des fiches de communes de même sort, sous son titre. */
export function GroupeDeFiches<F extends { readonly ligne: Ligne }>(groupe: Groupe<F>) {
  const { titre, famille, icone, fiches, children } = groupe;
  if (fiches.length === 0) return null;
  return (
    <section className={`famille ${famille}`}>
      <h3>
        {icone}
        {`${titre} (${ecrire(fiches.length)})`}
      </h3>
      <Liste elements={fiches} className="constats">
        {(fiche) => (
          <li key={fiche.ligne.ligne} className="constat">
            {children(fiche)}
          </li>
        )}
      </Liste>
    </section>
  );
}

/** Le nom d'une commune, qui ouvre sa fiche, et le chemin de sa cellule. */
export function Lieu({ ligne, feuille }: { readonly ligne: Ligne; readonly feuille: TableauControle['feuille'] }) {
  const aller = useAllerALaLigne(feuille);
  const adresse = ligne.cellule('commune');
  return (
    <p className="lieu">
      <strong>
        <NomDeCommune ligne={ligne} />
      </strong>
      <Link onClick={() => aller(ligne)} aria-label={`Aller à la cellule ${adresse}, ${ligne.nom}`}>
        {adresse}
      </Link>
    </p>
  );
}

/** Des nombres et leurs noms, sur une ligne tant qu'elle suffit. */
export function Chiffres({ chiffres }: { readonly chiffres: readonly (readonly [nom: string, valeur: string])[] }) {
  return (
    <dl className="chiffres">
      {chiffres.map(([nom, valeur]) => (
        <div key={nom}>
          <dt>{nom}</dt>
          <dd>{typographier(valeur)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** L'article d'une règle, et son texte. */
export function Article({ reference }: { readonly reference: IdReference }) {
  const { article, url } = REFERENCES[reference];
  if (reference === 'outil') return article;
  return (
    <Link href={url} target="_blank" rel="noreferrer" underline>
      {typographier(article)}
    </Link>
  );
}
