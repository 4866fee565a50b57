import { ecrire, type NombreLu } from '../../nombres';
import { estNombre, type Colonne, type Drapeau, type Ligne } from '../../tableau';

/** Une cellule, telle que le contrôle l'a lue ; ce qui ne se lit pas, dans les mots du tableau. */
export function celluleEcrite(
  colonne: Colonne,
  ligne: Ligne,
  ecrireNombre: (lu: NombreLu) => string = ({ valeur }) => ecrire(valeur),
): string {
  if (colonne === 'code_insee') return ligne.codeInsee ?? '';
  if (colonne === 'epci' || colonne === 'statut') return ligne[colonne];
  const lecture = estNombre(colonne) ? ligne.nombres[colonne] : ouiNon(colonne, ligne);
  if (!lecture || lecture.etat === 'vide') return '';
  if (lecture.etat !== 'lue') return lecture.texte;
  return typeof lecture.valeur === 'boolean' ? (lecture.valeur ? 'oui' : 'non') : ecrireNombre(lecture.valeur);
}

const ouiNon = (colonne: Colonne, { accord, soumisePrelevement, drapeaux }: Ligne) =>
  colonne === 'accord_commune'
    ? accord
    : colonne === 'soumise_prelevement'
      ? soumisePrelevement
      : drapeaux[colonne as Drapeau];
