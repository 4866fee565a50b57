import { ecrireCompte } from '../../nombres';
import { fixe, TAILLE, type Cadre } from './cadre';
import { dessiner, imageDe } from './dessiner';
import { CLAIRES, STYLE_DU_DESSIN } from './encres';
import { couper } from './lettrage';
import type { Graphique, Portrait } from './modele';
import { enTexte, noeud, type Noeud } from './noeud';

const LARGEUR = 900;
const MARGE = 24;
const UTILE = LARGEUR - 2 * MARGE;
/** Au-delà, un dessin d'un seul tenant ne se regarde plus : les replis restent au rapport. */
const RANGEES_DES_REPLIS = 200;
const POLICE = "'Marianne', 'Segoe UI', 'Liberation Sans', Arial, sans-serif";

/** Des portraits en un seul dessin, autonome ; `pied` dit qui l'a établi, quand, d'après quoi ; `theme` : clair partout, ou celui de qui le regarde. */
export function portraitsEnSvg(
  portraits: readonly Portrait[],
  pied: string,
  theme: 'clair' | 'du lecteur' = 'du lecteur',
): string {
  const pose = new Pose();
  for (const [i, portrait] of portraits.entries()) {
    if (i > 0) pose.y += 2 * MARGE;
    poser(pose, portrait, `p${i + 1}`);
  }
  pose.texte(pied, 11, CLAIRES.discret);
  const hauteur = pose.y + MARGE;
  const svg = noeud(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: LARGEUR,
      height: hauteur,
      viewBox: `0 0 ${LARGEUR} ${hauteur}`,
      'font-family': POLICE,
    },
    noeud('title', {}, portraits.map(({ titre }) => titre).join(' ; ')),
    ...(theme === 'clair' ? [] : [noeud('style', {}, STYLE_DU_DESSIN)]),
    noeud('rect', { width: LARGEUR, height: hauteur, fill: CLAIRES.fond }),
    ...pose.noeuds,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${enTexte(svg)}\n`;
}

function poser(pose: Pose, { titre, verdict, resume, graphiques, replis }: Portrait, id: string): void {
  pose.texte(titre, 20, CLAIRES.texte, true);
  pose.texte(verdict, 13, CLAIRES.texte, true);
  for (const phrase of resume) pose.texte(phrase, 13, CLAIRES.texte);
  graphiques.forEach((g, i) => pose.graphique(g, `${id}-${i + 1}`));
  const rangees = replis.flatMap((r) => r.graphiques.map((g) => g.rangees.length)).reduce((a, b) => a + b, 0);
  if (rangees > RANGEES_DES_REPLIS) {
    const detail = ecrireCompte(replis.length, 'département');
    pose.texte(`Le détail de ${detail} est dans le rapport en page web (.html).`, 13, CLAIRES.texte);
    return;
  }
  for (const [r, repli] of replis.entries()) {
    pose.texte(repli.titre, 16, CLAIRES.texte, true);
    repli.graphiques.forEach((g, i) => pose.graphique(g, `${id}-r${r + 1}-${i + 1}`));
  }
}

/** Ce qui se pose de haut en bas. */
class Pose {
  y = MARGE;
  readonly noeuds: Noeud[] = [];

  texte(phrase: string, taille: number, fill: string, gras = false): void {
    const haut = taille + 6;
    for (const ligne of couper(phrase, gras ? taille * 1.08 : taille, UTILE)) {
      const attributs = { x: MARGE, y: this.y + taille, 'font-size': taille, fill };
      this.noeuds.push(noeud('text', gras ? { ...attributs, 'font-weight': 'bold' } : attributs, ligne));
      this.y += haut;
    }
    this.y += 4;
  }

  graphique(graphique: Graphique, id: string): void {
    this.y += 14;
    this.texte(graphique.table.titre, 15, CLAIRES.texte, true);
    if (graphique.rangees.length > 0) this.dessin(graphique, id);
    for (const remarque of graphique.remarques) this.texte(remarque, 11, CLAIRES.discret);
  }

  private dessin(graphique: Graphique, id: string): void {
    const cadre: Cadre = { ...fixe(UTILE), id, encres: CLAIRES };
    const bandes = dessiner(graphique, cadre).map(({ noeuds, hauteur }) => {
      const bande = noeud('svg', { x: MARGE, y: this.y, overflow: 'visible' }, ...noeuds);
      this.y += hauteur;
      return bande;
    });
    this.noeuds.push(noeud('g', { ...imageDe(id), 'font-size': TAILLE }, ...bandes));
  }
}
