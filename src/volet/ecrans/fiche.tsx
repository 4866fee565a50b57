import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useEffect, useMemo, useRef } from 'react';
import { typographier } from '../../nombres';
import { tableauxDe } from '../etat/etat';
import { ficheDeLaPlace, ficheEnDocx, type PlaceDeCommune } from '../etat/fiche';
import { Blocs } from './blocs';
import { useEtat, useOutils } from './outils';

interface Props {
  readonly place: PlaceDeCommune;
  readonly fermer: () => void;
}

/** Office.js prend ces touches à la fenêtre, pour sortir du volet ; ici, elles parcourent la fiche et la ferment. */
const A_LA_FICHE: ReadonlySet<string> = new Set(['Escape', 'Tab']);

/** La fiche d'une commune, par-dessus l'écran : Échap la ferme, et le nom qui l'a ouverte reprend le focus. */
export function Fiche({ place, fermer }: Props) {
  const { volet, aujourdhui, enregistrement } = useOutils();
  const etat = useEtat();
  const boite = useRef<HTMLDialogElement>(null);
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    boite.current?.showModal();
    titre.current?.focus();
  }, []);
  const classeur = enregistrement?.classeur ?? '';
  const note = useMemo(
    () => ficheDeLaPlace(place, etat, { classeur, jour: aujourdhui() }),
    [place, etat, classeur, aujourdhui],
  );
  const feuille = tableauxDe(etat)
    .find((t) => t.feuilles.has(place.feuille))
    ?.feuilles.get(place.feuille);
  return (
    <dialog
      ref={boite}
      className="fiche"
      aria-labelledby="titre-de-la-fiche"
      onClose={fermer}
      onKeyDown={(touche) => A_LA_FICHE.has(touche.key) && touche.stopPropagation()}
    >
      <h2 id="titre-de-la-fiche" ref={titre} tabIndex={-1}>
        {note ? typographier(note.titre) : 'Cette commune n’est plus dans le classeur.'}
      </h2>
      {note?.parties.map(({ blocs }, i) => (
        <Blocs key={i} blocs={blocs} />
      ))}
      <div className="barre">
        <DefaultButton text="Fermer" onClick={() => boite.current?.close()} />
        {feuille && (
          <DefaultButton
            text={`Aller à la cellule ${place.cellule}`}
            onClick={() => {
              boite.current?.close();
              void volet.allerA({ feuille: feuille.id, adresse: place.cellule });
            }}
          />
        )}
        {enregistrement && note && (
          <DefaultButton
            text="Télécharger la fiche (.docx)"
            onClick={() => void ficheEnDocx(enregistrement.classeur, note).then(enregistrement.enregistrer)}
          />
        )}
      </div>
    </dialog>
  );
}
