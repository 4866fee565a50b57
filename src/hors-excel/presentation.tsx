import { useEffect, useState } from 'react';
import { typographier } from '../nombres';

const HORS_LIGNE = {
  attente: 'La page s’enregistre sur ce poste…',
  oui: 'La page est enregistrée sur ce poste : elle s’ouvre aussi sans réseau.',
  non: 'Ce navigateur ne permet pas d’enregistrer la page : elle demande le réseau pour s’ouvrir.',
};

/** Ce que la page fait des fichiers, et ce qu'elle garde. */
export function Presentation({ horsLigne }: { readonly horsLigne: Promise<boolean> }) {
  const [etat, noter] = useState<keyof typeof HORS_LIGNE>('attente');
  useEffect(() => void horsLigne.then((garde) => noter(garde ? 'oui' : 'non')), [horsLigne]);
  return (
    <ul className="presentation discret">
      <li>Les fichiers sont lus ici et ne sont ni envoyés, ni modifiés.</li>
      <li>
        {typographier(
          'Vos réponses (période, contrat, colonnes…) s’ajoutent à celles que le fichier porte déjà. Elles restent dans ce navigateur, sous son nom ; le classeur lui-même n’y est pas gardé.',
        )}
      </li>
      <li>
        <span role="status">{typographier(HORS_LIGNE[etat])}</span>
      </li>
    </ul>
  );
}
