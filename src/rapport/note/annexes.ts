import { REFERENCES, type IdReference } from '../../droit';
import { ecrire, ecrireJourIso, type Fraction } from '../../nombres';
import { entierLu, type Controle } from '../../tableau';
import { nomDe, type Cadre, type Dossier } from './cadre';
import { derogationsDe } from './derogations';
import { mots, nombre, tableau, titre, type Bloc } from './document';

const TOUJOURS: readonly IdReference[] = ['L302-5', 'L302-8-I', 'L302-8-VII', 'L302-8-1'];

/** Les textes que la note applique, dans la version lue. */
export function versionsDeLaLoi(dossiers: readonly Dossier[], { droit }: Cadre): Bloc[] {
  const controles = dossiers.flatMap((d) => d.controles);
  const citees = new Set<IdReference>([
    ...TOUJOURS,
    ...controles.flatMap((c) => [
      ...c.constats.map((constat) => constat.reference),
      ...derogationsDe(c, droit).map((d) => d.reference),
    ]),
  ]);
  const lignes = (Object.keys(REFERENCES) as IdReference[])
    .filter((id) => id !== 'outil' && citees.has(id))
    .map((id) => {
      const { article, version, objet } = REFERENCES[id];
      return [article, ecrireJourIso(version), objet];
    });
  const colonnes = [mots('Texte', 38), mots('Version du', 16), mots('Objet', 46)];
  return [titre(2, 'Versions de la loi'), tableau('Textes appliqués', colonnes, lignes)];
}

const COLONNES = [
  mots('Commune', 24),
  mots('INSEE', 8),
  nombre('Résidences principales', 11),
  nombre('Logements sociaux', 10),
  nombre('Taux (%)', 8),
  nombre('Cible (%)', 7),
  nombre('Rang', 6),
  nombre('Manquants', 11),
  nombre('Rattrapage (%)', 11),
  nombre('Référence', 10),
  nombre('Contrat', 9),
  mots('Accord', 9),
  nombre('Périodes abaissées', 10),
];

/** Le tableau contrôlé, avec tout ce qui a servi au contrôle. */
export function annexe(controle: Controle): Bloc {
  const lignes = controle.lignes.map((l) => {
    const { ligne } = l;
    const compte = (n: number | null) => (n === null ? '' : ecrire(n));
    return [
      nomDe(l),
      ligne.codeInsee ?? '',
      compte(entierLu(ligne, 'residences_principales')),
      compte(entierLu(ligne, 'logements_sociaux')),
      decimal(l.taux),
      compte(entierLu(ligne, 'taux_cible')),
      compte(entierLu(ligne, 'rang_triennal')),
      l.manquants ? ecrire(l.manquants) : '?',
      l.rattrapage ? String(l.rattrapage.pourcent) : '?',
      l.reference ? ecrire(l.reference) : '?',
      compte(l.contrat),
      ligne.accord.etat === 'lue' ? (ligne.accord.valeur ? 'oui' : 'non') : '',
      compte(entierLu(ligne, 'periodes_consecutives_abaissees')),
    ];
  });
  const { reference, contrat } = controle.totaux;
  const total = COLONNES.map(() => '');
  total[0] = 'Total';
  total[9] = reference ? ecrire(reference) : '?';
  total[10] = contrat === null ? '' : ecrire(contrat);
  return tableau(`Tableau contrôlé : feuille « ${controle.tableau.feuille} »`, COLONNES, [...lignes, total], {
    total: true,
  });
}

const decimal = (f: Fraction | null): string => (f ? ecrire(f) : '');
