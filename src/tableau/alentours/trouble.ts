import { normaliser } from '../texte';

const ACCORD = 'de l’accord de communes';
const OBJECTIFS = 'des objectifs';
/** « Objectifs annuels », « pour six ans » : la loi compare ceux d'une période de trois ans. */
const AUTRE_DUREE = /^objectifs? (?:\w+ ){0,2}(?:annuels?|par an|pour (?:six|6) ans)\b|\bun tiers de la periode\b/;
/** « Accords reçus : 7 sur 8 » : il en manque. */
const PARTIEL = /\b\d+ (?:\w+ ){0,2}sur (?:les )?\d+\b|\b(?:pour|par) \d+ communes?\b/;

/** Ce dont dépend un contrôle bloquant, du plus précis au plus vague ; le premier nommé dit de quoi une phrase parle. */
const THEMES: readonly (readonly [motif: string, mots: RegExp])[] = [
  ['d’un avenant', /\bavenants?\b/],
  [
    ACCORD,
    /\b(?:accords?|deliber\w*|delibs?|votes?|votee?s?|conseils? municipa(?:l|ux)|cm|maires?|mairies?|signataires?|ratifi\w*|adhesion|adher\w*|consentement|engagements?)\b/,
  ],
  ['du PLH', /\b(?:plhi?|programme local de l habitat|plui ?h)\b/],
  ['d’un avis', /\b(?:avis|commission nationale|cn ?sru|saisine)\b/],
  [
    'de communes entrantes ou de leur rang',
    /\b(?:entrante?s?|rangs?|nouvellement soumise?s?|sorti(?:e|es|r)|sortantes?)\b/,
  ],
  ['d’abaissement', /\b(?:abaiss\w*|minor\w*|derogat\w*|plafonn\w*)\b/],
  ['d’exonération ou d’exemption', /\b(?:exoner\w*|exempt\w*)\b/],
  [
    'de communes à compter ou non',
    /\b(?:perimetre|soumise?s?|deficitaires?|prelev\w*|carenc\w*|membres?|fusion\w*)\b|\b(?:communes?|epci) (?:\w+ ){0,3}(?:exclu\w*|non \w+|n (?:a|est|ont)|rejoin\w*|rejoindre|ajout\w*|integr\w*|supprim\w*|retir\w*|sort\w*|quitt\w*)\b/,
  ],
  ['du contrat', /\b(?:contrats?|cms|cims|mutualis\w*|conventions?|signatures?|signee?s?)\b/],
  [
    OBJECTIFS,
    /\b(?:objectifs?|obj|repartition|references?|planchers?|cibles?|efforts?|relev(?:e|es|ee|ees|ement|ements)|hausses?|baisses?|rattrapage|manquants?|obligations?|notif\w*)\b/,
  ],
  ['de la période', /\b(?:periodes?|triennal\w*|triennat)\b/],
  [
    'des chiffres du tableau',
    /\b(?:chiffres|donnees|valeurs|tableau|version|rp|lls|inventaire|totaux|total|calculs?|montants?)\b/,
  ],
];

/** Ce qui n'ôte rien à ce que le reste de la phrase affirme. */
const NEUTRES =
  /\b(?:sans (?:objet|effet|reserves?|opposition|observations?|difficulte|contrat|complement|doublons?|accent|incidence|changement)|sauf (?:mention|indication|precision|erreur|avis)(?: \w+)?(?: contraire)?(?: ou omission)?|hors (?:taxes?|ht|qpv|contrat|cms|champ|zones?|echelle|ligne|delais?|site|mgp|idf|ile de france|anru|metropole)|non (?:communiquee?s?|connue?s?|renseignee?s?|disponibles?|concernee?s?|atteinte?s?|applicables?|definie?s?|arrondie?s?|bati\w*|parvenu\w*|conventionnee?s?|sociaux|rempli\w*|imprim\w*|deficitaires?)|annule et remplace|remplacer les (?:cellules|valeurs|chiffres|exemples|nombres)|non \d+(?: \d+)*|non mutualisants?|oui (?:ou )?non|hors residences secondaires|pas de (?:donnees|valeur|chiffre)s?|ne pas (?:modifier|diffuser|supprimer|imprimer|effacer|toucher|trier|remplir|ecrire|communiquer|saisir)|ne rien (?:ecrire|saisir|modifier)|taux de realisation|au plus|au moins|n \d+|d accord avec|avec (?:l )?accord (?:du|de la|des|de l)|mise en oeuvre|des accords|par rapport (?:a|aux?)|contre \d+|plus de \d+|condition(?:s)? de vente)\b/g;

/** Des mots qui changent une condition à eux seuls. */
const GRAVES =
  /\b(?:resili\w*|centaines|dizaines|refus\w*|retir(?:e|ee|es|ees|ait|er|era|ent)|retrait(?! gonflement)|retract\w*|denonc\w*|desist\w*|renonc\w*|sauf|hors|exceptee?s?|a l exception|a l exclusion|ne (?:sera|seront|sont|est)? ?(?:pas )?comp(?:te|tee|tees|tent)|ne comp(?:te|tent) p(?:as|lus)|non (?:comptee?s?|comprise?s?|incluse?s?|signataires?|retenue?s?|reprise?s?|validee?s?|votee?s?|actee?s?)|oppos(?:e|ee|es|ees|ition|ant|ent)|vot(?:e|ee) contre|est contre|sont contre|quitt(?:e|ee|er|era|ent|eront)|defavorables?|rejet\w*|desaccord|veto|avenants?|au lieu de|lire \d+|remplacer \d+|absten\w*|abstenue?s?|ne fait (?:plus|pas) partie|ne font (?:plus|pas) partie|\d+ (?:communes? )?(?:nouvelles? )?entrantes?|reticen\w*|hostiles?|recalcitran\w*|indecise?s?|caduc|caduque|caducs|bloquee?s?|dissoci\w*|sort(?:i|ie|is|ies|ir|ent|ira|iront|ants?)? (?:du|de la|de l)|n (?:a|ont) (?:pas|jamais) (?:donne|signe|delibere|vote|repondu|accepte|confirme|valide))\b/;

/** Des mots qui ne changent une condition que si la phrase parle d'une condition. */
const DOUTES =
  /\b(?:non|pas|n (?:a|est|ont|y|etait|etaient|ayant|aura|auront|en)|ne|sans|aucune?|jamais|absence|absente?s?|manquantes?|manquant|(?:accords?|avis) manquants|manque(?! \d)|annul\w*|suspend\w*|suspens|suspensives?|contest\w*|recours|litige|contentieux|invalid\w*|erron\w*|erreurs?|fausse?s?|faux|exclu\w*|verb(?:al|aux|ale|ales)|ora(?:l|ux|le|lement)|tacites?|principe|partiel\w*|provisoires?|sous reserve|sous condition|condition(?:nee?s?|nel\w*)|en (?:attente|suspens|cours|discussion|negociation|debat|instance|revision|arbitrage)|attendue?s?|incertain\w*|discutee?s?|negoci\w*|modifi\w*|modification|corrig\w*|rectifi\w*|revue?s?(?! de)|revisee?s?|revision|reprise?s?|recal\w*|reajust\w*|reevalu\w*|ajust(?:er|ee|ees|es|ement|ements)|remplac\w*|reporte?e?s?|ajourn\w*|differ(?:e|ee|es|ees)|supprim\w*|perim(?:e|ee|es|ees)|obsoletes?|expir\w*|remis en cause|remise en cause|changer|changent|change(?:ra|ront)?|evolue(?:r|ra|ront)?|attention|douteu\w*|doute|estim(?:e|ee|es|ees|ation|ations)|approxim\w*|hypoth\w*|envisag\w*|pressenti\w*|souhait\w*|demand(?:e|ee|es|ees)|sollicit(?:e|ee|es|ees)|desormais|finalement|complementaires?|complement d|abandonn\w*|prolong\w*|gel(?:e|ee|es|ees)|abattements?|ko|non opposables?|suppl(?:ementaires?|ement)|transfer\w*|prevue?s?|prochain\w*|futur\w*|adopte en|ulterieur\w*|bientot|depuis (?:le|la|sa|son|leur)|deja|a condition|ramenee?s?|indicati\w*|previsionnel\w*|prorog\w*|rejoin\w*|voir (?:avec|mail|courrier|note|maire)|obsolete)\b/;

/** Ce qui reste à faire : « reste à confirmer », « seront revus », « doit être votée ». */
const A_FAIRE =
  /\b(?:a|restent? a|reste) (?:confirmer|prendre|valider|revoir|preciser|arbitrer|obtenir|recueillir|formaliser|deliberer|signer|notifier|fixer|definir|verifier|corriger|discuter|negocier|voter|finaliser|stabiliser|reprendre|modifier|approuver|adopter|ajuster|recalculer|actualiser|caler|trancher|decider|solliciter|demander|ratifier|deduire|ajouter|retrancher|exclure|retirer|venir|consolider|fiabiliser|expertiser|debattre|conclure)\b|\b(?:sera|seront|serait|seraient|doit|doivent|devra|devront|devrait|devraient|pourra|pourront|pourrait|pourraient|va|vont) (?:\w+ ){0,3}(?:revue?s?|revisee?s?|modifi\w*|ajust\w*|notifi\w*|precis\w*|confirm\w*|valid\w*|adopt\w*|vot\w*|fix\w*|recalcul\w*|corrig\w*|transmise?s?|recueill\w*|deliber\w*|soumise?s?|approuv\w*|signe\w*|abaiss\w*|relev\w*|augment\w*|diminu\w*|retir\w*|exclu\w*|change\w*|evolu\w*|complet\w*|repart\w*|remplac\w*|examin\w*|presente\w*|prise?s?|debatt\w*|redistribu\w*|negoci\w*|rejoindre|sortir|entrer|quitter)\b|\b\w+(?:ibere|gne|otera|alide|onne|onfirme|pprouve|dopte)r(?:a|ont)\b|\b(?:votera|voteront|deliberera|delibereront)\b/;

/** Une phrase qui dit la règle, une méthode ou une lecture : elle vaut pour toutes les communes. */
const REGLE =
  /\bne (?:peut|peuvent|doit|doivent|saurait|sauraient|s appliquent?|se cumulent?)\b|\b(?:doit|doivent) etre (?:au moins|superieure?s?|inferieure?s?|egale?s?|couverte?|compris)|\b(?:permet|permettent|prevoit|dispose que|conformement|en application|au sens|au titre|article|articles|cch|circulaire|decret|lecture|definition|methode|formule|mode de calcul|arrondie?s?|correspond(?:ent)?|signifie|par definition|calculee?s?|calcul)\b|\bl 302\b|=/;
/** Une règle ne se met pas en suspens. */
const EN_SUSPENS =
  /\b(?:a|restent? a) (?:confirmer|valider|revoir|preciser|arbitrer|obtenir|recueillir|verifier|negocier|deliberer|notifier)\b|\b(?:en (?:attente|cours|discussion|suspens|negociation)|pas encore|sous reserve|contest\w*|provisoires?|non validee?s?|seront? (?:revue?s?|revisee?s?|modifi\w*))\b/;
const GENERALE =
  /^(?:calculee?s?|l|le|la|les|un|une|des|du|de la|aucune?|chaque|chacune?|tout|toute|tous|toutes|nul|conformement|selon|si|en|article|articles|art|rappel|lecture|regle|definition|methode|formule|calcul|mode|objectif|objectifs|plancher|manquants|logements|taux|accord|communes|commune|reference|nb|note|notes|arrondi|il|on|ne|pour|lorsqu|quand|la loi|c|ces|ce|cet|cette|est|sont|seules|seule|dans|au|aux|a)\b/;

const COMMUNS = new Set(
  'etat prefet prefete maire maires conseil commission code loi epci plh sru cms cims ddt dreal legende source note attention rappel objectif objectifs accord accords contrat avis lecture article total nota important remarque commune communes insee janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre region departement programme local habitat periode deliberation avenant cch france direction mixite sociale oui non'.split(
    ' ',
  ),
);
const PROPRE = /(?<![\p{L}\d.])\p{Lu}[\p{Ll}’'-]{2,}/gu;

/** Ce qui suit le nom d'une commune qui ouvre la phrase : « Ligugé est… ». */
const VERBE =
  /^\S+(?: \S+)? (?:\()?(?:est|a|ne|se|d[ée]j[àa]|[ée]tait|sera|refuse|conteste|reste|doit|devient|passe|sort|entre|exclue?|absente?|ko|non|pas)(?![\p{L}-])|^\S+(?: \S+)? [ns]['’]/iu;

/** Un nom propre : une majuscule ailleurs qu'au début, un nom à trait d'union (« Saint-Benoît »), un sujet (« Ligugé est… »). */
export function nommeQuelquUn(phrase: string): boolean {
  for (const { 0: mot, index } of phrase.matchAll(PROPRE)) {
    if (COMMUNS.has(normaliser(mot).split(' ')[0]!)) continue;
    const avant = phrase.slice(0, index);
    const debut = !/\p{L}/u.test(avant) || (/[.:!] *$/.test(avant) && !/commune/i.test(avant));
    if (!debut || mot.includes('-')) return true;
    const suite = phrase.slice(index);
    if (VERBE.test(suite) && !GENERALE.test(normaliser(suite))) return true;
  }
  return false;
}

const DIT_DE_QUI =
  /\b(?:accords?|entrantes?|abaissee?s?|exoneree?s?|exemptee?s?|signataires?|deficitaires?|soumises?)\b/;
/** « * commune entrante », « (1) exonérée » : la note d'une ligne du tableau. */
const APPEL = /^(?:\*{1,3}|\(\d{1,2}\)|\(?[a-e]\)|\d{1,2}[).]|[¹²³⁴⁵])/u;
const DE_TOUTES =
  /\b(?:chaque|chacune|toutes?|tous|ensemble|des communes|des maires|les communes|les maires|unanim\w*)\b/;

/**
 * De quelle condition bloquante une phrase parle, en la niant, la suspendant, la modifiant ou sans rien dire de lisible ;
 * `null` : elle n'en change aucune.
 * @param surUneLigne le texte est à côté d'une commune : c'est d'elle qu'il parle
 */
export function troubleDe(phrase: string, surUneLigne = false): string | null {
  const mots = normaliser(phrase).replace(NEUTRES, ' ');
  const theme =
    THEMES.find(([, motif]) => motif.test(mots))?.[0] ??
    (surUneLigne
      ? 'de la commune de cette ligne'
      : nommeQuelquUn(phrase) && !CORRESPONDANT.test(mots)
        ? 'd’une commune'
        : null);
  const grave = GRAVES.test(mots);
  if (theme === ACCORD && /\b\d ?= ?\p{L}/u.test(phrase)) return theme;
  if (theme === OBJECTIFS && AUTRE_DUREE.test(mots)) return theme;
  if (/^sources?\b/.test(mots) && !grave) return null;
  if (CODE.test(phrase) || AUCUNE.test(mots) || estUneRegle(phrase, mots)) return null;
  if (grave) return theme ?? 'd’une exception ou d’un retrait';
  if (AJOUT.test(phrase) && nommeQuelquUn(`De ${phrase}`)) return 'des objectifs';
  if (!theme) return SEULE.test(mots) ? 'd’une confirmation' : null;
  if (theme === ACCORD && PARTIEL.test(mots)) return theme;
  if (DOUTES.test(mots) || A_FAIRE.test(mots) || phrase.includes('?')) return theme;
  if (!DIT_DE_QUI.test(mots) || DE_TOUTES.test(mots) || TITRE.test(mots)) return null;
  return APPEL.test(phrase) || nommeQuelquUn(phrase) ? theme : null;
}

/** « Avis favorable, sauf pour Vouneuil » : le fait lu ne vaut pas pour tout le tableau. */
export const porteUneException = (phrase: string): boolean =>
  /\b(?:sauf|hors|a l exception|a l exclusion|exceptee?s?)\b/.test(normaliser(phrase).replace(NEUTRES, ' '));

/** « N : refus » : le sens d'un code du tableau. */
const CODE = /^(?:[ONXAR]|oui|non) ?[:=] /i;
/** « Communes entrantes : aucune » : rien n'en dépend. */
const AUCUNE =
  /^(?:aucune?|pas de|absence de|sans) communes? (?:entrante|exemptee|exoneree|carencee|abaissee|nouvelle)s?\b|^communes? (?:entrante|exemptee|exoneree|carencee|abaissee|nouvelle)s? (?:aucune|neant|0)$/;
/** « Buxerolles : +20 » */
const AJOUT = /\p{L}[ :(]{1,3}\+ ?\d{1,4}(?!\d|[.,]\d| ?%)/u;
/** « À confirmer », sans dire quoi. */
const SEULE =
  /^(?:a (?:confirmer|valider|verifier|revoir|preciser|arbitrer|finaliser)|en (?:attente|cours)(?: de (?:validation|confirmation|signature))?|non (?:valide|confirme|definitif)e?|sous reserve(?: de \w+)?|provisoire)(?: (?:par|avec) (?:\w+ ){0,2}\w+)?$/;

/** Des personnes, des lieux, des services : ce qu'on en dit n'est pas dit d'une commune. */
const CORRESPONDANT =
  /\b(?:mme|madame|monsieur|contact|suivie? par|redact\w*|reunion|copil|comite|operations?|programm\w*|livr\w*|population|taux)\b/;

const TITRE = /^(?:tableau|liste|suivi|etat|annexe|feuille|onglet|fiche|recapitulatif|synthese|bilan)\b/;

const estUneRegle = (phrase: string, mots: string): boolean =>
  !EN_SUSPENS.test(mots) &&
  (REGLE.test(mots) || phrase.includes('=')) &&
  GENERALE.test(mots.replace(/^(?:\d{1,2}|nb|nota|note|rappel|attention) /, '')) &&
  !nommeQuelquUn(phrase) &&
  !(APPEL.test(phrase) && DIT_DE_QUI.test(mots));
