import { ecrire, ecrireCompte } from '../../nombres';
import { estRefus, tauxPlancher, type Etape } from '../../regles';
import { lue, NOMS, type ColonneNombre, type CommuneAuBilan, type ControleBilan } from '../../tableau';
import { manquentAu } from '../natures/bilan';
import { element, liste, paragraphe, type Bloc } from '../note/document';
import { chapitre } from './chapitre';
import { pasAPas } from '../pas-a-pas';

/** L'objectif, ce qui a été réalisé, et ce qui s'ensuit. */
export function ficheDeBilan(c: CommuneAuBilan, { contexte: { droit } }: ControleBilan): Bloc[] {
  const { objectif, realises, bilan, sansObjet } = c;
  if (sansObjet) return [paragraphe('Aucun objectif à atteindre.')];
  if (objectif === null || realises === null || !bilan?.taux)
    return [paragraphe('Le tableau ne permet pas d’en dresser le bilan : voir les constats.'), ...decompte(c)];
  const atteint = realises >= objectif;
  const majoration = bilan.majoration ? tauxPlancher(objectif, realises, droit) : null;
  const taux: Etape = {
    nom: 'Taux de réalisation',
    valeur: bilan.taux,
    unite: 'ratio',
    formule: `${ecrire(realises)} / ${ecrire(objectif)}`,
    reference: 'L302-9-1',
    certitude: 'texte',
  };
  return [
    paragraphe(
      `${ecrireCompte(realises, 'logement réalisé', 'logements réalisés')} pour un objectif de ${ecrire(objectif)} : ${atteint ? 'objectif atteint' : `il en manque ${ecrire(manquentAu(c) ?? 0)}`}.${majoration ? ' Si le préfet prononce la carence, le prélèvement est majoré du taux plancher au moins.' : ''}`,
    ),
    pasAPas('Le bilan, pas à pas', [taux, ...(majoration && !estRefus(majoration) ? majoration.etapes : [])]),
    ...(bilan.note ? [paragraphe(`À vérifier : ${bilan.note}.`)] : []),
    ...decompte(c),
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
function decompte({ ligne }: CommuneAuBilan): Bloc[] {
  const elements = COMPOSANTES.flatMap(([colonne, signe]) => {
    const valeur = lue(ligne, colonne)?.valeur;
    return valeur ? [element(`${signe}${NOMS[colonne]}`, ecrire(valeur), ligne.cellule(colonne))] : [];
  });
  return chapitre('Ce que le tableau en compte', elements.length > 0 ? [liste(elements)] : []);
}
