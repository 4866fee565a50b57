import { fraction } from '../../../src/nombres';
import { DROIT_EN_VIGUEUR, droitDe } from '../../../src/droit';
import {
  cessionDe,
  estRefus,
  phraseDeLaSuite,
  phraseDuHeurt,
  phraseDuRefus,
  raisonDe,
  repartir,
  type CommuneARepartir,
  type Critere,
} from '../../../src/regles';
import { accepte } from '../../outils/valeurs';

const commune = (nom: string, reference: number, plus: Partial<CommuneARepartir> = {}): CommuneARepartir => ({
  nom,
  reference: fraction(Math.round(reference * 100), 100),
  manquants: null,
  rang: 3,
  periodes: 1,
  accord: true,
  minimum: null,
  maximum: null,
  projets: null,
  ...plus,
});

function faire(communes: CommuneARepartir[], critere: Critere = 'MINIMAL', total: number | null = null) {
  const r = accepte(repartir(communes, critere, total, DROIT_EN_VIGUEUR));
  if (r.issue === 'impossible') throw new Error(r.heurts.map(phraseDuHeurt).join(' '));
  return r;
}
const proposer = (...args: Parameters<typeof faire>) => faire(...args).objectifs.map((o) => o.propose);
const sansEspaces = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');

function heurter(communes: CommuneARepartir[], total: number | null = null): string[] {
  const r = accepte(repartir(communes, 'MINIMAL', total, DROIT_EN_VIGUEUR));
  if (r.issue === 'répartie') throw new Error('une répartition est possible');
  return r.heurts.flatMap((h) => [phraseDuHeurt(h), ...h.contraintes.map(cessionDe)]).map(sansEspaces);
}

describe('l’exemple de la plaquette : A 165, B 99', () => {
  const [A, B] = [commune('A', 165), commune('B', 99)];
  it('se retrouve si A accepte 85 au plus', () => {
    expect(proposer([{ ...A, maximum: 85 }, B])).toEqual([85, 179]);
  });
  it('descend A à 83, la moitié étant 82,5', () => {
    expect(proposer([{ ...A, maximum: 83 }, B])).toEqual([83, 181]);
    expect(heurter([{ ...A, maximum: 82 }, B])[0]).toBe(
      'Il manque 1 logement : A, moitié de la référence (83) ; A, maximum de la commune (82).',
    );
  });
  it('monte les deux du même quart', () => {
    expect(proposer([A, B], 'PROPORTIONNEL', 330)).toEqual([206, 124]);
  });
  it('monte les deux d’autant', () => expect(proposer([A, B], 'EQUITABLE', 330)).toEqual([198, 132]));
  it('relève le moins de communes, l’accord déjà donné d’abord', () => {
    expect(proposer([A, B], 'MINIMAL', 330)).toEqual([165, 165]);
    expect(proposer([A, { ...B, accord: null }], 'MINIMAL', 330)).toEqual([231, 99]);
    expect(
      proposer(
        [
          { ...A, accord: false },
          { ...B, accord: null },
        ],
        'MINIMAL',
        330,
      ),
    ).toEqual([165, 165]);
  });
  it('remplit d’abord les projets', () => {
    expect(
      proposer(
        [
          { ...A, projets: 100 },
          { ...B, projets: 200 },
        ],
        'CAPACITE',
      ),
    ).toEqual([100, 164]);
    expect(
      proposer(
        [
          { ...A, projets: 10 },
          { ...B, projets: 170 },
        ],
        'CAPACITE',
      ),
    ).toEqual([94, 170]);
  });
});

describe('bornes', () => {
  const B = commune('B', 100);
  it.each([
    ['une entrante ne baisse pas', { rang: 2 }, 41],
    ['ni après deux périodes consécutives', { periodes: 3 }, 41],
    ['deux périodes, celle-ci comprise, passent', { periodes: 2 }, 21],
    ['un accord refusé interdit la hausse, non la baisse', { accord: false }, 21],
    ['un minimum propre passe la moitié', { minimum: 30 }, 30],
  ] as const)('%s', (_, plus, auPlusBas) => {
    const communes = [commune('A', 41, { projets: 0, ...plus }), { ...B, projets: 500 }];
    expect(proposer(communes, 'CAPACITE')).toEqual([auPlusBas, 141 - auPlusBas]);
  });
  it('une commune non déficitaire ne porte rien', () => {
    const r = faire([commune('A', 0, { manquants: fraction(0) }), B], 'EQUITABLE', 120);
    expect(r.objectifs.map((o) => o.propose)).toEqual([0, 120]);
    expect(r.objectifs.map((o) => o.abaissableEnsuite.abaissable)).toEqual(['sans objet', 'oui']);
    expect(raisonDe(r.objectifs[0]!)).toContain('Non déficitaire');
  });
  it('les logements manquants bornent la hausse, sauf le minimum de la commune', () => {
    const A = commune('A', 20, { manquants: fraction(204, 10) });
    expect(proposer([A, B], 'EQUITABLE', 140)).toEqual([21, 119]);
    expect(proposer([{ ...A, minimum: 25 }, B], 'MINIMAL', 140)).toEqual([25, 115]);
  });
  it('deux références de 10,5 et 20,5 font 31 logements, sans baisse', () => {
    const communes = [commune('A', 10.5, { projets: 99 }), commune('B', 20.5)];
    for (const critere of ['MINIMAL', 'PROPORTIONNEL', 'CAPACITE', 'EQUITABLE'] as const) {
      expect([critere, ...proposer(communes, critere)]).toEqual([
        critere,
        ...(critere === 'CAPACITE' ? [20, 11] : [11, 20]),
      ]);
    }
  });
  it('deux références de 16,5 et un total de 34 font 17 et 17, sans hausse', () => {
    const communes = [commune('A', 16.5, { projets: 40 }), commune('B', 16.5, { projets: 40 })];
    for (const critere of ['MINIMAL', 'PROPORTIONNEL', 'CAPACITE', 'EQUITABLE'] as const) {
      expect([critere, ...proposer(communes, critere, 34)]).toEqual([critere, 17, 17]);
    }
  });
  it.each([1.6, 1.4])('dix références de %p n’en changent pas une de 84', (reference) => {
    const petites = Array.from({ length: 10 }, (_, i) => commune(`P${i}`, reference));
    const objectifs = proposer([...petites, commune('G', 84)], 'PROPORTIONNEL');
    expect(objectifs.at(-1)).toBe(84);
    expect(new Set(objectifs.slice(0, 10))).toEqual(new Set([1, 2]));
  });
  it('les petites fractions d’un total arrondi ne relèvent pas une grande commune', () => {
    const petites = Array.from({ length: 17 }, (_, i) => commune(`P${i}`, 1.05));
    expect(proposer([commune('G', 1000.2), ...petites], 'PROPORTIONNEL')[0]).toBe(1001);
  });
  it('l’arrondi d’une entrante n’abaisse personne', () => {
    const communes = [commune('A', 7.2, { rang: 1 }), commune('B', 8.3, { rang: 1 }), commune('C', 40)];
    expect(proposer(communes, 'PROPORTIONNEL')).toEqual([8, 9, 40]);
    expect(proposer([...communes, commune('D', 10.9)], 'PROPORTIONNEL')).toEqual([8, 9, 40, 10]);
  });
  it('un très grand total se répartit sans le compter logement par logement', () => {
    const communes = Array.from({ length: 1000 }, (_, i) => commune(`C${i}`, 1000 + i));
    const objectifs = proposer(communes, 'PROPORTIONNEL', 90_000_000);
    expect(objectifs.reduce((a, b) => a + b, 0)).toBe(90_000_000);
    for (const [i, x] of objectifs.entries())
      expect(Math.abs(x - (90_000_000 * (1000 + i)) / 1_499_500)).toBeLessThan(1);
  });
});

describe('qui est relevé, et de combien', () => {
  const [A, B, C] = [commune('A', 40), commune('B', 60), commune('C', 20)];
  const sansAccord = (c: CommuneARepartir, maximum: number | null = null) => ({ ...c, accord: null, maximum });
  it('celle que son minimum relève déjà porte le reste', () => {
    expect(proposer([{ ...A, minimum: 45 }, B, C], 'MINIMAL', 130)).toEqual([50, 60, 20]);
  });
  it('une entrante à l’entier supérieur de sa référence, 60,2, n’est pas relevée', () => {
    expect(proposer([commune('E', 60.2, { rang: 2 }), A], 'MINIMAL', 111)).toEqual([61, 50]);
  });
  it('à elle seule elle ne suffit pas : une autre, et une seule, avec elle', () => {
    const communes = [
      { ...A, minimum: 45, maximum: 75 },
      { ...B, maximum: 80 },
      { ...C, maximum: 30 },
    ];
    expect(proposer(communes, 'MINIMAL', 170)).toEqual([70, 80, 20]);
  });
  it('un accord donné ne compte que s’il couvre le manque, au logement près', () => {
    expect(proposer([sansAccord(A), { ...B, maximum: 65 }], 'MINIMAL', 120)).toEqual([60, 60]);
    expect(proposer([sansAccord(A), { ...B, maximum: 80 }], 'MINIMAL', 120)).toEqual([40, 80]);
    expect(proposer([sansAccord(A, 60), { ...B, maximum: 65 }], 'MINIMAL', 120)).toEqual([60, 60]);
  });
  it('deux communes : celle qui a donné son accord, et la plus grande marge des autres', () => {
    expect(proposer([sansAccord(A, 55), { ...B, maximum: 80 }, sansAccord(C, 30)], 'MINIMAL', 150)).toEqual([
      55, 75, 20,
    ]);
  });
  it('deux communes relevées le sont d’autant, non en proportion', () => {
    expect(proposer([commune('D', 10, { maximum: 20 }), commune('G', 100, { maximum: 115 })], 'MINIMAL', 128)).toEqual([
      19, 109,
    ]);
  });
  it('à hausse égale, un minimum ou un maximum retient la sienne, et les autres se partagent le reste', () => {
    expect(proposer([{ ...A, minimum: 60 }, B], 'EQUITABLE', 120)).toEqual([60, 60]);
    expect(proposer([{ ...A, minimum: 60 }, B, { ...C, maximum: 22 }], 'EQUITABLE', 150)).toEqual([60, 68, 22]);
    expect(proposer([{ ...A, minimum: 90 }, B, { ...C, maximum: 22 }], 'EQUITABLE', 150)).toEqual([90, 50, 10]);
    expect(proposer([{ ...A, minimum: 52 }, B, { ...C, maximum: 21 }], 'EQUITABLE', 150)).toEqual([55, 74, 21]);
  });
  it('des références de dénominateurs différents, 20,5 et 10,5', () => {
    const [D, E] = [commune('D', 0, { reference: fraction(82, 4) }), commune('E', 0, { reference: fraction(21, 2) })];
    expect(proposer([D, E], 'EQUITABLE', 35)).toEqual([23, 12]);
  });
  it('un logement de plus au plus fort reste : 11,33 et 22,67 ; à reste égal, à la première', () => {
    expect(proposer([commune('D', 10), commune('E', 20)], 'PROPORTIONNEL', 34)).toEqual([11, 23]);
    expect(proposer([commune('D', 16.5), commune('E', 16.5)], 'PROPORTIONNEL', 33)).toEqual([17, 16]);
  });
  it('le total de tous les arrondis supérieurs ne relève pas la plus grande', () => {
    const petites = Array.from({ length: 17 }, (_, i) => commune(`P${i}`, 1.05));
    expect(proposer([commune('G', 1000.2), ...petites], 'PROPORTIONNEL', 1035)[0]).toBe(1001);
  });
  it.each([
    ['sans logement manquant, malgré sa référence', { reference: fraction(40), manquants: fraction(0) }, [0, 100]],
    ['sans référence, ses manquants inconnus', { reference: fraction(0) }, [0, 60]],
  ])('une commune %s ne porte rien', (_, plus, attendus) => {
    const r = faire([commune('Z', 0, plus), B]);
    expect(r.objectifs.map((o) => o.propose)).toEqual(attendus);
    expect(r.objectifs[0]!.abaissableEnsuite).toEqual({ abaissable: 'sans objet' });
  });
  it('dit si elle est répartie ou impossible', () => {
    expect(repartir([A], 'MINIMAL', null, DROIT_EN_VIGUEUR)).toMatchObject({ issue: 'répartie' });
    expect(repartir([{ ...A, maximum: 30 }], 'MINIMAL', null, DROIT_EN_VIGUEUR)).toMatchObject({ issue: 'impossible' });
  });
});

describe('ce qui se heurte', () => {
  const B = commune('B', 40, { maximum: 45 });
  it('le total et les maximums qu’il faut, pas un de plus ; puis ce qui manque encore', () => {
    const C = commune('C', 30, { accord: false, manquants: fraction(500) });
    const D = commune('D', 30, { maximum: 60, manquants: fraction(62) });
    expect(heurter([B, C, D], 200)).toEqual([
      'Il manque 63 logements : total demandé (200) ; B, maximum de la commune (45) ; C, accord refusé à une hausse (30).',
      'ramener à 137 (à 135, plus rien ne manque)',
      'porter à 108 (à 110, plus rien ne manque)',
      'accord à une hausse de 63, jusqu’à 93 (à 95, plus rien ne manque)',
      'Il manque 2 logements de plus : D, maximum de la commune (60).',
      'porter à 62',
    ]);
  });
  it('céder de quoi tout lever passerait un autre maximum : on ne le propose pas', () => {
    const C = commune('C', 30, { accord: false, maximum: 94, manquants: fraction(500) });
    const D = commune('D', 30, { maximum: 60, manquants: fraction(62) });
    expect(heurter([B, C, D], 200)[3]).toBe('accord à une hausse de 63, jusqu’à 93');
  });
  it('des maximums dont aucun ne suffit : chacun est nommé, et tout céder suffit', () => {
    const de = (nom: string, maximum: number) => commune(nom, 10, { maximum, manquants: fraction(10) });
    expect(heurter([de('A', 5), de('B', 6), de('C', 9)])).toEqual([
      'Il manque 5 logements : somme des références (L. 302-8, X) (30) ; A, maximum de la commune (5).',
      'ne peut pas céder',
      'porter à 10',
      'Il manque 5 logements de plus : B, maximum de la commune (6) ; C, maximum de la commune (9). Chacun est à lever.',
      'porter à 10',
      'porter à 10',
    ]);
  });
  it('un maximum qui bute aussitôt sur un autre s’ouvre avec lui', () => {
    const E = commune('E', 40, { manquants: fraction(41) });
    expect(heurter([{ ...B, accord: false }, E], 100).slice(1)).toEqual([
      'ramener à 81',
      'accord à une hausse de 19, jusqu’à 59 ; son maximum aussi',
    ]);
  });
  it('un total ne cède pas sous la somme des références', () => {
    expect(heurter([B, commune('F', 40, { maximum: 30 })], 85).slice(1)).toEqual([
      'ramener à 80 ; ne suffit pas seul',
      'porter à 55',
      'porter à 40',
    ]);
  });
  it('un total que la loi demande ne cède pas', () => {
    expect(heurter([B, commune('F', 40, { maximum: 30 })]).slice(1)).toEqual([
      'ne peut pas céder',
      'porter à 50',
      'porter à 35',
    ]);
  });
  it('au-delà de tous les logements manquants, seul le total peut céder', () => {
    const borne = { manquants: fraction(50), maximum: null };
    expect(heurter([commune('G', 40, borne), commune('H', 40, borne)], 112)).toEqual([
      'Il manque 12 logements : total demandé (112) ; logements manquants de toutes les communes (100).',
      'ramener à 100',
      'ne peut pas céder',
    ]);
  });
  it('celle dont le maximum retire le plus d’abord, où qu’elle soit dans le tableau', () => {
    const de = (nom: string, maximum: number) => commune(nom, 40, { maximum, manquants: fraction(40) });
    expect(heurter([de('P', 35), de('Q', 20)])).toEqual([
      'Il manque 20 logements : somme des références (L. 302-8, X) (80) ; Q, maximum de la commune (20).',
      'ne peut pas céder',
      'porter à 40',
      'Il manque 5 logements de plus : P, maximum de la commune (35).',
      'porter à 40',
    ]);
  });
  it.each([
    [84, 3, 43],
    [86, 5, 45],
  ])('un accord qui s’ouvre sans passer le maximum : total de %d', (total, hausse, jusqua) => {
    const E = commune('E', 40, { manquants: fraction(41) });
    expect(heurter([{ ...B, accord: false }, E], total).slice(1)).toEqual([
      'ramener à 81',
      `accord à une hausse de ${hausse}, jusqu’à ${jusqua}`,
    ]);
  });
  it('un maximum qui passe un accord refusé s’ouvre avec lui', () => {
    const E = commune('E', 40, { manquants: fraction(41) });
    expect(heurter([{ ...B, maximum: 30, accord: false }, E], 100).slice(1)).toEqual([
      'ramener à 80 ; ne suffit pas seul',
      'porter à 59 ; son accord aussi',
    ]);
  });
  it('le total peut céder jusqu’à la somme des références, et tout lever', () => {
    const C = commune('C', 30, { accord: false, manquants: fraction(500) });
    const D = commune('D', 30, { maximum: 30, manquants: fraction(32) });
    expect(heurter([{ ...B, maximum: 40 }, C, D], 165)).toEqual([
      'Il manque 63 logements : total demandé (165) ; B, maximum de la commune (40) ; C, accord refusé à une hausse (30).',
      'ramener à 102 (à 100, plus rien ne manque)',
      'porter à 103 (à 105, plus rien ne manque)',
      'accord à une hausse de 63, jusqu’à 93 (à 95, plus rien ne manque)',
      'Il manque 2 logements de plus : D, maximum de la commune (30).',
      'porter à 32',
    ]);
  });
  it('un minimum qui passe son maximum lui cède, et le total ne compte pas sur lui', () => {
    const I = commune('I', 40, { minimum: 60, maximum: 50, manquants: fraction(45) });
    expect(heurter([I, commune('J', 40, { manquants: fraction(40) })], 100)).toEqual([
      'Il manque 10 logements : I, minimum de la commune (60) ; I, maximum de la commune (50).',
      'ramener à 50',
      'porter à 60',
      'Il manque 10 logements : total demandé (100) ; logements manquants de toutes les communes (90).',
      'ramener à 90',
      'ne peut pas céder',
    ]);
  });
  it('un minimum dans une commune non déficitaire', () => {
    expect(heurter([commune('K', 0, { manquants: fraction(0), minimum: 5 })], 5).slice(0, 3)).toEqual([
      'Il manque 5 logements : K, minimum de la commune (5) ; K, commune non déficitaire, sans objectif (0).',
      'ramener à 0',
      'ne peut pas céder',
    ]);
  });
  it('toutes les communes dont les bornes se croisent', () => {
    const croisee = { minimum: 60, maximum: 50 };
    expect(heurter([commune('I', 40, croisee), commune('J', 40, { rang: 1, maximum: 38 })])).toEqual([
      'Il manque 10 logements : I, minimum de la commune (60) ; I, maximum de la commune (50).',
      'ramener à 50',
      'porter à 60',
      'Il manque 2 logements : J, commune entrante, non abaissable (L. 302-8, VIII) (40) ; J, maximum de la commune (38).',
      'ne peut pas céder',
      'porter à 40',
    ]);
  });
});

describe('raison et période suivante', () => {
  const dire = (plus: Partial<CommuneARepartir>) => {
    const [o] = faire([commune('A', 40, plus), commune('B', 60)], 'MINIMAL', 100).objectifs;
    return [raisonDe(o!), phraseDeLaSuite(o!.abaissableEnsuite)].map(sansEspaces);
  };
  it.each([
    [{ maximum: 30 }, 'Baisse de 10 ; au plus haut : maximum de la commune.', 'oui'],
    [{ maximum: 30, periodes: 0 }, 'Baisse de 10 ; au plus haut : maximum de la commune.', 'oui'],
    [
      { maximum: 30, periodes: 2 },
      'Baisse de 10 ; au plus haut : maximum de la commune.',
      'non : durée d’abaissement épuisée',
    ],
    [
      { maximum: 30, periodes: null },
      'Baisse de 10 ; au plus haut : maximum de la commune.',
      'à confirmer : périodes d’abaissement inconnues',
    ],
    [{ periodes: 3 }, 'Référence tenue ; au plus bas : durée d’abaissement épuisée.', 'oui'],
    [{ rang: 2 }, 'Référence tenue ; au plus bas : commune entrante, non abaissable (L. 302-8, VIII).', 'oui'],
    [
      { rang: 1 },
      'Référence tenue ; au plus bas : commune entrante, non abaissable (L. 302-8, VIII).',
      'non : encore entrante',
    ],
    [{ minimum: 45 }, 'Hausse de 5, accord donné ; au plus bas : minimum de la commune.', 'oui'],
    [{ minimum: 45, accord: null }, 'Hausse de 5, accord à recueillir ; au plus bas : minimum de la commune.', 'oui'],
    [{ accord: false, maximum: 30 }, 'Baisse de 10 ; au plus haut : maximum de la commune.', 'oui'],
    [{ accord: false, maximum: 45 }, 'Référence tenue ; au plus haut : accord refusé à une hausse.', 'oui'],
    [
      { minimum: 10, maximum: 20 },
      'Baisse de 20 ; au plus bas : moitié de la référence ; au plus haut : maximum de la commune.',
      'oui',
    ],
    [
      { minimum: 20, maximum: 20 },
      'Baisse de 20 ; au plus bas : moitié de la référence ; au plus haut : maximum de la commune.',
      'oui',
    ],
    [
      { minimum: 45, manquants: fraction(404, 10) },
      'Hausse de 5, accord donné ; au plus bas : minimum de la commune ; au plus haut : logements manquants.',
      'oui',
    ],
    [{ reference: fraction(3960, 100) }, 'Référence tenue, à son arrondi près (39,6).', 'oui'],
  ] as const)('%p', (plus, raison, suite) => expect(dire(plus)).toEqual([raison, suite]));
});

describe('refus', () => {
  const refuser = (...args: Parameters<typeof repartir>) => {
    const r = repartir(...args);
    return estRefus(r) ? sansEspaces(phraseDuRefus(r)) : 'accepté';
  };
  const A = commune('A', 40);
  it.each([
    [[A], 'MINIMAL', 39, 'total : reçu 39, attendu un entier d’au moins 40 logements, la somme des références.'],
    [[A], 'MINIMAL', 40.5, 'total : reçu 40.5, attendu un entier d’au moins 40 logements, la somme des références.'],
    [
      [commune('D', 163.2), commune('E', 165)],
      'MINIMAL',
      328,
      'total : reçu 328, attendu un entier d’au moins 329 logements, la somme des références.',
    ],
    [[{ ...A, maximum: 100_000_000, reference: fraction(100_000_000) }], 'MINIMAL', null, 'accepté'],
    [
      [{ ...A, manquants: fraction(100_000_001) }],
      'MINIMAL',
      null,
      'manquants de A : reçu un nombre négatif ou démesuré, attendu un nombre de logements.',
    ],
    [[], 'MINIMAL', null, 'tableau : reçu aucune commune, attendu au moins une commune.'],
    [
      [A],
      'CAPACITE',
      null,
      'critere CAPACITE : reçu un tableau sans projets ni capacité, attendu une colonne « Projets identifiés » ou « Capacité ».',
    ],
    [[{ ...A, minimum: -1 }], 'MINIMAL', null, 'minimum de A : reçu -1, attendu un entier positif ou nul.'],
    [[{ ...A, maximum: 1.5 }], 'MINIMAL', null, 'maximum de A : reçu 1.5, attendu un entier positif ou nul.'],
    [
      [{ ...A, reference: fraction(-1) }],
      'MINIMAL',
      null,
      'reference de A : reçu un nombre négatif ou démesuré, attendu un nombre de logements.',
    ],
  ] as const)('%#', (communes, critere, total, phrase) => {
    expect(refuser(communes, critere, total, DROIT_EN_VIGUEUR)).toBe(phrase);
  });
  it('un maximum démesuré', () => {
    const rendu = repartir([{ ...A, maximum: 100_000_001 }], 'MINIMAL', null, DROIT_EN_VIGUEUR);
    expect(rendu).toMatchObject({ refus: 'VALEUR', grandeur: 'maximum de A' });
  });
  it('une période sans mutualisation', () => {
    expect(refuser([A], 'MINIMAL', null, droitDe({ debut: 2020 }))).toBe(
      'Mutualisation : aucune règle connue pour la période 2020-2022.',
    );
  });
});
