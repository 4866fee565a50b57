import JSZip from 'jszip';
import { REFERENTIEL } from '../../../../src/referentiel';
import { controlerFichier } from '../../../../src/cli/verifier';
import { lireContenu } from '../../../../src/classeur/contenu';
import { estRefus } from '../../../../src/regles';
import { controlerClasseur, grilleDeValeurs, lirePrecisions, preciser, type Controle } from '../../../../src/tableau';
import { GENRES } from '../../../corpus/genres';
import { options } from '../../../outils/options';
import { dits, duFichier, enDocx, noteDe, projet, relire } from './outils';

const PRECISIONS = { periode: '2023-2025', plh: true, avis: 'a-recueillir' } as const;
const GRAND_POITIERS = async () => noteDe(await duFichier('test/cas/grand-poitiers.csv', PRECISIONS));
const seul = async (octets: Uint8Array): Promise<Controle> => {
  const controles = await relire(octets);
  expect(controles).toHaveLength(1);
  return controles[0]!;
};
const refus = (octets: Uint8Array): Promise<string> =>
  lireContenu(octets, 'contrat').then(
    () => 'lu',
    (erreur: Error) => erreur.message.replace(/\s/g, ' '),
  );

/** Un cas sur trente du corpus de lecture, période, PLH et avis dits : tout ce dont un projet se rédige. */
const DU_CORPUS = Object.values(GENRES)
  .flat()
  .filter((_, i) => i % 30 === 0)
  .flatMap(({ source, titre, precisions = {} }) => {
    if (source instanceof Uint8Array) return [];
    const feuilles = source.map(({ cellules, nom, fusions }) => grilleDeValeurs(cellules, nom, fusions));
    const dites = { ...lirePrecisions(precisions), plh: true, avis: 'recueilli' } as const;
    const complet = preciser(dites, dites.periode ? {} : { periode: '2023-2025' });
    const controles = controlerClasseur(feuilles, complet, REFERENTIEL).tableaux.flatMap(({ resultat }) =>
      estRefus(resultat) ? [] : [resultat],
    );
    const redige = projet(...controles);
    const juge = controles.find((c) => c.nature === 'objectifs' && c.contrat !== 'aucun');
    return redige.refus === null && juge ? [{ titre, note: redige.note, verdict: juge.verdict }] : [];
  });

describe('l’annexe relue redonne le contrôle du tableau d’où elle vient', () => {
  it.each([
    ['Grand Poitiers', 'test/cas/grand-poitiers.csv', PRECISIONS],
    ['l’exemple de la plaquette', 'assets/exemples/plaquette.xlsx', { periode: '2023-2025' }],
    ['des contrats abaissants', 'assets/exemples/cms-abaissant.xlsx', { periode: '2026-2028' }],
  ] as const)('%s', async (_, fichier, precisions) => {
    const { controles } = await controlerFichier(fichier, options(precisions));
    for (const source of controles.filter((c) => c.nature === 'objectifs' && c.contrat !== 'aucun')) {
      const redige = projet(source);
      if (redige.refus !== null) throw new Error(redige.refus);
      const relu = await seul(await enDocx(redige.note));
      expect(relu.verdict).toBe(source.verdict);
      expect(dits(relu)).toEqual(dits(source));
      expect(relu.contexte).toMatchObject({ contrat: source.contexte.contrat, droit: source.contexte.droit });
    }
  });

  it.each(DU_CORPUS)('$titre : ni plus ni moins conforme', async ({ note, verdict }) => {
    expect((await seul(await enDocx(note))).verdict).toBe(verdict);
  });
});

describe('ce que l’agent change dans le document', () => {
  it('un objectif changé aux deux endroits se rejuge : 44 est sous la moitié de 103', async () => {
    const relu = await seul(
      await enDocx(await GRAND_POITIERS(), (xml) => xml.replace(/(Vouneuil-sous-Biard<.*?>)60</gs, '$144<')),
    );
    expect(relu.verdict).toBe('non conforme');
    expect(dits(relu)).toContain('REDUCTION_EXCESSIVE Vouneuil-sous-Biard bloquant false 52 44');
  });

  it('changé à l’article 2 seulement : refusé, les deux nombres dits', async () => {
    const octets = await enDocx(await GRAND_POITIERS(), (xml) =>
      xml.replace('>542<', '>542<').replace(/(Plancher légal.*?)>60</s, '$1>70<'),
    );
    expect(await refus(octets)).toBe(
      'L’article 2 et l’annexe ne disent pas le même objectif pour « Vouneuil-sous-Biard » : 70 à l’article 2, 60 en annexe. Les accorder, puis contrôler de nouveau.',
    );
  });

  it('les blancs qui restent se comptent par partie, et ceux de l’annexe se demandent', async () => {
    const note = noteDe(await duFichier('test/cas/grand-poitiers.csv', { periode: '2023-2025' }));
    const relu = await seul(await enDocx(note));
    expect(relu.verdict).toBe('indetermine');
    const blancs = relu.constats.find((c) => c.code === 'CONTRAT_A_COMPLETER');
    expect(blancs?.message).toMatch(
      /^Il reste 10\d passages à écrire dans ce contrat\s: Les parties \(13\).*Annexe\s: tableau du contrat \(2\)\.$/u,
    );
    const rempli = await seul(
      await enDocx(note, (xml) =>
        xml
          .replaceAll('[à compléter\u00a0: oui ou non]', 'oui')
          .replaceAll('[à compléter\u00a0: recueilli ou à recueillir]', 'recueilli le 12/05/2023')
          .replace(/\[à compléter\s:[^\]]*\]/g, 'fait'),
      ),
    );
    expect(rempli.verdict).toBe('conforme');
    expect(rempli.constats.filter((c) => c.code === 'CONTRAT_A_COMPLETER')).toEqual([]);
  });

  it('une réserve écrite sous le tableau se demande', async () => {
    const ajout = '<w:p><w:r><w:t>Chauvigny retire son accord.</w:t></w:r></w:p>';
    const relu = await seul(
      await enDocx(await GRAND_POITIERS(), (xml) =>
        xml.replace(/(<w:sectPr(?!.*<w:sectPr).*<\/w:body>)/s, `${ajout}$1`),
      ),
    );
    expect(relu.verdict).toBe('indetermine');
    expect(relu.constats.map((c) => c.message).join()).toContain('Chauvigny retire son accord');
  });

  it('un objectif barré dans l’annexe se demande', async () => {
    const octets = await enDocx(await GRAND_POITIERS(), (xml) => {
      const annexe = xml.lastIndexOf('Vouneuil-sous-Biard');
      const suite = xml.slice(annexe).replace(/<w:rPr>((?:(?!<w:rPr>).)*?<w:t[^>]*>60<)/s, '<w:rPr><w:strike/>$1');
      return xml.slice(0, annexe) + suite;
    });
    expect((await seul(octets)).constats.map((c) => c.code)).toContain('CELLULE_BARREE');
  });

  it('un commentaire posé sur un objectif se demande', async () => {
    const archive = await JSZip.loadAsync(
      await enDocx(await GRAND_POITIERS(), (xml) => {
        const annexe = xml.lastIndexOf('Vouneuil-sous-Biard');
        return xml.slice(0, annexe) + xml.slice(annexe).replace('>60</w:t>', '>60</w:t><w:commentReference w:id="7"/>');
      }),
    );
    archive.file(
      'word/comments.xml',
      '<w:comments><w:comment w:id="7"><w:p><w:r><w:t>objectif à revoir avec le maire</w:t></w:r></w:p></w:comment></w:comments>',
    );
    const relu = await seul(await archive.generateAsync({ type: 'uint8array' }));
    expect(relu.verdict).toBe('indetermine');
    expect(relu.constats.map((c) => c.message).join()).toContain('objectif à revoir avec le maire');
  });

  it('des modifications suivies : refusé', async () => {
    const octets = await enDocx(await GRAND_POITIERS(), (xml) =>
      xml.replace(/<w:r>(?=.*?Buxerolles)/s, '<w:ins w:id="1" w:author="x"><w:r/></w:ins><w:r>'),
    );
    expect(await refus(octets)).toMatch(/modifications suivies.*Les accepter ou les refuser/);
  });

  it('l’annexe ôtée, ou un autre document Word : refusé en disant ce qui est attendu', async () => {
    const octets = await enDocx(await GRAND_POITIERS(), (xml) => xml.replaceAll('Annexe', 'Appendice'));
    expect(await refus(octets)).toMatch(/document Word sans « Annexe : tableau du contrat »/);
  });

  /** La cellule de ce rang, dans la ligne de Vouneuil-sous-Biard du tableau de cette légende. */
  const aVouneuil = (legende: string, rang: number, valeur: string) => (xml: string) => {
    const debut = xml.indexOf('Vouneuil-sous-Biard', xml.indexOf(legende));
    const fin = xml.indexOf('</w:tr>', debut);
    let i = 0;
    const ligne = xml
      .slice(debut, fin)
      .replace(/(<w:t[ >][^<]*?>|<w:t>)[^<]*/g, (cellule, balise: string) =>
        ++i === rang ? `${balise}${valeur}` : cellule,
      );
    return xml.slice(0, debut) + ligne + xml.slice(fin);
  };
  const DIT = 'Contrat de mixité sociale mutualisant 20';
  it.each([
    [
      'une référence',
      aVouneuil('Objectifs de la période', 1, '60'),
      'Article 2, « Objectif de référence », Vouneuil-sous-Biard : « 60 » ; d’après l’annexe : 103.',
    ],
    [
      'un plancher que le X ne donne pas',
      aVouneuil('Objectifs de la période', 2, '40'),
      'Article 2, « Plancher légal », Vouneuil-sous-Biard : « 40 » ; d’après l’annexe : 52.',
    ],
    [
      'moins de 30 % de PLAI (III)',
      aVouneuil('Répartition par financement', 2, '2'),
      'Article 2, « PLAI, au moins », Vouneuil-sous-Biard : « 2 » ; d’après l’annexe : 18 au moins.',
    ],
    [
      'plus de 30 % de PLS (III)',
      aVouneuil('Répartition par financement', 3, '50'),
      'Article 2, « PLS, au plus », Vouneuil-sous-Biard : « 50 » ; d’après l’annexe : 18 au plus.',
    ],
    [
      'un autre objectif à répartir',
      aVouneuil('Répartition par financement', 1, '90'),
      'Article 2, « Objectif », Vouneuil-sous-Biard : « 90 » ; d’après l’annexe : 60.',
    ],
    [
      'une autre période au titre',
      (xml: string) => xml.replaceAll(`${DIT}23-2025`, `${DIT}20-2022`),
      'Titre du contrat : « 2020-2022 » ; d’après l’annexe : 2023-2025.',
    ],
    [
      'une autre période à l’article 2',
      (xml: string) => xml.replace('Pour 2023-2025, chaque', 'Pour 2026-2028, chaque'),
      'Article 2, première phrase : « 2026-2028 » ; d’après l’annexe : 2023-2025.',
    ],
    [
      'la répartition sous un autre en-tête',
      (xml: string) => xml.replace('>PLAI, au moins<', '>PLAI<'),
      'Article 2, tableau « Objectif », « PLAI, au moins », « PLS, au plus » : rien ; d’après l’annexe : ce tableau, à ces en-têtes.',
    ],
  ])('le corps contredit l’annexe, %s : on ne conclut pas', async (_, changer, phrase) => {
    const relu = await seul(await enDocx(await GRAND_POITIERS(), changer));
    expect(relu.verdict).toBe('indetermine');
    const redites = relu.constats.filter((c) => c.code === 'REDITE_CONTREDITE');
    expect(redites.map((c) => c.message.replace(/\s/g, ' '))).toEqual([phrase]);
  });

  it('plus de PLAI et moins de PLS que la loi ne demande : conforme', async () => {
    const octets = await enDocx(await GRAND_POITIERS(), (xml) =>
      aVouneuil('Répartition par financement', 3, '10')(aVouneuil('Répartition par financement', 2, '30')(xml)),
    );
    expect((await seul(octets)).verdict).toBe('conforme');
  });

  it('le tableau de l’article 2 ôté : refusé, il n’est plus rapproché de rien', async () => {
    const octets = await enDocx(await GRAND_POITIERS(), (xml) => xml.replace('>Objectif du contrat<', '>Objectif<'));
    expect(await refus(octets)).toMatch(/L’article 2 et l’annexe doivent chacun garder leur tableau/);
  });

  it('une autre annexe à la suite n’est pas lue', async () => {
    const ajout =
      '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Annexe 2 : délibérations</w:t></w:r></w:p><w:p><w:r><w:t>Objectifs sous réserve.</w:t></w:r></w:p>';
    const relu = await seul(
      await enDocx(await GRAND_POITIERS(), (xml) =>
        xml.replace(/(<w:sectPr(?!.*<w:sectPr).*<\/w:body>)/s, `${ajout}$1`),
      ),
    );
    expect(relu.verdict).toBe('conforme');
  });

  it('une cellule fusionnée vers le bas s’étend', async () => {
    const { feuilles } = await lireContenu(
      await enDocx(await GRAND_POITIERS(), (xml) => {
        const annexe = xml.lastIndexOf('>oui<', xml.lastIndexOf('Saint-Georges-lès-Baillargeaux'));
        const debut = xml.lastIndexOf('<w:tcPr>', annexe);
        return `${xml.slice(0, debut)}<w:tcPr><w:vMerge/>${xml.slice(debut + '<w:tcPr>'.length)}`;
      }),
      'contrat',
    );
    expect(feuilles[0]!.fusions).toHaveLength(1);
  });
});

describe('le document', () => {
  const xmlDe = async () => {
    let lu = '';
    await enDocx(await GRAND_POITIERS(), (xml) => (lu = xml));
    return lu;
  };
  it('ses tableaux répètent leurs en-têtes et portent un texte de remplacement', async () => {
    const xml = await xmlDe();
    const nombre = xml.split('<w:tbl>').length - 1;
    expect(xml.split('<w:tblHeader/>').length - 1).toBe(nombre);
    expect(xml.split('<w:tblCaption ').length - 1).toBe(nombre);
  });
  it('chaque blanc, et lui seul, est surligné', async () => {
    const xml = await xmlDe();
    const surlignes = [...xml.matchAll(/<w:shd [^>]*FFF0B3[^>]*\/>.*?<w:t[^>]*>([^<]*)</gs)].map(([, t]) => t);
    expect(surlignes.length).toBeGreaterThan(90);
    for (const texte of surlignes) expect(texte).toMatch(/^\[à compléter\s:.+\]$/u);
  });
});
