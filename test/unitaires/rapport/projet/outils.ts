import JSZip from 'jszip';
import { ANNUAIRE } from '../../../../src/annuaire';
import { controlerFichier } from '../../../../src/cli/verifier';
import { lireContenu } from '../../../../src/classeur/contenu';
import type { Bloc, Cadre, Note } from '../../../../src/rapport/note';
import { noteEnDocx } from '../../../../src/rapport/note/docx';
import { projetDe, type Projet } from '../../../../src/rapport/projet';
import { estRefus } from '../../../../src/regles';
import { controlerClasseur, SANS_PRECISION, type Controle, type Precisions } from '../../../../src/tableau';
import { REFERENTIEL } from '../../../../src/referentiel';
import { options } from '../../../outils/options';

export const CADRE: Cadre = { date: '2026-11-30', version: '1.2.3', annuaire: ANNUAIRE };

export const projet = (...controles: readonly Controle[]): Projet =>
  projetDe({ titre: 'essai.csv', controles, reserves: [] }, CADRE);

export function noteDe(redige: Projet): Note {
  if (redige.refus !== null) throw new Error(redige.refus);
  return redige.note;
}

export async function duFichier(fichier: string, precisions: Partial<Precisions>): Promise<Projet> {
  const { controles, reserves } = await controlerFichier(fichier, options(precisions));
  return projetDe({ titre: fichier.split('/').at(-1)!, controles, reserves }, CADRE);
}

export const blocs = ({ parties }: Note): readonly Bloc[] => parties.flatMap((p) => p.blocs);
export const titres = (note: Note): string[] =>
  blocs(note).flatMap((b) => (b.type === 'titre' && b.niveau < 4 ? [b.texte] : []));
/** Les lignes d'un tableau, à sa légende, espaces insécables comprises. */
export function lignes(note: Note, legende: RegExp): string[][] {
  const bloc = blocs(note).find((b) => b.type === 'tableau' && legende.test(b.legende));
  return bloc?.type === 'tableau' ? bloc.lignes.map((l) => l.map((t) => t.replace(/\s/g, ' '))) : [];
}
export const textes = (note: Note): string[] =>
  blocs(note).flatMap((b) =>
    b.type === 'liste'
      ? b.elements.flatMap((e) => [e.sujet, e.texte, e.source])
      : b.type === 'tableau'
        ? [b.legende, ...b.colonnes.map((c) => c.titre), ...b.lignes.flat()]
        : [b.texte],
  );

/** Un contrat rédigé, puis ce que l'agent y change dans son traitement de texte. */
export async function enDocx(note: Note, changer: (xml: string) => string = (xml) => xml): Promise<Uint8Array> {
  const archive = await JSZip.loadAsync(await noteEnDocx(note));
  const xml = await archive.file('word/document.xml')!.async('string');
  return archive.file('word/document.xml', changer(xml)).generateAsync({ type: 'uint8array' });
}

/** Le contrôle de ce que porte un document, sans rien préciser. */
export async function relire(octets: Uint8Array): Promise<Controle[]> {
  const { feuilles } = await lireContenu(octets, 'contrat');
  return controlerClasseur(feuilles, SANS_PRECISION, REFERENTIEL).tableaux.flatMap(({ resultat }) =>
    estRefus(resultat) ? [] : [resultat],
  );
}

/** Ce qu'un contrôle dit, cellules à part : « ACCORD_MANQUANT Chauvigny bloquant … ». */
export const dits = ({ constats }: Controle): string[] =>
  constats
    .filter(({ code }) => code !== 'CONTRAT_A_COMPLETER')
    .map((c) => [c.code, c.commune, c.gravite, c.empecheDeConclure, c.attendu, c.constate].join(' '))
    .sort();
