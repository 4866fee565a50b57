/** `window.banc` : ce qu'un essai de bout en bout peut faire et lire. */
import { type Modele, type Valeur } from './hote';
import { nommes } from '../hote/objets/cadre';
import { cle, lireAdresse } from '../xlsx/adresses';
import { type Banc } from './banc';

/** Le banc est au calme après tant de tours sans rien de neuf : un travail long du complément, du même fil, n'en fait qu'un. */
const TOURS_CALMES = 8;
const TOUR = 50;

export function ouvrirPorte(
  banc: Banc,
  ouvrirExemple: (nom: string) => Promise<void>,
  outils: { theme(nom: string): void; largeur(pixels: number): void; trouble(nom: string): void },
) {
  const placer = (adresse: string) => {
    const { modele } = banc;
    const coupe = adresse.lastIndexOf('!');
    const nom = adresse
      .slice(0, coupe)
      .replace(/^'(.*)'$/, '$1')
      .replaceAll("''", "'");
    const feuille = coupe < 0 ? modele.feuille(modele.classeur.active) : modele.feuilleNommee(nom);
    if (!feuille) throw new Error(`Pas de feuille « ${nom} ».`);
    return { feuille, zone: lireAdresse(adresse.slice(coupe + 1)) };
  };
  const celluleDe = (adresse: string) => {
    const { feuille, zone } = placer(adresse);
    return feuille.cellules[cle(zone.ligne, zone.colonne)];
  };
  const facade = (adresse: string) => {
    const { feuille, zone } = placer(adresse);
    const { lien } = banc.tableur;
    const trouvee = lien?.api.getActiveWorkbook()?.getSheetBySheetId(lien.versUniver(feuille.id));
    if (!trouvee) throw new Error('Aucun classeur n’est ouvert.');
    const plage = trouvee.getRange(
      zone.ligne,
      zone.colonne,
      zone.ligneFin - zone.ligne + 1,
      zone.colonneFin - zone.colonne + 1,
    );
    return { feuille: trouvee, plage };
  };
  const porte = {
    get modele(): Modele {
      return banc.modele;
    },
    get hote() {
      return banc.hote;
    },
    get journal() {
      return banc.hote.journal;
    },
    inconnus: () => banc.inconnus,
    membres: () => [...nommes],
    get univer() {
      return banc.tableur.api;
    },
    /** Ouvre un exemple par son nom de fichier. */
    ouvrir: ouvrirExemple,
    /** Ouvre un classeur donné en octets. */
    ouvrirOctets: (nom: string, octets: ArrayLike<number>) => banc.ouvrirOctets(nom, Uint8Array.from(octets)),
    enregistrer: async () => Array.from((await banc.enregistrer()).octets),
    ennui: outils.trouble,
    ruban: (id: string) => banc.presser(id),
    boutons: () => banc.manifeste.boutons,
    theme: outils.theme,
    largeur: outils.largeur,
    /** Tape dans le tableur, comme l'agent : une valeur, une formule (« =… ») ou `''`. */
    saisir: (adresse: string, contenu: Valeur) => {
      const { plage } = facade(adresse);
      if (contenu === '') plage.clearContent();
      else plage.setValue(contenu);
    },
    selectionner: (adresse: string) => {
      const { feuille, plage } = facade(adresse);
      feuille.activate();
      feuille.setActiveRange(plage);
    },
    valeurDe: (adresse: string): Valeur => celluleDe(adresse)?.valeur ?? '',
    formuleDe: (adresse: string): string => celluleDe(adresse)?.formule ?? '',
    styleDe: (adresse: string) => celluleDe(adresse)?.style ?? {},
    /** Ce que la grille montre, après le calcul d'Univer. */
    montre: (adresse: string): string => facade(adresse).plage.getDisplayValue(),
    /** La phrase d'une fonction en erreur, dans sa cellule. */
    phraseDe: (adresse: string): string => {
      const { feuille, zone } = placer(adresse);
      return banc.phraseDe(feuille.id, zone.ligne, zone.colonne);
    },
    /** Se tient quand plus rien ne se passe : ni calcul, ni appel, ni requête. */
    calme: async () => {
      let vu = '';
      for (let calmes = 0; calmes < TOURS_CALMES;) {
        await new Promise((tenir) => setTimeout(tenir, TOUR));
        const etat = `${banc.calculs} ${banc.hote.journal.echanges.length} ${banc.tableur.activite}`;
        calmes = etat === vu && banc.appels.enCours === 0 ? calmes + 1 : 0;
        vu = etat;
      }
    },
  };
  return porte;
}

export type Porte = ReturnType<typeof ouvrirPorte>;

declare global {
  interface Window {
    banc: Porte;
  }
}
