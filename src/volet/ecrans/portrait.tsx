import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useId, useMemo, useState } from 'react';
import { typographier } from '../../nombres';
import { dessinDeLaPage, portraitDe, type Graphique, type Portrait } from '../../rapport/portrait';
import { estRefus, phraseDuRefus } from '../../regles';
import type { Controle, Ligne } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import { cadreDe, dossierDe } from '../etat/note';
import { portraitEnDocument } from '../etat/portrait';
import { ChoixDuTableau } from './choix-du-tableau';
import { NomDeCommune } from './commune';
import { Dessin } from './dessin';
import { useLargeur } from './largeur';
import { useEtat, useOutils } from './outils';
import { Repli } from './repli';
import { Table } from './table';

/** L'écran « Portrait » : le tableau d'un coup d'œil, et le dessin à emporter. */
export function EcranPortrait() {
  return (
    <ChoixDuTableau>
      {(trouve) =>
        estRefus(trouve.resultat) ? (
          <p>{typographier(phraseDuRefus(trouve.resultat))}</p>
        ) : (
          <PortraitDuTableau trouve={trouve} controle={trouve.resultat} />
        )
      }
    </ChoixDuTableau>
  );
}

function PortraitDuTableau({ trouve, controle }: { readonly trouve: TableauControle; readonly controle: Controle }) {
  const { feuilles } = useEtat();
  const { enregistrement } = useOutils();
  const fichier = enregistrement?.classeur ?? trouve.feuille.nom;
  const portrait = useMemo(
    () => portraitDe(controle, fichier, dossierDe(fichier, { feuilles }, [trouve]).reserves),
    [controle, fichier, feuilles, trouve],
  );
  const seules = useMemo(() => lignesSeules(trouve.tableau.lignes), [trouve]);
  const figures = (graphiques: readonly Graphique[]) =>
    graphiques.map((graphique) => <Figure key={graphique.table.titre} graphique={graphique} seules={seules} />);
  return (
    <section className="portrait groupe" aria-label="Portrait">
      <h2>{typographier(portrait.titre)}</h2>
      <p>
        <strong>{typographier(portrait.verdict)}</strong>
      </p>
      {portrait.resume.map((phrase, i) => (
        <p key={i}>{typographier(phrase)}</p>
      ))}
      <Emporter portrait={portrait} />
      {figures(portrait.graphiques)}
      {portrait.replis.map(({ titre, graphiques }) => (
        <Repli key={titre} titre={titre}>
          {figures(graphiques)}
        </Repli>
      ))}
    </section>
  );
}

interface ProprietesDeFigure {
  readonly graphique: Graphique;
  readonly seules: ReadonlyMap<string, Ligne>;
}

function Figure({ graphique, seules }: ProprietesDeFigure) {
  const id = useId();
  const [largeur, mesurer] = useLargeur();
  const dessin = useMemo(() => dessinDeLaPage(graphique, id, largeur), [graphique, id, largeur]);
  return (
    <figure ref={mesurer}>
      <figcaption>{typographier(graphique.table.titre)}</figcaption>
      {graphique.rangees.length > 0 && <Dessin noeud={dessin} />}
      {graphique.remarques.map((remarque) => (
        <p key={remarque} className="discret">
          {typographier(remarque)}
        </p>
      ))}
      <Repli titre="Les mêmes nombres, en table">
        <Table
          table={graphique.table}
          nommer={(nom) => {
            const ligne = seules.get(nom);
            return ligne ? <NomDeCommune ligne={ligne} /> : nom;
          }}
        />
      </Repli>
    </figure>
  );
}

/** Les lignes par leur nom ; un nom que deux communes portent n'ouvre aucune fiche. */
function lignesSeules(lignes: readonly Ligne[]): ReadonlyMap<string, Ligne> {
  const seules = new Map(lignes.map((ligne) => [ligne.nom, ligne]));
  const vus = new Set<string>();
  for (const { nom } of lignes) {
    if (vus.has(nom)) seules.delete(nom);
    vus.add(nom);
  }
  return seules;
}

/** Là où l'hôte enregistre un fichier. */
function Emporter({ portrait }: { readonly portrait: Portrait }) {
  const { enregistrement, aujourdhui } = useOutils();
  const { referentiel } = useEtat();
  const [echec, noter] = useState(false);
  if (!enregistrement || !referentiel) return null;
  const { classeur, enregistrer } = enregistrement;
  const emporter = async (forme: 'svg' | 'png') => {
    try {
      enregistrer(await portraitEnDocument(portrait, classeur, cadreDe(referentiel, aujourdhui()), forme));
      noter(false);
    } catch {
      noter(true);
    }
  };
  return (
    <>
      <div className="barre">
        <DefaultButton text="Télécharger le dessin (.svg)" onClick={() => void emporter('svg')} />
        <DefaultButton text="Télécharger l’image (.png)" onClick={() => void emporter('png')} />
      </div>
      {echec && <p role="alert">Le portrait n’a pas pu être écrit. Le contrôle n’en est pas changé.</p>}
    </>
  );
}
