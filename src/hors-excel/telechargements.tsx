import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useState, useSyncExternalStore } from 'react';
import { typographier } from '../nombres';
import { CLE_DES_PRECISIONS, lirePrecisions, type Precisions } from '../tableau';
import { controleDe } from '../volet/etat/controles';
import { tableauxDe } from '../volet/etat/etat';
import { EXTENSIONS, FORMES, type FormeDeNote } from '../rapport/formes';
import { noteDe } from '../volet/etat/note';
import { REDACTIONS, rediger } from '../volet/etat/redaction';
import { telecharger } from '../volet/telecharger';
import { constatsEnCsv } from './documents';
import type { Fichier } from './fichiers';

/** Le nom du fichier, et ce qu'on en emporte. */
export function Telechargements({
  fichier: { nom, volet, classeur },
  aujourdhui,
}: {
  readonly fichier: Fichier;
  readonly aujourdhui: () => Date;
}) {
  const etat = useSyncExternalStore(volet.abonner, volet.etat);
  const [echec, noter] = useState(false);
  const { referentiel, feuilles, reglages } = etat;
  const controles = tableauxDe(etat).flatMap((t) => controleDe(t) ?? []);
  const retouches = !memes(reglages, lirePrecisions(classeur.duFichier(CLE_DES_PRECISIONS)));
  const rien = controles.length === 0;
  const emporter = async (forme: FormeDeNote) => {
    if (!referentiel) return;
    try {
      telecharger(await noteDe(nom, { feuilles, reglages, annuaire: referentiel.annuaire }, forme, aujourdhui()));
      noter(false);
    } catch {
      noter(true);
    }
  };
  const oublier = () => {
    classeur.oublierLesReglages();
    void volet.controler();
  };
  return (
    <div className="tete">
      <p className="nom">{nom}</p>
      <div className="barre">
        <DefaultButton
          text="Télécharger la note"
          disabled={rien}
          menuProps={{
            items: EXTENSIONS.map((forme) => ({
              key: forme,
              text: `${FORMES[forme].libelle} (.${forme})`,
              onClick: () => void emporter(forme),
            })),
          }}
        />
        {REDACTIONS.map((redaction) => (
          <DefaultButton
            key={redaction.nom}
            text={redaction.libelle}
            disabled={rien}
            onClick={() => void rediger(redaction, volet, nom, aujourdhui(), telecharger)}
          />
        ))}
        <DefaultButton
          text="Télécharger les constats (.csv)"
          disabled={rien}
          onClick={() => telecharger(constatsEnCsv(nom, etat))}
        />
        {retouches && <DefaultButton text="Oublier les réglages" onClick={oublier} />}
      </div>
      {echec && (
        <p role="alert">{typographier('La note n’a pas pu être écrite : rechargez la page et recommencez.')}</p>
      )}
    </div>
  );
}

const memes = (a: Precisions, b: Precisions): boolean => JSON.stringify(a) === JSON.stringify(b);
