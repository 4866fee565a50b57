import { Link } from 'office-ui-fabric-react/lib/Link';
import { useState } from 'react';
import { typographier } from '../../nombres';
import { classeDuVerdict, phraseDesTotaux, phraseDuCadre, verdictEnTitre } from '../../rapport/presentation';
import { estRefus, phraseDuRefus } from '../../regles';
import { adressePlage, type Controle } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import { resumeDe } from '../etat/resumes';
import { CeQuiAEteLu } from './ce-qui-a-ete-lu';
import { Constats } from './constats';
import { IconeDuVerdict } from './icones';
import { ObjectifsCalcules } from './objectifs-calcules';
import { useVolet } from './outils';

/** Un tableau trouvé : son verdict, et ses constats s'il est ouvert. */
export function CarteDeTableau({ trouve, choisi }: { readonly trouve: TableauControle; readonly choisi: boolean }) {
  const volet = useVolet();
  const [replie, replier] = useState(false);
  const ouvert = choisi && !replie;
  const { feuille, tableau, resultat, cle } = trouve;
  const plage = `${adressePlage(tableau.plage)}${tableau.masquee ? ' (feuille masquée)' : ''}`;
  const basculer = () => {
    replier(ouvert);
    volet.choisir(cle);
  };
  return (
    <section className="carte" aria-label={`${feuille.nom}, ${plage}`}>
      {estRefus(resultat) ? (
        <>
          <p className="refus">
            <strong>{`${feuille.nom}, ${plage}`}</strong> {typographier(phraseDuRefus(resultat))}
          </p>
          <CeQuiAEteLu trouve={trouve} />
        </>
      ) : (
        <h2 className={`verdict ${classeDuVerdict(resultat.verdict)}`}>
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
      {ouvert && !estRefus(resultat) && <Detail controle={resultat} trouve={trouve} />}
    </section>
  );
}

function Detail({ controle, trouve }: { readonly controle: Controle; readonly trouve: TableauControle }) {
  const totaux = phraseDesTotaux(controle);
  return (
    <>
      <CeQuiAEteLu trouve={trouve} />
      {totaux && <p className="totaux">{typographier(totaux)}</p>}
      <p className="source">{typographier(phraseDuCadre(controle, controle.contexte.droit))}</p>
      <Chemins trouve={trouve} />
      <ObjectifsCalcules controle={controle} />
      <Constats controle={controle} trouve={trouve} />
    </>
  );
}

/** Le chemin du tableau, ou de chacun des morceaux qu'il a fallu réunir. */
function Chemins({ trouve: { tableau, feuilles, feuille } }: { readonly trouve: TableauControle }) {
  const volet = useVolet();
  const { pieces } = tableau;
  return (
    <p className="barre">
      {pieces.map((piece) => {
        const adresse = adressePlage(piece.plage);
        return (
          <Link
            key={`${piece.feuille}!${adresse}`}
            onClick={() => void volet.allerA({ feuille: (feuilles.get(piece.feuille) ?? feuille).id, adresse })}
            aria-label={`Aller au tableau ${adresse} de la feuille ${piece.feuille}`}
          >
            {pieces.length === 1 ? 'Aller au tableau' : `Aller à ${piece.feuille}, ${adresse}`}
          </Link>
        );
      })}
    </p>
  );
}
