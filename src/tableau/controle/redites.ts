import { ecrirePeriode } from '../../droit';
import { arrondir, comparer, ecrire, fraction, lireNombre, type Quantite } from '../../nombres';
import { typologie } from '../../regles';
import type { Redite } from '../grille';
import type { Tableau } from '../lecture/tableaux';
import { normaliser } from '../texte';
import { auMoins, auPlus } from './catalogue/declaration';
import { constat, type Constat } from './constats';
import type { Contexte } from './contexte';
import { estValeurOuArrondi, type LigneEvaluee } from './evaluation';
import { plancherDe } from './plancher';

/** Ce que l'annexe demande à un nombre de l'article 2, et la phrase qui le dit. */
interface Attendu {
  readonly dit: string;
  readonly admet: (nombres: readonly Quantite[]) => boolean;
}

/** Le corps d'un contrat est ce qui se signe : il dit les nombres de l'annexe, que le contrôle a jugés, ou il ne conclut pas. */
export function verifierRedites(
  lignes: readonly LigneEvaluee[],
  reference: Quantite | null,
  { redites = [] }: Tableau,
  contexte: Contexte,
): Constat[] {
  return redites.flatMap((redite) => {
    const { sur, ou, commune, texte } = redite;
    const evaluee = lignes.find(({ ligne }) => normaliser(ligne.nom) === normaliser(commune ?? ''));
    const dire = (): string | null => {
      if (sur === 'periode') return periodeAttendue(texte, contexte);
      if (commune === null)
        return sur === 'reference' || contexte.droit.typologie ? 'ce tableau, à ces en-têtes' : null;
      if (evaluee) return manque(texte, attenduDe(sur, evaluee, contexte));
      if (!/^total\b/.test(normaliser(commune))) return 'aucune commune de ce nom';
      return sur === 'reference' ? manque(texte, reference && exactement(reference)) : null;
    };
    const attendu = dire();
    return attendu === null
      ? []
      : [constat('REDITE_CONTREDITE', evaluee?.ligne ?? null, { ou, commune, ecrit: texte, attendu })];
  });
}

function periodeAttendue(texte: string, { droit: { periode } }: Contexte): string | null {
  if (!periode) return 'période non précisée';
  const dite = ecrirePeriode(periode);
  return normaliser(texte.replace(/\s?(?:à|au)\s?/, '-')) === normaliser(dite) ? null : dite;
}

/** Ce qui est attendu, si le texte ne le dit pas ; `null` : rien à redire. */
function manque(texte: string, attendu: Attendu | null): string | null {
  if (!attendu) return null;
  const nombres = texte
    .replace(/,\sselon le PLH$/, '')
    .split(/\sou\s/)
    .map(lireNombre);
  const surs = nombres.flatMap((n) => (n && !n.pourcent && !n.ambigu ? [n.valeur] : []));
  return surs.length === nombres.length && attendu.admet(surs) ? null : attendu.dit;
}

const exactement = (attendue: Quantite): Attendu => ({
  dit: ecrire(attendue),
  admet: ([n, ...autres]) =>
    n !== undefined && autres.length === 0 && (ecrire(n) === ecrire(attendue) || estValeurOuArrondi(attendue, n)),
});

function attenduDe(
  sur: Exclude<Redite['sur'], 'periode'>,
  evaluee: LigneEvaluee,
  { droit, plh, contrat: genre }: Contexte,
): Attendu | null {
  const { reference, contrat, intervalle } = evaluee;
  if (sur === 'reference') return reference && exactement(reference);
  if (sur === 'plancher') {
    const plancher = plancherDe(evaluee, genre, droit);
    return plancher && exactement(fraction(arrondir(plancher, 'SUPERIEUR')));
  }
  if (contrat === null) return null;
  const objectif = fraction(contrat);
  if (sur === 'objectif') return exactement(objectif);
  const bornes = typologie(contrat, 0, 0, intervalle, plh, droit);
  if (!bornes) return null;
  const { plaiMinimum, plsMaximum } = bornes;
  if (sur === 'plai')
    return {
      dit: `${auMoins(plaiMinimum)} au moins`,
      admet: ([n, ...autres]) =>
        n !== undefined && autres.length === 0 && comparer(n, plaiMinimum) >= 0 && comparer(n, objectif) <= 0,
    };
  const { strict, large } = plsMaximum;
  const maximums = [...new Set([strict, large].map(auPlus))];
  return {
    dit: `${maximums.join(' ou ')} au plus${maximums.length > 1 ? ', selon le PLH' : ''}`,
    admet: (nombres) =>
      nombres.every((n) => n.numerateur >= 0 && comparer(n, large) <= 0) &&
      nombres.some((n) => comparer(n, strict) <= 0),
  };
}
