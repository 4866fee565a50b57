import type { Valeur } from '../outils/lecture';
import { POITIERS, TOULON } from './bases';
import { cas, ecrit, ENTIER, type Cas } from './cas';

const NOMBRE_DE_COMMUNES = 10;
/** Une colonne de plus, vide sauf à la ligne dite. */
const une = (titre: string, ligne: number, valeur: Valeur) => ({
  [titre]: Array.from({ length: NOMBRE_DE_COMMUNES }, (_, i) => (i === ligne ? valeur : '')),
});
const partout = (titre: string, valeurs: readonly Valeur[]) => ({ [titre]: valeurs });

/** Ce qu'un agent écrit dans ses observations ne peut pas contredire les colonnes sans une question. */
const OBSERVATIONS_DECISIVES: readonly (readonly [titre: string, ligne: number, texte: string])[] = [
  ['Observations', 9, 'Commune entrante au 01/01/2024'],
  ['Situation', 9, 'Nouvelle entrante'],
  ['Observations', 3, 'Accord retiré par délibération du 12/05/2026'],
  ['Commentaires', 9, 'Objectif ramené à 12 après négociation'],
  ['Remarques', 9, 'Troisième abaissement consécutif'],
];
const OBSERVATIONS_NEUTRES: readonly (readonly [titre: string, ligne: number, texte: string])[] = [
  ['Observations', 3, 'ZAC en cours, 60 logements livrés en 2027'],
  ['Observations', 3, 'Commune non entrante'],
  ['Situation', 3, 'Soumise'],
  ['Observations', 3, 'Accord donné le 12/03/2026'],
];

/** Des libellés et leurs valeurs, une colonne vide à droite du tableau. */
const aDroite = (...lignes: readonly (readonly string[])[]) =>
  ecrit().map((f) => ({
    ...f,
    cellules: f.cellules.map((ligne, i) => (lignes[i] ? [...ligne, '', ...lignes[i]] : ligne)),
  }));

const REFERENCES = [16, 23, 39, 52, 38, 45, 39, 57, 59, 103];

export const CASSE: readonly Cas[] = [
  ...OBSERVATIONS_DECISIVES.map(([titre, ligne, texte]) =>
    cas(`${titre} : « ${texte} »`, ecrit({ plus: une(titre, ligne, texte) }), 'question'),
  ),
  ...OBSERVATIONS_NEUTRES.map(([titre, ligne, texte]) =>
    cas(`${titre} : « ${texte} »`, ecrit({ plus: une(titre, ligne, texte) }), 'conforme', ENTIER),
  ),
  cas(
    'deux références qui se disputent',
    ecrit({ plus: partout('Objectif de référence notifié', [...REFERENCES.slice(0, 9), 206]) }),
    'question',
  ),
  cas(
    'deux parcs de deux années, référence abaissée',
    ecrit({
      titres: { lls: 'LLS au 01/01/2025' },
      communes: { 'Vouneuil-sous-Biard': { reference: 60, contrat: 60 } },
      plus: partout('LLS au 01/01/2022', [790, 450, 430, 410, 290, 350, 180, 130, 110, 180]),
    }),
    'jamais conforme',
  ),
  cas(
    'colonne « N° » d’un tableau sans périodes',
    ecrit({ sans: ['periodes'], plus: partout('N°', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) }),
    'tout',
    { tait: /N°/ },
  ),
  cas('« Accord communal »', ecrit({ titres: { accord: 'Accord communal' } }), 'conforme', ENTIER),
  cas(
    'PLH et avis en cases, chacune devant son choix',
    ecrit({
      avant: [['PLH exécutoire : ☒ oui ☐ non'], ['Avis de la commission nationale : ☒ recueilli ☐ à recueillir'], []],
    }),
    'conforme',
    { tait: /PLH|avis/ },
  ),
  cas('PLH en cases, non', ecrit({ avant: [['PLH exécutoire : ☐ oui ☒ non'], []] }), 'non conforme'),
  cas(
    'avis en cases, à recueillir',
    ecrit({ avant: [['Avis de la commission nationale : ☐ recueilli ☒ à recueillir'], []] }),
    'tout',
    { dit: /recueillir/ },
  ),
  cas(
    'EPCI qui ne dispose pas de PLH',
    ecrit({ avant: [['L’EPCI ne dispose pas de PLH exécutoire'], []] }),
    'non conforme',
  ),
  cas('EPCI doté d’aucun PLH', ecrit({ avant: [['L’agglomération n’est dotée d’aucun PLH'], []] }), 'non conforme'),
  cas(
    'contrats abaissants, article cité au titre',
    ecrit(
      {
        titres: { contrat: 'Objectif du contrat' },
        avant: [['Contrats de mixité sociale abaissants (article L. 302-8-1)'], []],
      },
      TOULON,
    ),
    'conforme',
  ),
  cas(
    'année d’entrée récente sans période, abaissée',
    ecrit({
      recit: (r) => ({
        ...r,
        colonnes: r.colonnes.map((c) =>
          c.champ === 'rang'
            ? { ...c, titre: 'Année d’entrée', cellules: c.cellules.map((_, i) => (i === 9 ? 2024 : 2002)) }
            : c,
        ),
      }),
    }),
    'jamais conforme',
  ),
  cas(
    'taux de flottants écrits à la virgule, sans parc',
    ecrit({
      sans: ['rp', 'lls'],
      plus: partout(
        'Taux LLS',
        Array.from({ length: 10 }, () => '8,098537336412624'),
      ),
    }),
    'tout',
    { communes: 10 },
  ),
  cas(
    'référence en erreur',
    ecrit({ communes: { Montamisé: { reference: { valeur: null, erreur: '#N/A' } } } }),
    'question',
    { dit: /#N\/A/ },
  ),
  ...['logements', 'logts', 'lgts', 'LLS'].map((unite) =>
    cas(
      `objectif en « ${unite} »`,
      ecrit({
        recit: (r) => ({
          ...r,
          colonnes: r.colonnes.map((c) =>
            c.champ === 'contrat' ? { ...c, cellules: c.cellules.map((v) => `${Number(v)} ${unite}`) } : c,
          ),
        }),
      }),
      'conforme',
      ENTIER,
    ),
  ),
  cas('« PLH | non » à droite, à la hauteur des en-têtes', aDroite(['PLH', 'non']), 'non conforme'),
  cas(
    '« PLH | exécutoire », « Avis | favorable » à droite, dès les en-têtes',
    aDroite(['PLH', 'exécutoire'], ['Avis de la commission nationale', 'favorable']),
    'conforme',
    { ...ENTIER, tait: /PLH|avis/ },
  ),
  cas(
    'une colonne « PLH » commune par commune',
    ecrit({
      plus: partout(
        'PLH',
        Array.from({ length: 10 }, () => 'oui'),
      ),
    }),
    'tout',
    {
      communes: 10,
    },
  ),
  ...(
    [
      ['tenu', 60, 'jamais non conforme'],
      ['rompu', 10, 'jamais conforme'],
    ] as const
  ).map(([quoi, dernier, attendu]) =>
    cas(
      `le contrat ${quoi} sur une autre feuille, à deux colonnes`,
      [
        ...ecrit({ sans: ['contrat', 'accord', 'periodes'] }),
        {
          nom: 'Contrat',
          cellules: [
            ['Commune', 'Objectif du contrat'],
            ...POITIERS.communes.map(({ commune, contrat }, j) => [commune ?? '', j === 9 ? dernier : (contrat ?? '')]),
          ],
        },
      ],
      attendu,
    ),
  ),
];
