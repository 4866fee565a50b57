import { ecrire, ecrireCompte } from '../../nombres';
import { estRefus, tauxPlancher, type Etape } from '../../regles';
import { lue, NOMS, type ColonneNombre, type CommuneDressee, type ControleBilan } from '../../tableau';
import { manquesDe, nomDuPasse, passeEnMots, phraseDeLaSuite } from '../natures/bilan-mots';
import { element, liste, paragraphe, type Bloc } from '../note/document';
import { pasAPas } from '../pas-a-pas';
import { chapitre } from './chapitre';

/** L'objectif, ce qui a été réalisé, et ce qui s'ensuit. */
export function ficheDeBilan(c: CommuneDressee, { contexte: { droit } }: ControleBilan): Bloc[] {
  const { objectif, realises, bilan, sansObjet, atteint, qualitatif, prelevement, suite, passe } = c;
  if (sansObjet) return [paragraphe('Aucun objectif à atteindre.'), ...precedentes(passe)];
  const manques = manquesDe(c);
  const plancher =
    atteint === false && objectif !== null && realises !== null ? tauxPlancher(objectif, realises, droit) : null;
  const etapes: readonly Etape[] = [
    ...(bilan?.taux && objectif !== null && realises !== null ? [realisation(bilan.taux, realises, objectif)] : []),
    ...(plancher && !estRefus(plancher) ? plancher.etapes : []),
  ];
  const euros = [
    ...(prelevement.prelevement?.etapes ?? []),
    ...(atteint === false ? (prelevement.majore?.calcul.etapes ?? []) : []),
  ];
  return [
    paragraphe(conclusion(c, manques)),
    ...(etapes.length > 0 ? [pasAPas('Le bilan, pas à pas', etapes)] : []),
    ...(bilan?.note ? [paragraphe(`À vérifier : ${bilan.note}.`)] : []),
    ...chapitre('PLAI et PLS', [liste([element('', qualitatif.plai.phrase), element('', qualitatif.pls.phrase)])]),
    ...chapitre('Ce que le tableau en compte', decompte(c)),
    ...chapitre('Prélèvement', euros.length > 0 ? [pasAPas('Avant les dépenses déductibles et le report', euros)] : []),
    ...precedentes(passe),
    ...chapitre('Période suivante', [paragraphe(`Objectif de référence : ${phraseDeLaSuite(suite)}`)]),
  ];
}

function conclusion({ objectif, realises, atteint, bilan }: CommuneDressee, manques: string): string {
  if (objectif === null || realises === null || atteint === null)
    return 'Le tableau ne permet pas d’en affirmer le bilan : voir les constats.';
  const chiffres = `${ecrireCompte(realises, 'logement réalisé', 'logements réalisés')} pour un objectif de ${ecrire(objectif)}`;
  const carence = bilan?.majoration
    ? ' Si le préfet prononce la carence, le prélèvement est majoré du taux plancher au moins.'
    : '';
  const issue = [...(atteint ? ['objectif atteint'] : []), ...(manques ? [`il manque ${manques}`] : [])].join(' ; ');
  return `${chiffres} : ${issue}.${atteint ? '' : carence}`;
}

const realisation = (valeur: Etape['valeur'], realises: number, objectif: number): Etape => ({
  nom: 'Taux de réalisation',
  valeur,
  unite: 'ratio',
  formule: `${ecrire(realises)} / ${ecrire(objectif)}`,
  reference: 'L302-9-1',
  certitude: 'texte',
});

const precedentes = (passe: CommuneDressee['passe']): Bloc[] =>
  chapitre(
    'Périodes précédentes, telles que le tableau les rappelle',
    passe.length > 0 ? [liste(passe.map((p) => element(nomDuPasse(p), passeEnMots(p))))] : [],
  );

const COMPOSANTES = [
  ['variation_inventaire', '(a) '],
  ['deja_comptes', '− (b) '],
  ['finances_1', '+ (c) '],
  ['finances_2', '+ (d) '],
  ['finances_3', '+ (e) '],
  ['report', '+ '],
] as const satisfies readonly (readonly [ColonneNombre, string])[];

/** Le décompte du ministère, s'il est au tableau. */
function decompte({ ligne }: CommuneDressee): Bloc[] {
  const elements = COMPOSANTES.flatMap(([colonne, signe]) => {
    const valeur = lue(ligne, colonne)?.valeur;
    return valeur ? [element(`${signe}${NOMS[colonne]}`, ecrire(valeur), ligne.cellule(colonne))] : [];
  });
  return elements.length > 0 ? [liste(elements)] : [];
}
