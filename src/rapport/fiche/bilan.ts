import { ecrire, ecrireCompte, ecrireEuros } from '../../nombres';
import { estRefus, tauxPlancher, type Etape } from '../../regles';
import { lue, NOMS, type ColonneNombre, type CommuneDressee, type ControleBilan } from '../../tableau';
import { ISSUES_EN_PHRASES, phraseDeLaSuite } from '../natures/bilan-mots';
import { element, liste, paragraphe, type Bloc } from '../note/document';
import { chapitre } from './chapitre';
import { pasAPas } from '../pas-a-pas';

/** L'objectif, ce qui a été réalisé, et ce qui s'ensuit. */
export function ficheDeBilan(c: CommuneDressee, { contexte: { droit } }: ControleBilan): Bloc[] {
  const { objectif, realises, bilan, sansObjet, atteint } = c;
  if (sansObjet) return [paragraphe('Aucun objectif à atteindre.')];
  if (objectif === null || realises === null || !bilan?.taux)
    return [paragraphe('Le tableau ne permet pas d’en dresser le bilan : voir les constats.'), ...decompte(c)];
  const majoration = atteint === false && bilan.majoration ? tauxPlancher(objectif, realises, droit) : null;
  const taux: Etape = {
    nom: 'Taux de réalisation',
    valeur: bilan.taux,
    unite: 'ratio',
    formule: `${ecrire(realises)} / ${ecrire(objectif)}`,
    reference: 'L302-9-1',
    certitude: 'texte',
  };
  const issue =
    atteint === null
      ? 'le contrôle n’en conclut rien, voir les constats'
      : atteint
        ? 'objectif atteint'
        : `il en manque ${ecrire(c.manquent ?? 0)}`;
  return [
    paragraphe(
      `${ecrireCompte(realises, 'logement réalisé', 'logements réalisés')} pour un objectif de ${ecrire(objectif)} : ${issue}.${majoration ? ' Si le préfet prononce la carence, le prélèvement est majoré du taux plancher au moins.' : ''}`,
    ),
    liste(suites(c)),
    pasAPas('Le bilan, pas à pas', [taux, ...(majoration && !estRefus(majoration) ? majoration.etapes : [])]),
    ...(bilan.note ? [paragraphe(`À vérifier : ${bilan.note}.`)] : []),
    ...decompte(c),
  ];
}

function suites({ issue, atteint, qualitatif: { plai, pls }, prelevement, suite }: CommuneDressee) {
  const { prelevement: du, majore } = prelevement;
  return [
    element('Bilan', ISSUES_EN_PHRASES[issue]),
    element('PLAI et PLS', `${plai.phrase} ; ${pls.phrase}`),
    ...(du ? [element('Prélèvement, avant déductions et report', ecrireEuros(du.valeur))] : []),
    ...(atteint === false && majore ? [element('Majoré', `${ecrireEuros(majore.calcul.valeur)} au moins`)] : []),
    element('Période suivante', phraseDeLaSuite(suite)),
  ];
}

const COMPOSANTES = [
  ['variation_inventaire', '(a) '],
  ['deja_comptes', '− (b) '],
  ['finances_1', '+ (c) '],
  ['finances_2', '+ (d) '],
  ['finances_3', '+ (e) '],
  ['report', '+ '],
  ['objectif_plai', ''],
  ['plai_realises', ''],
  ['objectif_pls', ''],
  ['pls_realises', ''],
] as const satisfies readonly (readonly [ColonneNombre, string])[];

/** Le décompte du ministère et le volet qualitatif, s'ils sont au tableau. */
function decompte({ ligne }: CommuneDressee): Bloc[] {
  const elements = COMPOSANTES.flatMap(([colonne, signe]) => {
    const valeur = lue(ligne, colonne)?.valeur;
    return valeur ? [element(`${signe}${NOMS[colonne]}`, ecrire(valeur), ligne.cellule(colonne))] : [];
  });
  return chapitre('Ce que le tableau en compte', elements.length > 0 ? [liste(elements)] : []);
}
