import { BLANC } from '../../classeur/contrat-redige';
import { ecrireCompte } from '../../nombres';
import type { Blancs } from '../../tableau';
import { aRecueillir } from '../note/suites';
import { mots, paragraphe, tableau, titre, type Bloc, type Partie } from '../note/document';
import { verdictEnTitre } from '../natures';
import { lieuDe } from '../presentation';
import type { Cas } from './cas';
import { source } from './mots';

/** Ce qu'une partie du projet laisse à écrire, à son titre. */
export function blancsDe(parties: readonly Partie[]): Blancs[] {
  const comptes: { partie: string; nombre: number }[] = [];
  for (const bloc of parties.flatMap(({ blocs }) => blocs)) {
    if (bloc.type === 'titre' && bloc.niveau < 4) comptes.push({ partie: bloc.texte, nombre: 0 });
    const dernier = comptes.at(-1);
    if (dernier) dernier.nombre += textesDe(bloc).reduce((n, texte) => n + (texte.match(BLANC)?.length ?? 0), 0);
  }
  return comptes.filter(({ nombre }) => nombre > 0);
}

function textesDe(bloc: Bloc): string[] {
  if (bloc.type === 'liste') return bloc.elements.flatMap(({ sujet, texte }) => [sujet, texte]);
  return bloc.type === 'tableau' ? [bloc.legende, ...bloc.lignes.flat()] : [bloc.texte];
}

const A_FAIRE = '☐';
const FAIT = '☑';

/** Ce qui manque avant de signer : à ôter du document signé. */
export function verification(cas: Cas, corps: readonly Partie[]): Bloc[] {
  const { controle, places } = cas;
  const recueillir = aRecueillir(controle).flatMap((bloc) => (bloc.type === 'liste' ? bloc.elements : []));
  const dits = new Set(recueillir.map(({ texte }) => texte));
  const alertes = controle.constats.filter((c) => c.gravite === 'alerte' && !dits.has(c.message));
  const conforme = controle.verdict === 'conforme';
  return [
    titre(2, 'Liste de vérification'),
    paragraphe(
      'À ôter du document signé. Le contrat rempli se relit comme un classeur, en ligne de commande ou sur la page sans Excel : le contrôle y reprend l’annexe, la rapproche de l’article 2, et compte ce qui reste entre crochets.',
    ),
    tableau(
      'Ce qui manque avant de signer',
      [mots('Fait', 6), mots('Quoi', 70), mots('Où, source', 24)],
      [
        [conforme ? FAIT : A_FAIRE, `Contrôle du tableau : ${verdictEnTitre(controle).toLowerCase()}`, 'Annexe'],
        ...recueillir.map(({ sujet, texte, source: article }) => [
          A_FAIRE,
          sujet ? `${sujet} : ${texte}` : texte,
          article,
        ]),
        ...alertes.map((c) => [
          A_FAIRE,
          [lieuDe(c), c.message].filter(Boolean).join(' : '),
          source(c.reference, c.certitude),
        ]),
        ...blancsDe(corps).map(({ partie, nombre }) => [
          A_FAIRE,
          ecrireCompte(nombre, 'passage à écrire', 'passages à écrire'),
          partie,
        ]),
        [
          A_FAIRE,
          `Pouvoir de signer de ${ecrireCompte(places.length, 'signataire')} : délibération ou arrêté`,
          'Les parties',
        ],
      ],
    ),
  ];
}
