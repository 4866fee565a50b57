import { REFERENCES, type Droit, type IdReference } from '../../droit';
import { ecrireJourIso } from '../../nombres';
import { selonLaNature, type ParNature } from '../natures';
import type { Dossier } from './cadre';
import { derogationsDe } from './derogations';
import { mots, tableau, titre, type Bloc } from './document';

const TOUJOURS: readonly IdReference[] = ['L302-5', 'L302-8-I', 'L302-8-VII', 'L302-8-1'];
const APPLIQUES: ParNature<readonly IdReference[], [Droit]> = {
  objectifs: (c, droit) => [...TOUJOURS, ...derogationsDe(c, droit).map((d) => d.reference)],
  inventaire: () => TOUJOURS,
  bilan: () => ['L302-8-I', 'L302-8-III', 'L302-9-1'],
  rien: () => [],
};

/** Les textes que la note applique, dans la version lue. */
export function versionsDeLaLoi(dossiers: readonly Dossier[]): Bloc[] {
  const controles = dossiers.flatMap((d) => d.controles);
  const citees = new Set<IdReference>(
    controles.flatMap((c) => [
      ...selonLaNature(APPLIQUES, c, c.contexte.droit),
      ...c.constats.map((constat) => constat.reference),
    ]),
  );
  const lignes = (Object.keys(REFERENCES) as IdReference[])
    .filter((id) => id !== 'outil' && citees.has(id))
    .map((id) => {
      const { article, version, objet } = REFERENCES[id];
      return [article, ecrireJourIso(version), objet];
    });
  const colonnes = [mots('Texte', 38), mots('Version du', 16), mots('Objet', 46)];
  return [titre(2, 'Versions de la loi'), tableau('Textes appliqués', colonnes, lignes)];
}
