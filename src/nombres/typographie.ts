/**
 * Met les espaces insécables d'une phrase française : devant « : », « » », « % », fine devant « ; », « ? », « ! ».
 * @example typographier('Écart : 5 %') // les deux espaces ne se coupent plus
 */
export const typographier = (phrase: string): string =>
  phrase
    .replace(/ (?=[:»%])/g, '\u00a0')
    .replace(/ (?=[;?!])/g, '\u202f')
    .replace(/« /g, '«\u00a0');
