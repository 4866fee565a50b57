/** Les ennuis d'Excel que la page sait rejouer. */
import { EXCEL_ANCIEN, EXCEL_SANS_COMMENTAIRES, type Ennuis, type Exigences } from './hote';

export interface Trouble {
  libelle: string;
  /** Posé sur l'hôte en marche. */
  ennuis?: () => Ennuis;
  /** Demande un complément rechargé. */
  exigences?: Exigences;
  /** Le dossier où le serveur sert le complément avec l'ennui. */
  dossier?: string;
  feuilleProtegee?: boolean;
}

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  aucun: { libelle: 'aucun' },
  introuvable: {
    libelle: 'un objet disparaît au milieu de la prochaine requête (ItemNotFound)',
    ennuis: () => ({ echouer: { requete: 1, code: 'ItemNotFound' } }),
  },
  taille: { libelle: 'requêtes trop grosses (plus de 2 000 octets)', ennuis: () => ({ tailleMax: 2000 }) },
  saisie: { libelle: 'une cellule est en cours de saisie', ennuis: () => ({ saisieEnCours: true }) },
  protection: { libelle: 'feuilles protégées', feuilleProtegee: true },
  lenteur: { libelle: 'réponses lentes (2 s)', ennuis: () => ({ lenteur: 2000 }) },
  session: { libelle: 'session perdue', ennuis: () => ({ sessionPerdue: true }) },
  ancien: { libelle: 'Excel plus ancien (ExcelApi 1.10)', exigences: EXCEL_ANCIEN },
  'sans-commentaires': { libelle: 'Excel sans commentaires (ExcelApi 1.9)', exigences: EXCEL_SANS_COMMENTAIRES },
  'sans-office': { libelle: 'Office.js bloqué par le réseau', dossier: 'sans-office/' },
  'sans-cors': { libelle: 'fichiers servis sans Access-Control-Allow-Origin', dossier: 'sans-cors/' },
};
