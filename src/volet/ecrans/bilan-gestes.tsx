import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useState } from 'react';
import { typographier } from '../../nombres';
import type { ControleBilan } from '../../tableau';
import { bilanEmporte, feuilleDuBilanDe } from '../etat/bilan';
import { useEtat, useOutils } from './outils';

interface Dit {
  readonly phrase: string;
  readonly aTrancher: readonly string[];
}
const ECHEC: Dit = {
  phrase: 'Le bilan n’a pas pu être écrit : rechargez la page et recommencez.',
  aTrancher: [],
};

/** Ce qu'on fait d'un bilan : une feuille neuve du classeur, un fichier aux titres du ministère. */
export function GestesDuBilan({ bilan }: { readonly bilan: ControleBilan }) {
  const { volet, aujourdhui, enregistrement } = useOutils();
  const occupe = useEtat().travail !== null;
  const [dit, dire] = useState<Dit | null>(null);
  const emporter = async ({ classeur, enregistrer }: NonNullable<typeof enregistrement>) => {
    const emporte = await bilanEmporte(classeur, bilan, aujourdhui());
    if ('refus' in emporte) return dire({ phrase: `Le bilan n’est pas écrit : ${emporte.refus}`, aTrancher: [] });
    enregistrer(emporte.document);
    const { aTrancher } = emporte;
    dire(aTrancher.length > 0 ? { phrase: 'À trancher avant l’envoi :', aTrancher } : null);
  };
  const ecrire = () =>
    volet.creerFeuille(
      feuilleDuBilanDe(bilan, aujourdhui()),
      'Bilan écrit dans une feuille neuve. Rien d’autre n’a changé.',
    );
  return (
    <>
      <div className="barre">
        {!volet.lectureSeule && (
          <DefaultButton
            text="Écrire le bilan dans une feuille"
            allowDisabledFocus
            disabled={occupe}
            onClick={() => void ecrire()}
          />
        )}
        {enregistrement && (
          <DefaultButton
            text={typographier('Télécharger le bilan, aux titres du ministère (.xlsx)')}
            onClick={() => void emporter(enregistrement).catch(() => dire(ECHEC))}
          />
        )}
      </div>
      {dit && (
        <div role="alert">
          <p>{typographier(dit.phrase)}</p>
          <ul className="textes">
            {dit.aTrancher.map((phrase) => (
              <li key={phrase}>{typographier(phrase)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
