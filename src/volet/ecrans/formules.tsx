import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { lazy, Suspense } from 'react';
import { typographier } from '../../nombres';
import { adressePlage } from '../../tableau';
import { colonnesCalculees } from '../etat/colonnes-calculees';
import { ChoixDuTableau } from './choix-du-tableau';
import { useEtat, useVolet } from './outils';

/** L'aide de quarante fonctions ne sert qu'ici : elle arrive avec l'écran. */
const LesFonctions = lazy(async () => {
  const { LesFonctions: charge } = await import(/* webpackChunkName: "fonctions-aide" */ './les-fonctions');
  return { default: charge };
});

/** L'écran « Formules » : les colonnes calculées en un clic, puis chaque fonction et son aide. */
export function EcranFormules() {
  const { lectureSeule } = useVolet();
  return (
    <>
      {!lectureSeule && <ColonnesEnUnClic />}
      <section className="groupe">
        <h2>Les fonctions</h2>
        {!lectureSeule && (
          <p className="discret">
            {typographier('« Insérer » écrit la formule dans la cellule sélectionnée, si elle est vide.')}
          </p>
        )}
        <Suspense fallback={<p className="discret">Chargement de l’aide…</p>}>
          <LesFonctions />
        </Suspense>
      </section>
    </>
  );
}

function ColonnesEnUnClic() {
  const volet = useVolet();
  const { reglages, travail } = useEtat();
  return (
    <section className="groupe">
      <h2>Colonnes calculées</h2>
      <ChoixDuTableau>
        {(trouve) => {
          const colonnes = colonnesCalculees(trouve, reglages);
          if (!colonnes)
            return (
              <p>
                {typographier(
                  'Il faut au tableau les colonnes résidences principales, logements sociaux et taux cible (écran « Contrôle », « Ce qui a été lu »).',
                )}
              </p>
            );
          return (
            <>
              <p>
                {typographier(
                  `${colonnes.entetes.join(', ')} : une formule par commune, en ${adressePlage(colonnes.plage)} de « ${trouve.feuille.nom} », où rien n’est écrit.`,
                )}
              </p>
              <PrimaryButton
                text="Insérer les colonnes"
                allowDisabledFocus
                disabled={travail !== null}
                onClick={() => void volet.insererColonnes(colonnes.feuille, colonnes.plage, colonnes.cellules)}
              />
            </>
          );
        }}
      </ChoixDuTableau>
    </section>
  );
}
