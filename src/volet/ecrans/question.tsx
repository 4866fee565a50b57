import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useId, type MouseEvent } from 'react';
import { typographier } from '../../nombres';
import type { Precision, Question } from '../../tableau';
import { useVolet } from './outils';

/** Ce qu'un constat demande, et ses réponses ; chacune vaut aussitôt, et se garde. */
export function UneQuestion({ question: { texte, choix } }: { readonly question: Question }) {
  const volet = useVolet();
  const id = useId();
  const repondre = ({ currentTarget }: MouseEvent<HTMLElement>, precision: Precision) => {
    const reprendre = suiteDe(currentTarget);
    void volet.repondre(precision);
    requestAnimationFrame(reprendre);
  };
  return (
    <div className="question" role="group" aria-labelledby={id}>
      <p id={id}>{typographier(texte)}</p>
      <div className="barre">
        {choix.map(({ libelle, precision }) => (
          <DefaultButton
            key={libelle}
            text={libelle}
            aria-describedby={id}
            onClick={(geste) => repondre(geste as MouseEvent<HTMLElement>, precision)}
          />
        ))}
      </div>
    </div>
  );
}

/** La question répondue disparaît : le clavier reprend à celle qui prend sa place, sinon au verdict. */
function suiteDe(bouton: HTMLElement): () => void {
  const carte = bouton.closest('.carte');
  const questions = () => [...(carte?.querySelectorAll('.question') ?? [])];
  const rang = questions().findIndex((question) => question.contains(bouton));
  return () => {
    // Une autre réponse peut avoir laissé la question en place, et le clavier avec elle.
    if (!carte || carte.contains(document.activeElement)) return;
    const suivante = questions()[Math.min(rang, questions().length - 1)];
    (suivante ?? carte).querySelector<HTMLElement>('button')?.focus();
  };
}
