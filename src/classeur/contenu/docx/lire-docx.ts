import { celluleDeTexte } from '../../cellule';
import { BLANC, COMMUNE, OBJECTIF_DU_CONTRAT, TITRE_DE_L_ANNEXE } from '../../contrat-redige';
import { normaliser, type Blancs } from '../../../tableau';
import { ErreurDeFichier, formatNonLu } from '../erreur';
import { ouvrirChantier, type FeuilleLue } from '../feuille-lue';
import type { Parties } from '../xlsx';
import { nomLocal, parcourirXml } from '../xml';
import { blocsDe, type Bloc, type CelluleDeTableau, type Genre } from './blocs';
import { reditesDe } from './redites';

const PAS_UN_CONTRAT = formatNonLu(
  `un document Word sans « ${TITRE_DE_L_ANNEXE} » : des documents, seul se lit un contrat préparé par l’outil (--projet)`,
);
const NOM = 'Annexe';

/**
 * L'annexe d'un contrat préparé par l'outil, en une feuille, avec ce que tout le contrat laisse à écrire. Lève `ErreurDeFichier` si le
 * document n'en a pas, ou si son article 2 ne dit pas les mêmes objectifs.
 */
export function lireDocx(parties: Parties): FeuilleLue {
  const blocs = blocsDe(partie(parties, 'document') ?? '', renvoisDe(parties));
  const annexe = annexeDe(blocs);
  const corps = blocs.slice(0, blocs.indexOf(annexe[0]!));
  verifierLesObjectifs(corps, annexe);
  return { ...enFeuille(annexe), aCompleter: blancsDe(blocs), redites: reditesDe(corps) };
}

/** Une partie de `word/`, quel qu'en soit le numéro : « document.xml », « document2.xml ». */
function partie(parties: Parties, nom: 'document' | Genre): string | undefined {
  const motif = new RegExp(`^word/${nom}\\d*\\.xml$`, 'i');
  const trouvee = [...parties].find(([chemin]) => motif.test(chemin));
  return trouvee && new TextDecoder().decode(trouvee[1]);
}

function renvoisDe(parties: Parties) {
  const textes = new Map<string, string>();
  for (const genre of ['comments', 'footnotes', 'endnotes'] as const) {
    let cle = '';
    let enTexte = false;
    parcourirXml(partie(parties, genre) ?? '', {
      ouvre(element, attributs) {
        const nom = nomLocal(element);
        if (/^(?:comment|footnote|endnote)$/.test(nom)) cle = `${genre} ${attributs['w:id'] ?? ''}`;
        enTexte = nom === 't';
      },
      ferme: () => (enTexte = false),
      texte: (texte) => enTexte && textes.set(cle, (textes.get(cle) ?? '') + texte),
    });
  }
  return (genre: Genre, numero: string) => textes.get(`${genre} ${numero}`);
}

const estAnnexe = (bloc: Bloc, motif: RegExp): boolean =>
  bloc.type === 'paragraphe' && motif.test(normaliser(bloc.texte));

/** Du titre de l'annexe à la fin du document, ou à l'annexe suivante. */
function annexeDe(blocs: readonly Bloc[]): readonly Bloc[] {
  const debut = blocs.findLastIndex((b) => estAnnexe(b, new RegExp(`^${normaliser(TITRE_DE_L_ANNEXE)}$`)));
  if (debut < 0) throw new ErreurDeFichier(PAS_UN_CONTRAT);
  const suivante = blocs.findIndex(
    (b, i) => i > debut && b.type === 'paragraphe' && b.titre && estAnnexe(b, /^annexe\b/),
  );
  return blocs.slice(debut, suivante < 0 ? undefined : suivante);
}

function enFeuille(blocs: readonly Bloc[]): FeuilleLue {
  const chantier = ouvrirChantier({ cellules: 0 });
  for (const bloc of blocs) {
    const ligne = chantier.suivante();
    if (bloc.type === 'paragraphe') chantier.poser(ligne, 0, celluleDeTexte(bloc.texte.trim()));
    else bloc.lignes.forEach((cellules, l) => cellules.forEach((c) => poser(chantier, ligne + l, c)));
  }
  return chantier.clore(NOM);
}

function poser(chantier: ReturnType<typeof ouvrirChantier>, ligne: number, cellule: CelluleDeTableau): void {
  const { colonne, largeur, hauteur, texte, notes } = cellule;
  if (hauteur === 0) return;
  chantier.poser(ligne, colonne, celluleDeTexte(texte.trim()));
  chantier.fusionner(ligne, colonne, hauteur, largeur);
  for (const note of notes) chantier.noter(ligne, colonne, note);
}

/** L'objectif de chaque commune, d'après le premier tableau qui a ces deux en-têtes ; `null` : il n'y en a pas. */
function objectifsDe(blocs: readonly Bloc[]): ReadonlyMap<string, string> | null {
  for (const bloc of blocs) {
    if (bloc.type !== 'tableau') continue;
    const [entete = [], ...lignes] = bloc.lignes;
    const [commune, objectif] = [COMMUNE, OBJECTIF_DU_CONTRAT].map((nom) =>
      entete.find(({ texte }) => normaliser(texte) === normaliser(nom)),
    );
    if (!commune || !objectif) continue;
    const dit = (ligne: readonly CelluleDeTableau[], { colonne }: CelluleDeTableau) =>
      ligne.find((c) => c.colonne === colonne)?.texte.trim() ?? '';
    return new Map(lignes.map((ligne) => [dit(ligne, commune), dit(ligne, objectif)]));
  }
  return null;
}

/** Deux objectifs pour une commune : on ne sait pas lequel est signé, et le contrôle n'en lirait qu'un. */
function verifierLesObjectifs(corps: readonly Bloc[], annexe: readonly Bloc[]): void {
  const [article, annexes] = [objectifsDe(corps), objectifsDe(annexe)];
  if (!article || !annexes)
    throw new ErreurDeFichier(
      `L’article 2 et l’annexe doivent chacun garder leur tableau, avec les en-têtes « ${COMMUNE} » et « ${OBJECTIF_DU_CONTRAT} » : le contrôle les rapproche.`,
    );
  const nus = (objectifs: ReadonlyMap<string, string>) =>
    new Map(
      [...objectifs].map(([nom, objectif]) => [
        normaliser(nom),
        objectif.replace(BLANC, '').replace(/[\s\ufdd0-\ufdd2]|^0$/g, ''),
      ]),
    );
  const [unes, autres] = [nus(article), nus(annexes)];
  const commune = [...article.keys(), ...annexes.keys()].find(
    (nom) => (unes.get(normaliser(nom)) ?? '') !== (autres.get(normaliser(nom)) ?? ''),
  );
  if (commune === undefined) return;
  const [un, autre] = [unes, autres].map((o) => o.get(normaliser(commune)) || 'rien');
  throw new ErreurDeFichier(
    `L’article 2 et l’annexe ne disent pas le même objectif pour « ${commune} » : ${un} à l’article 2, ${autre} en annexe. Les accorder, puis contrôler de nouveau.`,
  );
}

/** Ce que chaque partie du contrat laisse entre crochets. */
function blancsDe(blocs: readonly Bloc[]): readonly Blancs[] {
  const comptes = new Map<string, number>();
  let partieDe = '';
  for (const bloc of blocs) {
    if (bloc.type === 'paragraphe' && bloc.titre) partieDe = bloc.texte.replace(BLANC, '…').trim();
    const textes = bloc.type === 'paragraphe' ? [bloc.texte] : bloc.lignes.flatMap((l) => l.map(({ texte }) => texte));
    const nombre = textes.reduce((n, texte) => n + (texte.match(BLANC)?.length ?? 0), 0);
    if (nombre > 0) comptes.set(partieDe, (comptes.get(partieDe) ?? 0) + nombre);
  }
  return [...comptes].map(([nom, nombre]) => ({ partie: nom, nombre }));
}
