import { reponsesDe } from '../etat/reponses';
import { tableauChoisi, tableauxDe } from '../etat/etat';
import { ChampsDuContexte } from './lecture-contexte';
import { Reponses } from './lecture-reponses';
import { useEtat, useVolet } from './outils';

/** L'écran « Contexte » : tout ce que l'agent a précisé, gardé dans le classeur ; celui d'un tableau disparu s'y retire encore. */
export function EcranContexte() {
  const etat = useEtat();
  const reponses = reponsesDe(
    etat.reglages,
    tableauxDe(etat).map(({ tableau }) => tableau),
  );
  return (
    <>
      <p>
        Ce que vous précisez l’emporte sur ce qui est lu. <OuCelaSeGarde />
      </p>
      <ChampsDuContexte trouve={tableauChoisi(etat)} />
      {reponses.length > 0 && (
        <section className="groupe">
          <h2>Vos autres réponses</h2>
          <Reponses reponses={reponses} />
        </section>
      )}
    </>
  );
}

export function OuCelaSeGarde() {
  return useVolet().lectureSeule
    ? 'Gardé dans ce navigateur, sous le nom du fichier.'
    : 'Gardé dans ce classeur, pour vous et ceux qui l’ouvriront.';
}
