import type { Recit } from '../recit';
import { ambigue, anodine, type Recriture } from './recriture';

const dire = (recit: Recit, ...lignes: readonly (readonly string[])[]): Recit => ({
  ...recit,
  avant: [...recit.avant, ...lignes, []],
});
/** Ne dit du PLH et de l'avis que ce que les précisions ne contredisent pas. */
const plhDe = ({ base }: Recit): boolean => base.precisions.plh ?? true;
const avisDe = ({ base }: Recit): boolean => base.precisions.avis !== 'manquant';
const estBilan = ({ base }: Recit): boolean => base.champs.includes('realises');
/** Une seule, pour que deux récritures ne se contredisent pas. */
const periodeDe = (r: Recit): string => /\d{4}-\d{4}/.exec(r.base.titres.reference ?? '')?.[0] ?? '2026-2028';

/** La période, le PLH et l'avis, écrits ici ou là. */
export const CONTEXTE: readonly Recriture[] = [
  anodine('période au-dessus', (r, h) =>
    dire(r, [`${h.choisir(['Période : ', 'Période triennale ', 'Triennal '])}${periodeDe(r)}`]),
  ),
  anodine('période en cellules', (r) => dire(r, ['Période', periodeDe(r)])),
  anodine('PLH au-dessus', (r, h) =>
    dire(r, [
      plhDe(r)
        ? h.choisir(['PLH : oui', 'PLH exécutoire depuis le 12/03/2020', 'EPCI couvert par un PLH exécutoire'])
        : h.choisir(['PLH : non', 'Pas de PLH']),
    ]),
  ),
  anodine('PLH en cellules', (r) => dire(r, ['PLH exécutoire', plhDe(r) ? 'oui' : 'non'])),
  ambigue('PLH 2025-2030 en titre', (r) => dire(r, ['PLH 2025-2030 – volet logement social'])),
  anodine('avis au-dessus', (r, h) =>
    dire(r, [
      avisDe(r)
        ? h.choisir([
            'Avis de la commission nationale SRU : recueilli',
            'Avis de la commission nationale du 14/01/2026 : favorable',
          ])
        : h.choisir(['Avis de la commission nationale SRU : non recueilli', 'Commission nationale non consultée']),
    ]),
  ),
  anodine('tout le contexte en cellules', (r) =>
    dire(
      r,
      ['Période', periodeDe(r)],
      ['PLH', plhDe(r) ? 'oui' : 'non'],
      ['Avis', avisDe(r) ? 'recueilli' : 'manquant'],
    ),
  ),
  ambigue('feuille qui dit la période', (r) => ({ ...r, feuille: periodeDe(r) })),
  anodine('feuille qui dit le contrat', (r, h) => ({
    ...r,
    feuille: estBilan(r)
      ? 'Bilan'
      : r.base.titres.contrat
        ? 'CMS abaissant'
        : h.choisir(['CIMS', 'CMS mutualisant', 'Contrat']),
  })),
  anodine('feuille sans nom', (r, h) => ({
    ...r,
    feuille: h.choisir(['Feuil1', 'Sheet1', 'Tableau', 'Copie de Feuil1']),
  })),
  anodine('années dans les titres d’objectif', (r) =>
    estBilan(r)
      ? r
      : {
          ...r,
          colonnes: r.colonnes.map((c) =>
            c.champ === 'reference' || c.champ === 'contrat' ? { ...c, titre: `${c.titre} 2026-2028` } : c,
          ),
        },
  ),
  anodine('millésime dans les titres du parc', (r) => ({
    ...r,
    colonnes: r.colonnes.map((c) =>
      c.champ === 'rp' || c.champ === 'lls' ? { ...c, titre: `${c.titre} au 01/01/2025` } : c,
    ),
  })),
];
