import { typographier } from '../nombres';

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Un texte dans du HTML ou du XML, où il ne devient jamais du balisage. La typographie d'abord : elle ne doit pas prendre le « ; » d'une entité. */
export const echapper = (texte: string): string =>
  typographier(texte.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ')).replace(/[&<>"']/g, (c) => ENTITES[c]!);
