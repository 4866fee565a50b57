import { lazy, Suspense } from 'react';
import { useEtat, useOutils } from './outils';

/** Préparer ne sert qu'une fois par tableau : le formulaire et ses formules arrivent avec l'écran. */
const PreparerUnTableau = lazy(async () => {
  const { PreparerUnTableau: charge } = await import(/* webpackChunkName: "preparer" */ './preparer');
  return { default: charge };
});

/** L'écran « Préparer ». */
export function EcranPreparation() {
  return (
    <section className="groupe">
      <h2>Préparer un tableau</h2>
      <p>Une feuille neuve ; rien d’autre ne change dans le classeur.</p>
      <Preparer />
    </section>
  );
}

/** Le formulaire, qui écrit dans une feuille neuve. */
export function Preparer() {
  const { volet, aujourdhui } = useOutils();
  const { referentiel, travail } = useEtat();
  if (!referentiel) return null;
  return (
    <Suspense fallback={<p className="discret">Chargement…</p>}>
      <PreparerUnTableau
        referentiel={referentiel}
        aujourdhui={aujourdhui}
        libelle="Créer la feuille"
        occupe={travail !== null}
        ecrire={(feuille, phrase) => void volet.creerFeuille(feuille, `Feuille créée. ${phrase}`)}
      />
    </Suspense>
  );
}
