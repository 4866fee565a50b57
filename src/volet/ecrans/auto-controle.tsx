import { useEffect, useState } from 'react';
import { FONCTIONS } from '../../fonctions/registre';
import { ecrireCompte, typographier } from '../../nombres';
import { eprouver, type Eprouvees } from '../etat/auto-controle';

/** Les fonctions répondent-elles ? Chacune est appelée sur son propre exemple. */
export function AutoControle() {
  const [eprouvees, noter] = useState<Eprouvees | null>(null);
  useEffect(() => void eprouver(FONCTIONS).then(noter), []);
  if (!eprouvees) return <p>Essai des fonctions…</p>;
  const { reussies, defaillantes } = eprouvees;
  return (
    <p>
      {typographier(
        defaillantes.length === 0
          ? `Les ${ecrireCompte(reussies.length, 'fonction')} répondent.`
          : `Ne répondent pas : ${defaillantes.join(', ')}. Fermez puis rouvrez le classeur ; si cela dure, prévenez votre service informatique.`,
      )}
    </p>
  );
}
