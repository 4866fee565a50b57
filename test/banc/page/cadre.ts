import { creer } from './dom';
import { adresseDuComplement, brancher, type Hote, type Transport } from './hote';

/** Charge la page du complément dans un cadre neuf et la branche sur l'hôte. */
export function ouvrirCadre(
  conteneur: HTMLElement,
  hote: Hote,
  /** L'adresse de la page du complément, d'une autre origine que celle-ci. */
  page: string,
  titre: string,
  montrer: (visible: boolean) => void,
): Transport {
  const cadre = creer('iframe', { title: titre });
  const transport = brancher({ hote, cadre, montrer });
  cadre.src = adresseDuComplement(page, location.origin);
  conteneur.replaceChildren(cadre);
  return {
    ...transport,
    fermer: () => {
      transport.fermer();
      cadre.remove();
    },
  };
}
