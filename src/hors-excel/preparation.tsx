import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { lazy, Suspense, useState } from 'react';
import { typographier } from '../nombres';
import { classeurNeuf } from '../volet/etat/classeur-neuf';
import { telecharger } from '../volet/telecharger';

/** Le formulaire et le référentiel n'arrivent que si on le demande. */
const Formulaire = lazy(async () => {
  const [{ PreparerUnTableau }, { REFERENTIEL }] = await Promise.all([
    import(/* webpackChunkName: "preparer" */ '../volet/ecrans/preparer'),
    import('../referentiel'),
  ]);
  const Pret = ({ aujourdhui, dire }: { aujourdhui: () => Date; dire: (phrase: string) => void }) => (
    <PreparerUnTableau
      referentiel={REFERENTIEL}
      aujourdhui={aujourdhui}
      libelle="Télécharger le classeur (.xlsx)"
      ecrire={(feuille, phrase) =>
        void classeurNeuf(feuille)
          .then(telecharger)
          .then(() => dire(phrase))
      }
    />
  );
  return { default: Pret };
});

/** Préparer un tableau sans Excel : un classeur à télécharger, à remplir dans son tableur, puis à déposer ici. */
export function Preparation({ aujourdhui }: { readonly aujourdhui: () => Date }) {
  const [ouverte, ouvrir] = useState(false);
  const [phrase, dire] = useState('');
  if (!ouverte) return <DefaultButton text="Préparer un tableau" onClick={() => ouvrir(true)} />;
  return (
    <section className="groupe" aria-label="Préparer un tableau">
      <h2>Préparer un tableau</h2>
      <Suspense fallback={<p className="discret">Chargement…</p>}>
        <Formulaire aujourdhui={aujourdhui} dire={dire} />
      </Suspense>
      <p role="status">
        {phrase && typographier(`Classeur téléchargé. ${phrase} Remplissez-le, puis déposez-le ici.`)}
      </p>
    </section>
  );
}
