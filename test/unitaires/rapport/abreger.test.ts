import { abreger, noteEnMarkdown, type Note } from '../../../src/rapport/note';
import { AU_PLUS } from '../../../src/rapport/note/abreger';
import { element, liste, mots, paragraphe, tableau } from '../../../src/rapport/note/document';

const lignes = (nombre: number) => Array.from({ length: nombre }, (_, i) => [`commune ${i + 1}`]);
const note = (...blocs: Note['parties'][number]['blocs']): Note => ({
  titre: 'Note',
  parties: [{ orientation: 'portrait', blocs }],
});
const ailleurs = (rang: number) => `feuille ${rang} de l’annexe`;

describe('une note abrégée', () => {
  test('à deux cents lignes, est la même', () => {
    const entiere = note(tableau('t', [mots('Commune', 1)], lignes(AU_PLUS)), paragraphe('fin'));
    expect(abreger(entiere, ailleurs)).toEqual({ note: entiere, entiers: [] });
  });
  test('au-delà, compte ce qu’elle laisse, dit où, et garde le total', () => {
    const long = tableau('t', [mots('Commune', 1)], [...lignes(AU_PLUS), ['Total']], { total: true });
    const points = liste(lignes(AU_PLUS + 2).map(([nom]) => element(nom!, '')));
    const { note: abregee, entiers } = abreger(note(long, points), ailleurs);
    expect(entiers).toEqual([long, points]);
    const [court, reste, pointsCourts, suite] = abregee.parties[0]!.blocs;
    expect(court).toMatchObject({ lignes: [...lignes(AU_PLUS - 1), ['Total']] });
    expect(reste).toMatchObject({ texte: '1 autre ligne : feuille 1 de l’annexe.' });
    expect(pointsCourts).toMatchObject({ elements: { length: AU_PLUS } });
    expect(suite).toMatchObject({ texte: '2 autres lignes : feuille 2 de l’annexe.' });
  });
});

test.each([
  ['~~barré~~', '\\~\\~barré\\~\\~'],
  ['voir https://exemple.fr', 'voir https\\://exemple.fr'],
  ['www.exemple.fr', 'www\\.exemple.fr'],
  ['a@exemple.fr', 'a\\@exemple.fr'],
  ['[a](b) <b> `c` *d* _e_ #f |g', '\\[a\\](b) \\<b\\> \\`c\\` \\*d\\* \\_e\\_ \\#f \\|g'],
])('Markdown : « %s » reste du texte', (texte, ecrit) => {
  expect(noteEnMarkdown(note(paragraphe(texte)))).toContain(ecrit);
});
