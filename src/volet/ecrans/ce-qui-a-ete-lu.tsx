import { typographier } from '../../nombres';
import { lectureDe, phrasesDeLecture } from '../../rapport/lecture';
import type { TableauControle } from '../etat/controles';
import { reponsesDe } from '../etat/reponses';
import { OuCelaSeGarde } from './contexte';
import { ColonnesLues } from './lecture-colonnes';
import { ChampsDuContexte } from './lecture-contexte';
import { LignesLues } from './lecture-lignes';
import { Reponses } from './lecture-reponses';
import { TextesLus } from './lecture-textes';
import { useEtat } from './outils';
import { Repli } from './repli';

/** Ce qui a été lu d'un tableau : en deux lignes, puis réponse par réponse, chacune à corriger. */
export function CeQuiAEteLu({ trouve }: { readonly trouve: TableauControle }) {
  return (
    <div className="lecture">
      {phrasesDeLecture(lectureDe(trouve)).map((phrase) => (
        <p key={phrase}>{typographier(phrase)}</p>
      ))}
      <Repli titre={<h3>Ce qui a été lu</h3>} className="repli principal">
        <p className="discret">
          Une réponse est fausse ? Corrigez-la ici : le contrôle suit. <OuCelaSeGarde />
        </p>
        <h4>Contexte de tout le classeur</h4>
        <ChampsDuContexte trouve={trouve} />
        <h4>Colonnes</h4>
        <ColonnesLues trouve={trouve} />
        <h4>Lignes</h4>
        <LignesLues trouve={trouve} />
        <Textes trouve={trouve} />
        <ReponsesDonnees trouve={trouve} />
      </Repli>
    </div>
  );
}

function Textes({ trouve }: { readonly trouve: TableauControle }) {
  const { tableau, contexte } = trouve;
  if (tableau.alentours.sansEffet.length === 0 && !contexte.lecture?.nonCompris.length) return null;
  return (
    <>
      <h4>Textes autour du tableau</h4>
      <TextesLus trouve={trouve} />
    </>
  );
}

const A_LEUR_PLACE: ReadonlySet<string> = new Set(['colonnes', 'lignes']);

/** Les réponses qu'aucune colonne ni ligne ne montre à sa place : accords, rangs, textes. */
function ReponsesDonnees({ trouve }: { readonly trouve: TableauControle }) {
  const reponses = reponsesDe(useEtat().reglages, [trouve.tableau]).filter(
    ({ place, connue }) => connue && !A_LEUR_PLACE.has(place.champ),
  );
  if (reponses.length === 0) return null;
  return (
    <>
      <h4>Vos réponses</h4>
      <Reponses reponses={reponses} />
    </>
  );
}
