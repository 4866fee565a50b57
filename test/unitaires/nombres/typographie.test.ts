import { typographier } from '../../../src/nombres';

const INSECABLE = '\u00a0';
const FINE = '\u202f';

test.each([
  ['Écart : 5 % ou 5 €', `Écart${INSECABLE}: 5${INSECABLE}% ou 5${INSECABLE}€`],
  ['« Oui » ; non ! ou quoi ?', `«${INSECABLE}Oui${INSECABLE}»${FINE}; non${FINE}! ou quoi${FINE}?`],
  ['L. 302-8, D. 331-12 et R. 302-17', `L.${INSECABLE}302-8, D.${INSECABLE}331-12 et R.${INSECABLE}302-17`],
  ['L. Deffontaines, en 2022. 3 pages', 'L. Deffontaines, en 2022. 3 pages'],
])('« %s »', (phrase, attendue) => expect(typographier(phrase)).toBe(attendue));
