import { compteAutreChose, decouper, motsDe, recoller } from './mots';

/** Ce que l'on sait d'un en-tête : son sens, qu'il ne change rien, ou rien. */
export type Sort = 'reconnue' | 'sans effet' | 'non comprise';

export interface SortDEntete {
  readonly sort: Sort;
  /** Non comprise, et d'une matière qui pourrait changer le verdict. */
  readonly sensible: boolean;
}

const ensemble = (mots: string): ReadonlySet<string> => new Set(decouper(mots));

/** Ce que dit un seul de ces mots ne change rien au contrôle, quoi que le reste de l'en-tête nomme. */
const SANS_EFFET = ensemble(
  'observation commentaire remarque precision contact referent agent instructeur charge telephone tel mail courriel adresse email lien url fichier ' +
    'signature signataire duree notif notification fourchette atteinte atteint respect cumul ecart difference solde reste evolution variation progression ' +
    'taux argument reponse information rappel ancien precedent precedente historique anterieur delta gain',
);

/** Il en va de même de ceux-ci, sauf si l'en-tête parle aussi d'un objectif. */
const D_AUTRE_MATIERE = ensemble(
  'dia sem epf dpu preemption convention delegataire categorie service financement deductible deduit deduite reliquat beneficiaire exonere exoneration ' +
    'prelevement prelevable majoration maj amende dsu dsr visee carence carencee exemption constat report reporte partiel fois tension manquant deficit ' +
    'zonage zone abc quartier qpv programme livre commence autorise acheve vacant secondaire population popmun habitant rpls agglo agglomeration densite ' +
    'loyer prix qualitatif permis pc',
);

/** L'accord ou l'avis d'un autre que la commune. */
const AUTRES_SIGNATAIRES = ensemble(
  'epci etat prefet prefecture ddt ddtm dreal drihl metropole departement bailleur agglo communaute ept',
);
const D_ACCORD = ensemble('accord avis deliberation vote');
const DE_REALISATION = ensemble('realise realisation agree agrement finance comptabilise bilan');
const D_OBJECTIF = ensemble('objectif obligation engagement contrat avenant');

const SENSIBLES = ensemble(
  'objectif obligation engagement contrat horscontrat avenant accord deliberation avis vote plai pls realise realisation agree agrement finance rang ' +
    'entree entrante entrant periode abaisse abaissement abaissee derogation plancher minimum minimal mini maximum maximal final definitif revise nouveau ' +
    'nouvel proposition propose arbitrage arbitre valide retenu retenue negocie notifie fixe v1 v2 v3 produire production programmation cible quota hausse consecutif consecutive',
);

/** Le parc existant, par financement : « LLS hors PLS », « Nb LLS PLAI ». */
const FINANCEMENTS = ensemble('hors plai plus pls');
const A_PRODUIRE = ensemble('produire production programmation minimum maximum');

/** Une unité qu'on ne sait pas convertir d'après l'en-tête seul. */
const UNITES = ensemble('millier millions centaine');

const MATIERES = ensemble(
  'region departement dpt dept dep arrondissement canton epci intercommunalite structure ordre numero num id fid gid siren siret postal code nom libelle prenom ' +
    'maire superficie surface hectare territoire parc logement lls rp residence conventionne deconventionne taxe fonciere fiscal fiscale potentiel revenu menage ' +
    'demande attribution foncier gare plu plui plh scot ppr ppri peb serv cp autorisation urbanisme construction depense recette fonctionnement budget ' +
    'montant euro dotation plafond seuil decret arrete article date jour source note nota modification statut situation inventaire fusion commune metro dom ' +
    'iml bailleur bail concerne bilan secteur anah social plus latitude longitude geom altitude action projet operation etat annuel quantitatif delivrance reprise reel reelle classe conv prefet hlm demo demographie demographique decrois pourcent',
);

const DE_LA_LOI = ensemble('plancher legal moitie');
/** « Plancher de mutualisation », « Plancher (CMS.PLANCHER) » : ce que la loi fixe, recalculé à côté. */
const PLANCHER_LEGAL = ensemble(
  'plancher minimum legal contrat reference triennal loi article moitie sru commune pourcent tranche manquant mutualise',
);

const seule = (mots: ReadonlySet<string>, mot: string) => mots.has(mot) && mots.size === 1;

/** « N° », « # » : les lignes y sont comptées. */
const NUMERO_DE_LIGNE = /^\s*(?:n[°ºo]?|num[ée]ros?|num|#)\s*(?:\.\s*)?$/i;

const RIEN: SortDEntete = { sort: 'sans effet', sensible: false };
const SENSIBLE: SortDEntete = { sort: 'non comprise', sensible: true };
const INCONNU: SortDEntete = { sort: 'non comprise', sensible: false };

/** « Contrat / manquants », « LLS/RP » : le rapport de deux nombres du tableau. */
const RAPPORT = /^[^/÷]*\S\s*[/÷]\s*(?:logements? )?(?:manquants?|rp|résidences principales|population|lls)\s*$/i;

/** Le sort d'un en-tête qui ne nomme aucune colonne connue. */
export function sortDe(texte: string): SortDEntete {
  if (compteAutreChose(texte)) return RIEN;
  if (NUMERO_DE_LIGNE.test(texte) || RAPPORT.test(texte)) return RIEN;
  const mots = motsDe(recoller(texte));
  const a = (liste: ReadonlySet<string>) => [...mots].some((mot) => liste.has(mot));
  const parleDObjectif = a(D_OBJECTIF);
  if (a(SANS_EFFET)) return RIEN;
  if (mots.has('dat')) return a(D_ACCORD) ? SENSIBLE : RIEN;
  if (a(D_ACCORD) && a(AUTRES_SIGNATAIRES)) return RIEN;
  if (a(DE_LA_LOI) && [...mots].every((mot) => PLANCHER_LEGAL.has(mot))) return RIEN;
  if (a(UNITES) && (parleDObjectif || mots.has('rp') || mots.has('lls') || mots.has('logement'))) return SENSIBLE;
  if (!parleDObjectif) {
    const desPlus = mots.has('plu') && a(DE_REALISATION);
    const duParc = mots.has('lls') && a(FINANCEMENTS) && !a(DE_REALISATION) && !a(A_PRODUIRE);
    if (a(D_AUTRE_MATIERE) || desPlus || duParc) return RIEN;
  }
  if (a(SENSIBLES) || seule(mots, 'logement') || seule(mots, 'tranch')) return SENSIBLE;
  return a(MATIERES) ? RIEN : INCONNU;
}
