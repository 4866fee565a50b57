/**
 * Met les espaces insécables d'une phrase française : devant « : », « » », « % », « € », fine devant « ; », « ? », « ! », et dans
 * « L. 302-8 ».
 * @example typographier('Écart : 5 %') // les deux espaces ne se coupent plus
 */
export const typographier = (phrase: string): string =>
  phrase
    .replace(/ (?=[:»%€])/g, '\u00a0')
    .replace(/ (?=[;?!])/g, '\u202f')
    .replace(/« /g, '«\u00a0')
    .replace(/\b([DLR]\.) (?=\d)/g, '$1\u00a0');
