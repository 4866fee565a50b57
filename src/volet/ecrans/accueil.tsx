import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { typographier } from '../../nombres';
import { exempleDeGrandPoitiers } from '../modeles/grand-poitiers';
import { tableauVierge } from '../modeles/vierge';
import { useEtat, useVolet } from './outils';
import { Preparer } from './preparation';

/** Ce que l'agent voit d'un classeur sans tableau de communes. */
export function Accueil() {
  const volet = useVolet();
  const { feuilles } = useEtat();
  const entamee = feuilles.find((f) => f.vierge)?.feuille.nom;
  return (
    <section className="groupe">
      <h2>{entamee ? 'Un tableau à remplir' : 'Aucun tableau de communes'}</h2>
      <p>
        {typographier(
          entamee
            ? `Le tableau de la feuille « ${entamee} » n’a encore aucune commune. Écrivez-en une par ligne sous les en-têtes : le contrôle suit la saisie.`
            : 'Le contrôle cherche une ligne d’en-têtes avec la commune, ou son code INSEE, et au moins deux autres colonnes connues : résidences principales, logements sociaux, taux cible, objectif…',
        )}
      </p>
      {!volet.lectureSeule && (
        <>
          {!entamee && <Preparer />}
          <div className="barre">
            {!entamee && (
              <DefaultButton
                text="Créer un tableau vierge"
                onClick={() => void volet.creerFeuille(tableauVierge(), 'Tableau vierge créé, dans une feuille neuve.')}
              />
            )}
            <DefaultButton
              text="Voir l’exemple de Grand Poitiers"
              onClick={() => void volet.creerFeuille(exempleDeGrandPoitiers(), 'Exemple créé, dans une feuille neuve.')}
            />
          </div>
          <p className="discret">
            {typographier(
              'Dans l’exemple, seuls les communes, leurs taux et le total du contrat sont publiés ; le reste est reconstitué.',
            )}
          </p>
        </>
      )}
    </section>
  );
}
