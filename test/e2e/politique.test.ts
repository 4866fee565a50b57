/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';

/** Les pages construites, telles qu'un service les servira. */
const OFFICE = 'https://appsforoffice.microsoft.com';
const COMMUNES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};
const DU_VOLET = {
  ...COMMUNES,
  'script-src': `'self' ${OFFICE}`,
  // Des empreintes, non 'unsafe-inline' : les deux attributs de style d'Office.js, aucun autre.
  'style-src':
    "'self' 'unsafe-hashes' 'sha256-ICa0DhwZQJsOd/Rn0N8H6FdQ71GfNL+op2zhAQ+Y4mM=' 'sha256-ZD0chCyBaNHl+4UwQHJIHGoYhKwMeyCXGgJTKW5/67E='",
  'frame-src': `'self' ${OFFICE}`,
};
const SANS_EXCEL = { ...COMMUNES, 'worker-src': "'self'", 'manifest-src': "'self'" };

const lire = (nom: string) => new DOMParser().parseFromString(readFileSync(`dist/${nom}`, 'utf8'), 'text/html');
const balises = (page: Document) =>
  page.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');

describe.each([
  ['volet.html', DU_VOLET],
  ['controle.html', SANS_EXCEL],
])('%s', (nom, attendue) => {
  const page = lire(nom);

  test('porte une politique, exactement celle-ci', () => {
    expect(balises(page)).toHaveLength(1);
    const directives = balises(page)[0]!
      .content.split(';')
      .map((directive) => directive.trim().split(/ (.*)/, 2));
    expect(directives).toEqual(Object.entries(attendue));
  });

  test('la pose en tête, avant tout script et tout style', () => {
    const [premier, deuxieme] = page.head.children;
    expect([premier?.getAttribute('charset'), deuxieme]).toEqual(['utf-8', balises(page)[0]]);
  });

  test('n’a ni script, ni style, ni gestionnaire en ligne', () => {
    expect(page.querySelectorAll('script').length).toBeGreaterThan(0);
    expect([...page.querySelectorAll('script:not([src]), style, [style]')].map((e) => e.outerHTML)).toEqual([]);
    const attributs = [...page.querySelectorAll('*')].flatMap((e) => [...e.attributes]);
    expect(attributs.filter(({ name, value }) => /^on|^srcdoc$/.test(name) || /^\s*javascript:/i.test(value))).toEqual(
      [],
    );
  });
});
