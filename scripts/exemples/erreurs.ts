import type { Workbook, Worksheet } from 'exceljs';
import { articleDe } from '../../src/regles';
import { CONSTATS, type CodeConstat } from '../../src/tableau';
import { CODES_MONTRES, GROUPES } from './erreurs-cas';
import { E, type Cas, type Entete, type Groupe } from './erreurs-types';
import { appeler, deverser } from './formules';
import { ajouterLisezMoi, FONCTIONS_ABSENTES } from './lisez-moi';
import {
  ajouterFeuille,
  avertir,
  colorerVerdicts,
  ecrireLigne,
  FILETS,
  FORMATS,
  GRAS,
  poserEntetes,
  SOUS_TITRE,
  styliserTotal,
} from './styles';

/** Les tableaux tiennent de A à H ; le verdict est à part, que le contrôle n'y lise rien. */
const LARGEURS = [14, 14, 14, 14, 14, 14, 16, 3, 24];
const COLONNE_VERDICT = 'J';

const FICTIF =
  'Chiffres fictifs : chaque tableau illustre un constat. Verdict de CIMS.VALIDER, avec "oui" et "recueilli" pour arguments, sauf mention.';
const NOMS_REELS =
  ' Les communes sont réelles, car leur nom et leur code comptent ici ; aucun nombre ne décrit leur situation.';

/** Un tableau par constat, rangés par famille. */
export async function ecrireErreurs(classeur: Workbook): Promise<void> {
  for (const groupe of GROUPES) await ecrireGroupe(classeur, groupe);
  ajouterLisezMoi(classeur, 'Lisez-moi : les constats du contrôle', [
    {
      titre: 'Ce que montre ce classeur',
      lignes: [
        'Un tableau faux pour chaque constat que les cellules d’un tableau suffisent à montrer, avec sa gravité, son article et le verdict qui en résulte. Les chiffres sont fictifs ; les communes A et B n’existent pas, ce que le contrôle signale aussi (COMMUNE_INCONNUE).',
        'Bloquant : le verdict est NON CONFORME. Alerte : le contrôle signale sans bloquer, ou ne peut pas conclure (INDÉTERMINÉ). Information : rien à corriger.',
        'Ligne de commande : « npm run verifier -- erreurs.xlsx » contrôle tous ces tableaux à la fois.',
      ],
    },
    {
      titre: 'Les constats, leur gravité ordinaire (celle de chaque tableau y est écrite) et leur feuille',
      lignes: CODES_MONTRES.map((code) => [code, `${enBref(code)} ; feuille « ${feuilleDe(code)} »`]),
    },
    FONCTIONS_ABSENTES,
  ]);
}

/** La gravité ordinaire d'un constat, et son article. */
function enBref(code: CodeConstat): string {
  const { gravite, reference } = CONSTATS[code];
  return `${gravite}, ${articleDe(reference)}`;
}

function feuilleDe(code: CodeConstat): string {
  const groupe = GROUPES.find(({ cas }) => cas.some((c) => c.code === code));
  if (!groupe) throw new Error(`Le constat ${code} n’a pas de tableau dans erreurs.xlsx.`);
  return groupe.feuille;
}

/** Combien de tableaux tiennent sur une page ; un saut les garde entiers. */
const PAR_PAGE = 4;
const ECHELLE = 75;

async function ecrireGroupe(classeur: Workbook, { feuille: nom, titre, cas }: Groupe): Promise<void> {
  const codes = nom === 'Communes';
  const largeurs = codes ? [12, 24, ...LARGEURS.slice(1)] : [26, ...LARGEURS];
  const feuille = ajouterFeuille(classeur, nom, titre, { largeurs, echelle: ECHELLE });
  avertir(feuille, `A2:${COLONNE_VERDICT}2`, codes ? FICTIF + NOMS_REELS : FICTIF);
  let ligne = 4;
  for (const [rang, un] of cas.entries()) {
    if (rang > 0 && rang % PAR_PAGE === 0) feuille.getRow(ligne - 1).addPageBreak();
    ligne = await ecrireCas(feuille, ligne, un);
  }
  colorerVerdicts(feuille, `${COLONNE_VERDICT}4:${COLONNE_VERDICT}${ligne}`);
}

/** Le code, la note, le tableau ; rend la ligne du suivant, après deux lignes vides. */
async function ecrireCas(
  feuille: Worksheet,
  debut: number,
  { code, note, entetes, lignes, verdict = ['CIMS.VALIDER', '"oui"', '"recueilli"'] }: Cas,
): Promise<number> {
  const entete = debut + 2;
  ecrireLigne(feuille, debut + 1, `A${debut + 1}:H${debut + 1}`, note);
  poserEntetes(
    feuille,
    entete,
    entetes.map((e) => E[e]),
    () => 'entete',
  );
  lignes.forEach((valeurs, l) => ecrireRangee(feuille, entete + 1 + l, entetes, valeurs));
  const fin = entete + lignes.length;
  const plage = `A${entete}:${feuille.getCell(fin, entetes.length).address}`;
  const etiquette = { value: `${code} : ${await enBrefDans(feuille, code, plage, verdict)}`, font: SOUS_TITRE };
  Object.assign(feuille.getCell(debut, 1), etiquette);
  if (verdict === null) return fin + 3;
  const [fonction, ...contexte] = verdict;
  Object.assign(feuille.getCell(`${COLONNE_VERDICT}${debut}`), { value: `Verdict (${fonction})`, font: GRAS });
  const adresse = `${COLONNE_VERDICT}${debut + 1}`;
  deverser(feuille, adresse, await appeler(feuille, fonction, plage, ...contexte));
  Object.assign(feuille.getCell(adresse), { font: GRAS, alignment: { vertical: 'middle' } });
  return fin + 3;
}

/** La gravité que le constat a dans ce tableau-ci, quand une fonction la rend. */
async function enBrefDans(
  feuille: Worksheet,
  code: CodeConstat,
  plage: string,
  verdict: NonNullable<Cas['verdict']> | null,
): Promise<string> {
  if (verdict?.[0] !== 'CIMS.VALIDER') return enBref(code);
  const [, ...contexte] = verdict;
  const { valeurs } = await appeler(feuille, 'CIMS.CONSTATS', plage, ...contexte);
  const constat = valeurs.find(([, c]) => c === code);
  if (!constat) throw new Error(`erreurs.xlsx : le tableau ${code} ne lève pas son constat.`);
  return `${String(constat[0])}, ${String(constat[4])}`;
}

const TAUX = new Set<Entete>(['taux', 'cible', 'rattrapage']);
const TEXTES = new Set<Entete>(['code', 'commune', 'accord', 'prelevement']);

function ecrireRangee(
  feuille: Worksheet,
  ligne: number,
  entetes: readonly Entete[],
  valeurs: readonly (string | number | null)[],
): void {
  if (valeurs[0] === 'Total') styliserTotal(feuille, ligne, entetes.length);
  entetes.forEach((entete, c) => {
    const cellule = feuille.getCell(ligne, c + 1);
    const valeur = valeurs[c] ?? null;
    cellule.value = valeur === '#REF!' ? { error: '#REF!' } : valeur;
    cellule.numFmt = TAUX.has(entete) ? FORMATS.pourcent : TEXTES.has(entete) ? FORMATS.texte : FORMATS.entier;
    cellule.border = FILETS;
    if (entete !== 'commune') cellule.alignment = { horizontal: 'center' };
  });
}
