import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { ANNUAIRE } from '../../../src/annuaire';
import { controlerFichier } from '../../../src/cli/verifier';
import { droitDe, DROIT_EN_VIGUEUR } from '../../../src/droit';
import { typographier } from '../../../src/nombres';
import {
  construireNote,
  derogationsDe,
  noteEnHtml,
  noteEnMarkdown,
  signataires,
  type Bloc,
  type Cadre,
  type Note,
} from '../../../src/rapport/note';
import { noteEnDocx } from '../../../src/rapport/note/docx';
import { partieDuResultat } from '../../../src/rapport/natures';
import { reservesDe } from '../../../src/rapport/reserves';
import { grilleDeValeurs, type Contexte } from '../../../src/tableau';
import { options } from '../../outils/options';
import { controle, deNature } from '../../outils/tableau';
import { SANS_LIBREOFFICE, titreSaufSi } from '../../outils/saute';

const DROIT = droitDe({ debut: 2023 });
const CADRE: Cadre = { date: '2026-11-22', version: '1.2.3', annuaire: ANNUAIRE };
const CONTEXTE = { droit: DROIT, plh: true, avis: 'a-recueillir', annuaire: ANNUAIRE } as const;

const ENTETES = [
  ...['Commune', 'Résidences principales', 'Logements sociaux', 'Taux cible', 'Rang triennal', 'Objectif de référence'],
  ...['Objectif du contrat', 'Accord de la commune', 'Périodes consécutives d’abaissement', 'Population'],
];
const unTableau = (lignes: readonly (readonly unknown[])[], contexte: Partial<Contexte> = {}) =>
  deNature('objectifs', controle(ENTETES, lignes, { ...CONTEXTE, ...contexte }));
const noteDe = (
  lignes: readonly (readonly unknown[])[],
  contexte: Partial<Contexte> = {},
  reserves: string[] = [],
): Note =>
  construireNote([{ titre: 'essai.xlsx', controles: [unTableau(lignes, contexte)], reserves, erreur: null }], CADRE);

const GRAND_POITIERS = options({ periode: '2023-2025', plh: true, avis: 'a-recueillir' });
async function noteDeGrandPoitiers(): Promise<Note> {
  const { controles, reserves } = await controlerFichier('assets/exemples/grand-poitiers.xlsx', GRAND_POITIERS);
  return construireNote([{ titre: 'grand-poitiers.xlsx', controles, reserves, erreur: null }], CADRE);
}

/** Tout ce qu'une note dit, bloc par bloc. */
const textes = ({ titre, parties }: Note): string[] => [
  titre,
  ...parties.flatMap((p) => p.blocs.flatMap(textesDuBloc)),
];
function textesDuBloc(bloc: Bloc): string[] {
  if (bloc.type === 'liste') return bloc.elements.flatMap((e) => [e.sujet, e.texte, e.source]).filter(Boolean);
  if (bloc.type !== 'tableau') return [bloc.texte];
  return [bloc.legende, ...bloc.colonnes.map((c) => c.titre), ...bloc.lignes.flat()].filter(Boolean);
}
/** Les lignes du tableau d'une section, à sa légende. */
function lignesDe({ parties }: Note, legende: RegExp): readonly (readonly string[])[] {
  const blocs = parties.flatMap((p) => p.blocs);
  const bloc = blocs.find((b) => b.type === 'tableau' && legende.test(b.legende));
  return bloc?.type === 'tableau' ? bloc.lignes : [];
}
const sections = ({ parties }: Note): string[] =>
  parties.flatMap((p) => p.blocs.flatMap((b) => (b.type === 'titre' && b.niveau < 4 ? [b.texte] : [])));

const lireXml = async (octets: Uint8Array, chemin: string): Promise<string> =>
  (await JSZip.loadAsync(octets)).file(chemin)!.async('string');
const desechapper = (xml: string) =>
  xml.replace(/&(lt|gt|quot|apos|#39|amp);/g, (_, e: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[e] ?? "'");
/** Le texte de chaque paragraphe d'un document. */
const paragraphes = (xml: string): string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([p]) =>
    desechapper([...p.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, t]) => t).join('')),
  );

describe('la note de Grand Poitiers', () => {
  it('a toutes ses parties, dans l’ordre', async () => {
    expect(sections(await noteDeGrandPoitiers())).toEqual([
      'CU du Grand Poitiers : feuille « Mutualisation », A8:O19',
      'Contexte',
      'Objectifs par commune',
      'Dérogations employées',
      'Accords',
      'Ce qui reste à recueillir',
      'Trajectoire',
      'Constats du contrôle',
      'Signataires',
      'Méthode et arrondis',
      'Versions de la loi',
      'Annexe : le tableau',
    ]);
  });

  it('porte sa date, sa version, sa source, et les réserves du classeur dans ses mots', async () => {
    const dit = textes(await noteDeGrandPoitiers()).join('\n');
    expect(dit).toContain('Établie le 22 novembre 2026 par Mutualisation SRU 1.2.3, d’après « grand-poitiers.xlsx »');
    expect(dit.replace(/\s/g, ' ')).toContain('« Illustration. La préfecture de la Vienne a publié les dix communes');
  });

  it('dit chaque dérogation, son article et sa raison', async () => {
    const dites = lignesDe(await noteDeGrandPoitiers(), /^Dérogations/).map((l) => l.map((t) => t.replace(/\s/g, ' ')));
    expect(dites).toHaveLength(3 + 6 + 3);
    expect(dites).toContainEqual([
      'Vouneuil-sous-Biard',
      'Abaissement : 103 → 60 (−43, −41,7 %)',
      'L. 302-8, X du CCH',
      'Logements portés par les communes dont l’objectif est relevé ; plancher 52 (50 % de la référence) ; 1re période consécutive (2 au plus)',
      'admise',
    ]);
    expect(dites).toContainEqual([
      'Chauvigny',
      'Objectif de commune entrante : 25 % des manquants, soit 23',
      'L. 302-8, VIII du CCH',
      'Commune nouvellement soumise, deuxième période pleine ; objectif progressif, qui ne s’abaisse pas',
      'admise',
    ]);
  });

  it('donne ce qui reste après la période, et la référence qui suit', async () => {
    const note = await noteDeGrandPoitiers();
    const lignes = new Map(lignesDe(note, /^Après cette période/).map(([commune, ...reste]) => [commune, reste]));
    // 20 % × 2 486 − (186 + 60) = 251,2 ; 33 % : 82,9, donc 83.
    expect(lignes.get('Vouneuil-sous-Biard')).toEqual(['312', '60', '252', '83', 'oui, 2e période sur 2']);
    // Rang 2, puis droit commun : 20 % × 2 801 − (468 + 50) = 42,2 ; écart de moins de 2 points, 100 %, donc 43.
    expect(lignes.get('Chauvigny')).toEqual(['93', '50', '43', '43', 'oui']);
    expect(textes(note)).toContain('Référence 2026-2028');
  });

  it('dit ce qui reste à recueillir, et garde tous les constats', async () => {
    const note = await noteDeGrandPoitiers();
    const dit = textes(note);
    expect(dit.filter((t) => t.startsWith('Avis de la commission nationale SRU à recueillir'))).toHaveLength(2);
    expect(dit.filter((t) => t.includes('REFERENCE_ARRONDIE'))).toHaveLength(9);
  });

  it('laisse une place à l’État, à l’EPCI et à chaque commune', async () => {
    const places = lignesDe(await noteDeGrandPoitiers(), /signataires/).map(([place]) => place);
    expect(places).toHaveLength(12);
    expect(places.slice(0, 3)).toEqual([
      'État : le préfet de département',
      'EPCI : le président (CU du Grand Poitiers)',
      'Commune (Buxerolles) : le maire',
    ]);
  });
});

describe('ce que le cas exige', () => {
  const CRETEIL = ['Créteil', 10_000, 1500, 25, 3, '', 900, '', '', ''];

  it('dans la métropole du Grand Paris : l’EPT et la métropole signent aussi', () => {
    expect(signataires(unTableau([CRETEIL]), CADRE)).toEqual([
      'État : le préfet de département',
      'EPT : le président (EPT Grand Paris Sud Est Avenir)',
      'EPCI : le président de la métropole du Grand Paris',
      'Commune (Créteil) : le maire',
    ]);
  });

  it('sans contrat, personne ne signe', () => {
    const note = noteDe([CRETEIL], { contrat: 'aucun' });
    expect(sections(note)).not.toContain('Signataires');
    expect(sections(note)).not.toContain('Accords');
    expect(note.titre).toBe('Objectifs de logement social (SRU) : note de contrôle');
  });

  it('un contrat abaissant : plancher de l’article IX, dérogation du préfet à la durée', () => {
    const petite = ['A', 10_000, 1500, 20, 3, '', 125, '', 4, 4999];
    const grande = ['B', 10_000, 1500, 20, 3, '', 124, '', 3, 20_000];
    const tableau = unTableau([petite, grande], { contrat: 'cms' });
    expect(derogationsDe(tableau, DROIT).map((d) => [d.commune, d.nature, d.reference, d.etat])).toEqual([
      ['A', 'Abaissement', 'L302-8-IX', 'à compléter'],
      ['A', 'Durée de l’abaissement', 'L302-8-IX', 'à compléter'],
      ['B', 'Abaissement', 'L302-8-IX', 'non admise'],
    ]);
    const [abaissement] = derogationsDe(tableau, DROIT);
    expect(abaissement!.raison).toBe(
      'Demande de la commune à confirmer ; plancher 125 (25 % des manquants, écart de plus de 4 points) ; 4e période consécutive (3 au plus)',
    );
  });

  it('l’objectif d’une entrante abaissé, un objectif relevé sans accord : non admises', () => {
    const tableau = unTableau([
      ['A', 10_000, 1500, 20, 1, '', 74, '', 1, ''],
      ['B', 10_000, 1500, 20, 3, '', 200, 'non', '', ''],
    ]);
    expect(derogationsDe(tableau, DROIT).map((d) => [d.commune, d.nature, d.etat])).toEqual([
      ['A', 'Objectif de commune entrante', 'non admise'],
      ['A', 'Abaissement', 'non admise'],
      ['B', 'Relèvement', 'non admise'],
    ]);
  });

  it('deux communes du même nom gardent chacune ses constats', () => {
    const tableau = unTableau([
      ['A', 10_000, 1500, 20, 3, '', 10, '', 1, ''],
      ['A', 10_000, 1500, 20, 3, '', 100, '', 1, ''],
      ['B', 10_000, 1500, 20, 3, '', 400, 'oui', '', ''],
    ]);
    expect(derogationsDe(tableau, DROIT).map((d) => d.etat)).toEqual(['non admise', 'admise', 'admise']);
  });

  it('sans période : la règle en vigueur, sans millésime inventé', () => {
    const note = noteDe([CRETEIL], { droit: DROIT_EN_VIGUEUR });
    expect(textes(note)).toContain('Référence suivante');
    expect(textes(note)).toContain('au 1er janvier de l’année qui précède la période');
  });

  it('une réserve se reconnaît à son mot, jamais ailleurs', () => {
    const grille = grilleDeValeurs([['Chiffres PROVISOIRES au 1/1'], ['Commune', 'Estimation DDT'], ['Provins', 12]]);
    expect(reservesDe(grille)).toEqual(['Chiffres PROVISOIRES au 1/1', 'Estimation DDT']);
  });
});

describe('ce qui n’est pas admis', () => {
  const etats = (lignes: readonly (readonly unknown[])[], contexte: Partial<Contexte> = {}) =>
    derogationsDe(unTableau(lignes, contexte), DROIT).map((d) => [d.commune, d.nature, d.etat]);
  const abaissee = (nom: string, periodes: unknown) => [nom, 10_000, 1500, 20, 3, '', 125, '', periodes, ''];

  it.each([
    ['cms', ''],
    ['cms', 0],
    ['cims', ''],
  ] as const)('%s, « %s » période : à compléter', (contrat, periodes) => {
    const relevee = ['B', 10_000, 1500, 20, 3, '', 300, 'oui', '', ''];
    expect(etats([abaissee('A', periodes), relevee], { contrat })[0]).toEqual(['A', 'Abaissement', 'à compléter']);
  });

  it('un total insuffisant : aucun abaissement, et aucune commune relevée inventée', () => {
    const tableau = unTableau([abaissee('A', 1)]);
    expect(derogationsDe(tableau, DROIT).map((d) => [d.etat, d.raison.split(' ; ')[0]])).toEqual([
      ['non admise', 'Aucune commune n’est relevée pour porter ces logements'],
    ]);
  });

  it('sans programme local de l’habitat, la mutualisation n’est pas ouverte', () => {
    const relevee = ['B', 10_000, 1500, 20, 3, '', 300, 'oui', '', ''];
    expect(etats([abaissee('A', 1), relevee])[0]).toEqual(['A', 'Abaissement', 'admise']);
    expect(etats([abaissee('A', 1), relevee], { plh: false })[0]).toEqual(['A', 'Abaissement', 'non admise']);
  });

  it('un contrat abaissant : la demande des communes reste à recueillir', () => {
    expect(textes(noteDe([abaissee('A', 1)], { contrat: 'cms' }))).toContain('Demande de chaque commune abaissée : A.');
  });
});

describe('une référence rehaussée par le préfet', () => {
  const rehaussee = (accord: string) => noteDe([['A', 10_000, 1500, 20, 3, 170, 170, accord, '', '']]);

  it('demande l’accord du maire : les sections le disent toutes', () => {
    const note = rehaussee('');
    expect(lignesDe(note, /rehaussées/)).toEqual([['A', '165', '170', '+5', 'à recueillir']]);
    expect(textes(note).join()).not.toContain('aucun accord n’est requis');
    expect(textes(note).filter((t) => t.startsWith('La référence écrite, 170, dépasse'))).toHaveLength(3);
  });

  it('son accord donné, plus rien à recueillir', () => {
    const note = rehaussee('oui');
    expect(lignesDe(note, /rehaussées/)).toEqual([['A', '165', '170', '+5', 'donné']]);
    expect(textes(note).filter((t) => t.startsWith('La référence écrite, 170, dépasse'))).toHaveLength(2);
  });
});

describe('un bilan triennal', () => {
  const bilan = () =>
    controle(
      ['Commune', 'Objectif de référence', 'Objectif du contrat', 'Réalisés', 'PLAI', 'PLS'],
      [
        ['Angers', 165, 100, 110, 20, 10],
        ['Avrillé', 99, 164, 150, 60, 10],
      ],
      { ...CONTEXTE, contrat: 'aucun' },
    );
  const note = () => construireNote([{ titre: 'b.csv', controles: [bilan()], reserves: [], erreur: null }], CADRE);

  it('n’a que ce qu’un bilan peut dire', () => {
    expect(sections(note())).toEqual([
      'CU Angers Loire Métropole : feuille «  », A1:F3',
      'Contexte',
      'Objectifs et logements réalisés',
      'Communes dont la carence peut être proposée',
      'Constats du contrôle',
      'Méthode et arrondis',
      'Versions de la loi',
      'Annexe : le tableau',
    ]);
    expect(textes(note()).join()).not.toMatch(/déficitaire|Dérogation|signature/);
    expect(textes(note())).toContain('bilan triennal');
  });

  it('rappelle les périodes précédentes à part, et les carences de ce qui manque le plus', () => {
    const avecRappel = controle(
      ['Commune', 'Objectif 2023-2025', 'Réalisés 2023-2025', 'Objectif 2020-2022', 'Réalisés 2020-2022'],
      [
        ['Angers', 165, 160, 80, 87],
        ['Avrillé', 99, 40, 50, 20],
      ],
      { ...CONTEXTE, contrat: 'aucun' },
    );
    const { parties } = construireNote(
      [{ titre: 'b.csv', controles: [avecRappel], reserves: [], erreur: null }],
      CADRE,
    );
    const tables = parties[0]!.blocs.flatMap((b) => (b.type === 'tableau' ? [b] : []));
    expect(tables.slice(1, 3).map(({ colonnes, lignes }) => [colonnes.map((c) => c.titre), ...lignes])).toEqual([
      [
        ['Commune', 'Il manque', 'Majoration au moins', 'Prélèvement majoré'],
        ['Avrillé', '59 logements', '60 %', ''],
        ['Angers', '5 logements', '4 %', ''],
      ],
      [
        ['Commune', '2020-2022'],
        ['Angers', expect.stringMatching(/^87 sur 80 \(108,8.%\)$/)],
        ['Avrillé', expect.stringMatching(/^20 sur 50 \(40.%\)$/)],
      ],
    ]);
  });

  it('garde la référence écrite, et tout le tableau en annexe', () => {
    expect(partieDuResultat(bilan()).lignes.map((l) => [l.objectifReference, l.objectifContrat])).toEqual([
      [165, 100],
      [99, 164],
    ]);
    const { parties } = note();
    const [annexe] = parties.at(-1)!.blocs.filter((b) => b.type === 'tableau');
    expect(annexe?.type === 'tableau' && [annexe.colonnes.map((c) => c.titre), ...annexe.lignes]).toEqual([
      ['Commune', 'Référence', 'Contrat', 'Réalisés', 'PLAI', 'PLS'],
      ['Angers', '165', '100', '110', '20', '10'],
      ['Avrillé', '99', '164', '150', '60', '10'],
      ['Total', '264', '264', '260', '', ''],
    ]);
  });
});

describe('des contrats abaissants dans plusieurs EPCI', () => {
  const cms = (...noms: string[]) =>
    unTableau(
      noms.map((nom) => [nom, 10_000, 1500, 25, 3, '', 250, '', 1, '']),
      { contrat: 'cms' },
    );

  it('chaque commune signe avec le sien', () => {
    expect(signataires(cms('Écully', 'Poitiers', 'Chassieu', 'Les Ulis'), CADRE)).toEqual([
      'État : le préfet de département',
      'EPCI : le président (Métropole de Lyon)',
      'Commune (Écully) : le maire',
      'Commune (Chassieu) : le maire',
      'EPCI : le président (CU du Grand Poitiers)',
      'Commune (Poitiers) : le maire',
      'EPCI : le président (CA Communauté Paris-Saclay)',
      'Commune (Les Ulis) : le maire',
    ]);
  });

  it('le titre et le contexte ne leur en prêtent pas un seul', () => {
    const note = construireNote(
      [{ titre: 'x.csv', controles: [cms('Écully', 'Poitiers')], reserves: [], erreur: null }],
      CADRE,
    );
    expect(sections(note)[0]).toMatch(/^x\.csv : /);
    expect(textes(note)).toContain('Métropole de Lyon ; CU du Grand Poitiers');
  });
});

test('l’annexe porte les colonnes que le tableau a, en deux tableaux s’ils n’y tiennent pas', () => {
  const colonnes = ['Population', 'Inconstructibilité', 'Soumise au prélèvement', 'PLAI', 'PLUS', 'PLS', 'Minimum'];
  const large = controle(
    [...ENTETES.slice(0, 9), ...colonnes],
    [['A', 10_000, 1500, 20, 3, '', 165, 'oui', 1, 4999, '12 %', 'oui', 60, 50, 'n.c.', 90]],
  );
  const note = construireNote([{ titre: 'x', controles: [large], reserves: [], erreur: null }], CADRE);
  const annexes = note.parties.at(-1)!.blocs.filter((b) => b.type === 'tableau');
  expect(annexes.map((a) => a.legende)).toEqual([
    expect.stringContaining('(1 sur 2)'),
    expect.stringContaining('(2 sur 2)'),
  ]);
  const valeurs = annexes.flatMap((a) => a.colonnes.map((c, i) => [c.titre, a.lignes[0]![i]]));
  expect(valeurs).toEqual(
    expect.arrayContaining([
      ['Population', '4 999'.replace(' ', '\u202f')],
      ['Inconstr. (%)', '12'],
      ['Soumise au prélèvement', 'oui'],
      ['PLAI', '60'],
      ['PLS', 'n.c.'],
      ['Minimum', '90'],
    ]),
  );
  for (const a of annexes) expect(a.colonnes[0]!.titre).toBe('Commune');
});

test('un fichier qui n’a pas été lu n’est pas cité ; il est nommé, avec sa raison', () => {
  const lu = { titre: 'lu.csv', controles: [unTableau([['A', 10_000, 1500, 20]])], reserves: [], erreur: null };
  const absent = { titre: 'absent.xlsx', controles: [], reserves: [], erreur: 'Fichier introuvable.' };
  const dit = textes(construireNote([absent, lu], CADRE));
  expect(dit.filter((t) => t.includes('d’après'))).toEqual([
    'Établie le 22 novembre 2026 par Mutualisation SRU 1.2.3, d’après « lu.csv ».',
  ]);
  expect(dit).toEqual(expect.arrayContaining(['absent.xlsx', 'Fichier introuvable.']));
});

describe('les trois rendus', () => {
  const PIEGE = '<w:t>&]]>|*x*\u0007\ud800';
  const notes: [string, () => Promise<Note>][] = [
    ['Grand Poitiers', noteDeGrandPoitiers],
    ['un texte piégé', async () => noteDe([[PIEGE, 10_000, 1500, 20, 3, '', 83, '', 1, '']], {}, [PIEGE])],
  ];
  /** Un texte tel qu'un rendu le montre : typographié, sans ce que le XML n'admet pas. */
  const montre = (texte: string) =>
    typographier(texte)
      .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
      .trim();

  it.each(notes)('docx, %s : dit tout ce que la note dit', async (_, faire) => {
    const note = await faire();
    const xml = await lireXml(await noteEnDocx(note), 'word/document.xml');
    const dit = paragraphes(xml).map(montre).join('\n');
    expect(
      textes(note)
        .map(montre)
        .filter((t) => !dit.includes(t)),
    ).toEqual([]);
    expect(xml).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
  });

  it('docx : A4, titres, en-têtes répétés, français', async () => {
    const note = await noteDeGrandPoitiers();
    const octets = await noteEnDocx(note);
    const xml = await lireXml(octets, 'word/document.xml');
    expect(xml.match(/<w:pgSz [^>]*>/g)).toEqual([
      expect.stringMatching(/w:w="11906" w:h="16838"/),
      expect.stringMatching(/w:w="16838" w:h="11906" w:orient="landscape"/),
    ]);
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs)!;
    expect(tables).toHaveLength(note.parties.flatMap((p) => p.blocs).filter((b) => b.type === 'tableau').length);
    expect(tables.filter((t) => t.match(/<w:tblHeader\/>/g)?.length !== 1)).toEqual([]);
    const legendes = note.parties.flatMap((p) => p.blocs.flatMap((b) => (b.type === 'tableau' ? [b.legende] : [])));
    const decrites = tables.map((t) =>
      /<w:tblCaption w:val="([^"]*)"\/><w:tblDescription w:val="([^"]+)"\/><\/w:tblPr>/.exec(t),
    );
    expect(decrites.map((d) => d && desechapper(d[1]!))).toEqual(legendes.map(typographier));
    expect(desechapper(decrites[0]![2]!)).toMatch(/^11 lignes.; colonnes.: Commune, Manquants, Rattrapage/);
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(4);
    expect(xml.match(/<w:pStyle w:val="Title"\/>/g)).toHaveLength(1);
    expect(await lireXml(octets, 'word/styles.xml')).toContain('w:val="fr-FR"');
    expect(desechapper(await lireXml(octets, 'docProps/core.xml'))).toContain(typographier(note.titre));
  });

  it.each(notes)('html, %s : dit tout, sans rien interpréter', async (_, faire) => {
    const note = await faire();
    const html = noteEnHtml(note);
    const corps = html.slice(html.indexOf('<body>'));
    const dit = montre(desechapper(corps.replace(/<[^>]*>/g, '')));
    expect(
      textes(note)
        .map(montre)
        .filter((t) => !dit.includes(t)),
    ).toEqual([]);
    expect(html).toMatch(/<html lang="fr-FR">/);
    expect(html.match(/<table/g)).toHaveLength(html.match(/<caption>/g)!.length);
    expect(html).not.toContain('<w:t');
  });

  it.each(notes)('markdown, %s : dit tout, sans rien interpréter', async (_, faire) => {
    const note = await faire();
    const markdown = noteEnMarkdown(note);
    const dit = montre(markdown.replace(/\\([\\`*_[\]<>|#])/g, '$1'));
    expect(
      textes(note)
        .map(montre)
        .filter((t) => !dit.includes(t)),
    ).toEqual([]);
    expect(markdown).not.toMatch(/(?<!\\)<w:t/);
  });

  const libreOffice = spawnSync('soffice', ['--version']).status === 0;
  (libreOffice ? it : it.skip)(
    titreSaufSi(!libreOffice && SANS_LIBREOFFICE, 'docx : LibreOffice l’ouvre et le rend en entier'),
    async () => {
      const note = await noteDeGrandPoitiers();
      const dossier = mkdtempSync(join(tmpdir(), 'note-'));
      try {
        writeFileSync(join(dossier, 'note.docx'), await noteEnDocx(note));
        const profil = `-env:UserInstallation=file://${join(dossier, 'profil')}`;
        const texte = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', dossier];
        spawnSync('soffice', [profil, ...texte, join(dossier, 'note.docx')]);
        const dit = montre(readFileSync(join(dossier, 'note.txt'), 'utf8'));
        expect(
          textes(note)
            .map(montre)
            .filter((t) => !dit.includes(t)),
        ).toEqual([]);
      } finally {
        rmSync(dossier, { recursive: true });
      }
    },
    120_000,
  );
});
