import { ANNUAIRE } from '../../../../src/annuaire';
import { droitDe } from '../../../../src/droit';
import { ficheDemandee } from '../../../../src/rapport/fiche';
import type { Bloc, Note } from '../../../../src/rapport/note';
import type { Contexte, Controle } from '../../../../src/tableau';
import { controle } from '../../../outils/tableau';

const ENTETES = [
  ...['Code INSEE', 'Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible', 'Rang triennal'],
  ...['Objectif de référence', 'Objectif du contrat', 'Accord de la commune', 'Périodes consécutives d’abaissement'],
];
const lire = (rangees: readonly (readonly unknown[])[], contexte: Partial<Contexte> = {}, entetes = ENTETES) =>
  controle(entetes, rangees, { droit: droitDe({ debut: 2026 }), annuaire: ANNUAIRE, contrat: 'aucun', ...contexte });

const CADRE = { titre: 'essai.csv', date: '2026-11-30', version: '1.2.3' };
const demander = (commune: string, ...controles: readonly Controle[]) =>
  ficheDemandee({ controles, reserves: [] }, { ...CADRE, commune });
function fiche(commune: string, ...controles: readonly Controle[]): Note {
  const demandee = demander(commune, ...controles);
  if (demandee.refus !== null) throw new Error(demandee.refus);
  return demandee.note;
}
const blocs = ({ parties }: Note): readonly Bloc[] => parties.flatMap((p) => p.blocs);
const ecrit = (bloc: Bloc): string =>
  (bloc.type === 'tableau'
    ? bloc.lignes.map((l) => l.join(' | ')).join('\n')
    : bloc.type === 'liste'
      ? bloc.elements.map((e) => `${e.sujet ? `${e.sujet} : ` : ''}${e.texte} (${e.source})`).join('\n')
      : bloc.texte
  ).replace(/[\u00a0\u202f]/g, ' ');
const texte = (note: Note): string => blocs(note).map(ecrit).join('\n');
/** Ce que coiffe un titre. */
const sous = (note: Note, titre: string): string => {
  const tous = blocs(note);
  const debut = tous.findIndex((b) => b.type === 'titre' && b.texte === titre);
  const suite = tous.slice(debut + 1);
  const fin = suite.findIndex((b) => b.type === 'titre');
  return debut < 0
    ? ''
    : suite
        .slice(0, fin < 0 ? undefined : fin)
        .map(ecrit)
        .join('\n');
};

const SAINT_BENOIT = ['86214', 'Saint-Benoît', 2908, 425, 20, 3] as const;

describe('pourquoi 52 ?', () => {
  const note = fiche('Saint-Benoît', lire([[...SAINT_BENOIT, '', '', '', '']]));

  it('la question, puis la réponse en mots et étape par étape (L. 302-8, VII)', () => {
    expect(note.titre).toBe('Saint-Benoît, 2026-2028 : pourquoi 52 logements ?');
    const dit = texte(note);
    expect(dit).toContain('425 logements sociaux pour 2 908 résidences principales, soit 14,61 %');
    expect(dit).toContain('Il en manque 157.');
    expect(dit).toContain('33 % (écart supérieur à 4 points), soit 51,68.');
    expect(dit).toContain('Objectif de référence | 33 % × 156,6 | 51,678 logements | L. 302-8, VII du CCH');
    expect(dit).toMatch(/Arrondi \| 51,678 arrondi à l’entier le plus proche.* \| 52 logements/);
  });

  it('jusqu’où un contrat l’abaisse : 25 % de 156,6 (IX), la moitié de la référence (X)', () => {
    expect(sous(note, 'Jusqu’où un contrat peut l’abaisser')).toBe(
      'Contrat de mixité sociale : 40 au moins, 25 % des manquants (L. 302-8, IX du CCH)\nContrat mutualisant : 26 au moins, 50 % de la référence (L. 302-8, X du CCH)',
    );
  });

  it('PLAI, 30 % de 52 au supérieur ; PLS, à l’inférieur (III)', () => {
    expect(texte(note)).toContain('PLAI, au moins | 30 % × 52 = 15,6, à l’entier supérieur | 16 logements');
    expect(texte(note)).toContain('PLS, au plus | 30 % × 52 = 15,6, à l’entier inférieur | 15 logements');
  });

  it('la fiche se dit de travail, et d’où viennent ses nombres', () => {
    expect(note.pied).toContain('non une notification');
    expect(texte(note)).toContain('30 novembre 2026 par Mutualisation SRU 1.2.3, d’après « essai.csv »');
  });
});

describe('ce qui change la réponse', () => {
  it('un contrat mutualisant qui relève : la question est son objectif, et l’accord se dit (X)', () => {
    const note = fiche('86214', lire([[...SAINT_BENOIT, 52, 80, 'oui', 0]], { contrat: 'cims' }));
    expect(note.titre).toBe('Saint-Benoît, 2026-2028 : pourquoi 80 logements ?');
    expect(sous(note, 'Ce que le contrat change')).toBe(
      'De 52 à 80 (+28, +53,8 %) : accord de la commune : donné (L. 302-8, X du CCH)',
    );
  });

  it('un contrat abaissant : le plancher du IX, et la période d’abaissement', () => {
    const note = fiche('86214', lire([[...SAINT_BENOIT, 52, 40, '', 1]], { contrat: 'cms' }));
    expect(sous(note, 'Ce que le contrat change')).toMatch(/De 52 à 40 \(−12.* plancher 40 \(25 % .* 1re période/);
  });

  it('une entrante : 15 % au rang 1, que rien n’abaisse (VIII)', () => {
    const note = fiche('86214', lire([['86214', 'Saint-Benoît', 10_000, 1500, 20, 1, '', '', '', '']]));
    expect(texte(note)).toContain('15 % × 500 | 75 logements | L. 302-8, VIII du CCH');
    expect(sous(note, 'Jusqu’où un contrat peut l’abaisser')).toContain('aucun contrat ne l’abaisse');
  });

  it('le rang non dit : la fiche le dit avant ses nombres', () => {
    const note = fiche('86214', lire([['86214', 'Saint-Benoît', 2908, 425, 20, '', '', '', '', '']]));
    expect(blocs(note)[0]).toMatchObject({
      type: 'avertissement',
      texte: expect.stringContaining('Rang triennal non dit'),
    });
  });

  it('la cible atteinte : aucun objectif', () => {
    const note = fiche('86214', lire([['86214', 'Saint-Benoît', 10_000, 2000, 20, 3, '', '', '', '']]));
    expect(note.titre).toBe('Saint-Benoît, 2026-2028 : aucun objectif');
    expect(texte(note)).toContain('La cible est atteinte');
  });

  it('un constat qui bloque précède les nombres, et ne se répète pas chez les autres', () => {
    const controles = lire([
      [...SAINT_BENOIT, 40, '', '', ''],
      ['86041', 'Buxerolles', 10_000, 1500, 20, 3, 165, '', '', ''],
    ]);
    expect(blocs(fiche('86214', controles))[0]).toMatchObject({ type: 'verdict', verdict: 'non conforme' });
    expect(sous(fiche('86041', controles), 'Ce que le contrôle en dit')).toBe('Aucun constat sur cette commune.');
  });

  it('les colonnes d’autres périodes, dans les mots du tableau', () => {
    const note = fiche(
      '86214',
      lire([[...SAINT_BENOIT, 52, 45, '30 (66 %)']], {}, [
        ...ENTETES.slice(0, 6),
        ...['Objectif de référence 2026-2028', 'Objectif de référence 2020-2022', 'Réalisés 2020-2022'],
      ]),
    );
    expect(sous(note, 'Autres colonnes datées, telles que le tableau les écrit')).toContain(
      'Objectif de référence 2020-2022 : 45',
    );
  });
});

describe('d’autres tableaux', () => {
  it('un bilan : réalisés sur objectif, et le taux plancher de majoration (L. 302-9-1)', () => {
    const entetes = ['Code INSEE', 'Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025'];
    const avant = ['Objectif 2020-2022', 'Réalisés 2020-2022'];
    const note = fiche(
      '86214',
      lire([['86214', 'Saint-Benoît', 21, 4, 30, 33]], { droit: droitDe({ debut: 2023 }) }, [...entetes, ...avant]),
    );
    expect(note.titre).toBe('Saint-Benoît, 2023-2025 : bilan triennal');
    expect(texte(note)).toContain('4 logements réalisés pour un objectif de 21 : il manque 17 logements.');
    expect(texte(note)).toContain('Taux de réalisation | 4 / 21 | 19,0476 % | L. 302-9-1 du CCH');
    expect(texte(note)).toMatch(/Taux plancher de majoration \| .* \| 81 %/);
    expect(texte(note)).toContain('2020-2022 : 33 sur 30 (110 %)');
  });

  it('un inventaire publié encadre, et ne notifie pas', () => {
    const entetes = [
      'Code INSEE',
      'Commune',
      'Taux SRU au 01/01/2024',
      'Taux cible',
      'Logements sociaux',
      'Déficitaire',
    ];
    const note = fiche('86214', lire([['86214', 'Saint-Benoît', '17,78 %', '25 %', 345, 1]], {}, entetes));
    expect(sous(note, 'Ce que ces chiffres encadrent')).toContain('Objectif de référence : 46');
    expect(sous(note, 'Ce que ces chiffres encadrent')).toContain('ce n’est pas l’objectif notifié');
  });
});

describe('nommer la commune', () => {
  const rangees = [
    [...SAINT_BENOIT, '', '', '', ''],
    ['86041', 'Buxerolles', 10_000, 1500, 20, 3, 165, '', '', ''],
    ['86115', 'Jaunay-Marigny', 3000, 400, 20, 3, 66, '', '', ''],
  ];

  it.each(['ST BENOIT', 'saint-benoît', '86214', ' 86214 '])('« %s »', (nom) => {
    expect(fiche(nom, lire(rangees)).titre).toContain('Saint-Benoît');
  });

  it('inconnue : les plus proches d’abord', () => {
    expect(demander('Jaunai', lire(rangees)).refus).toMatch(
      /n’est pas une commune de ce classeur.*: « Jaunay-Marigny », /,
    );
  });

  it('deux homonymes : leurs codes se demandent', () => {
    const homonymes = lire([
      ['93066', 'Saint-Denis', 10_000, 1500, 25, 3, '', '', '', ''],
      ['97411', 'Saint-Denis', 10_000, 1500, 20, 3, '', '', '', ''],
    ]);
    expect(demander('Saint-Denis', homonymes).refus).toMatch(
      /désigne 2 communes.*\(93066, B2\), Saint-Denis \(97411, B3\)\. Donner le code INSEE/,
    );
    expect(texte(fiche('97411', homonymes))).toContain('la loi en demande 20 %');
  });

  it('deux lignes d’un même nom, sans code : les deux, avec leur cellule', () => {
    const sansCode = lire([
      ['', 'Buxerolles', 10_000, 1500, 20, 3, '', '', '', ''],
      ['', 'Buxerolles', 10_000, 1600, 20, 3, '', '', '', ''],
    ]);
    const note = fiche('Buxerolles', sansCode);
    expect(note.parties).toHaveLength(2);
    expect(texte(note)).toMatch(/Buxerolles, feuille .*, B2[\s\S]*Buxerolles, feuille .*, B3/);
  });
});
