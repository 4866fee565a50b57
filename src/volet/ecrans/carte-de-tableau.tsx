import { Link } from 'office-ui-fabric-react/lib/Link';
import { useState } from 'react';
import type { Feuille } from '../../classeur/classeur';
import { typographier } from '../../nombres';
import { phraseDesTotaux, phraseDuCadre, verdictEnTitre } from '../../rapport/presentation';
import { estRefus, phraseDuRefus } from '../../regles';
import { adressePlage, type Controle } from '../../tableau';
import { droitDesReglages, type TableauControle } from '../etat/controles';
import { resumeDe } from '../etat/resumes';
import { Constats } from './constats';
import { IconeDuVerdict } from './icones';
import { useEtat, useVolet } from './outils';

/** Un tableau trouvé : son verdict, et ses constats s'il est ouvert. */
export function CarteDeTableau({ trouve, choisi }: { readonly trouve: TableauControle; readonly choisi: boolean }) {
  const volet = useVolet();
  const [replie, replier] = useState(false);
  const ouvert = choisi && !replie;
  const { feuille, tableau, resultat, cle } = trouve;
  const plage = adressePlage(tableau.plage);
  const basculer = () => {
    replier(ouvert);
    volet.choisir(cle);
  };
  return (
    <section className="carte" aria-label={`${feuille.nom}, ${plage}`}>
      {estRefus(resultat) ? (
        <p className="refus">
          <strong>{`${feuille.nom}, ${plage}`}</strong> {typographier(phraseDuRefus(resultat))}
        </p>
      ) : (
        <h2 className={`verdict ${resultat.verdict.replace(' ', '-')}`}>
          <button type="button" aria-expanded={ouvert} onClick={basculer}>
            <IconeDuVerdict verdict={resultat.verdict} />
            <span>
              <span className="mot">{verdictEnTitre(resultat)}</span>
              <span className="resume">
                <strong>{feuille.nom}</strong>
                {typographier(`, ${plage} : ${resumeDe(resultat)}`)}
              </span>
            </span>
          </button>
        </h2>
      )}
      {ouvert && !estRefus(resultat) && <Detail controle={resultat} feuille={feuille} />}
    </section>
  );
}

function Detail({ controle, feuille }: { readonly controle: Controle; readonly feuille: Feuille }) {
  const volet = useVolet();
  const droit = droitDesReglages(useEtat().reglages);
  const totaux = phraseDesTotaux(controle);
  const plage = adressePlage(controle.tableau.plage);
  return (
    <>
      {totaux && <p className="totaux">{typographier(totaux)}</p>}
      <p className="source">{typographier(phraseDuCadre(controle, droit))}</p>
      <p>
        <Link
          onClick={() => void volet.allerA({ feuille: feuille.id, adresse: plage })}
          aria-label={`Aller au tableau ${plage} de la feuille ${feuille.nom}`}
        >
          Aller au tableau
        </Link>
      </p>
      <Constats controle={controle} feuille={feuille.id} />
    </>
  );
}
