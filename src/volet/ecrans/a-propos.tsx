import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { useEffect, useState } from 'react';
import { REFERENCES } from '../../droit';
import { ecrireCompte, ecrireJourEnLettres, typographier } from '../../nombres';
import { METHODE } from '../../rapport/methode';
import type { GesteDeFormules } from '../etat/comptes-rendus';
import { VERSION } from '../version';
import { AutoControle } from './auto-controle';
import { useEtat, useOutils, useVolet } from './outils';
import { VerifierInstallation } from './verifier-installation';

const GESTES: readonly (readonly [GesteDeFormules, string, string])[] = [
  ['reparerFormules', 'Réparer les formules', 'Récrit les formules du complément qu’Excel montre en #NOM?.'],
  ['annulerReparation', 'Annuler la réparation', 'Rend aux formules réparées leur écriture d’avant.'],
  [
    'figer',
    'Figer les valeurs',
    'Remplace les formules du complément par leurs valeurs, pour un destinataire qui ne l’a pas.',
  ],
  ['degeler', 'Dégeler', 'Remet les formules figées.'],
];

/** Ce que dit un geste qui n'a rien à défaire. */
const RIEN: Partial<Record<GesteDeFormules, string>> = {
  annulerReparation: 'Ce classeur ne garde aucune réparation à annuler.',
  degeler: 'Ce classeur ne garde aucune formule figée.',
};

/** L'écran « À propos » : ce que l'outil sait, d'où il le tient, et s'il est en état. */
export function EcranAPropos() {
  const { licences = 'licences.html', verifierInstallation } = useOutils();
  return (
    <>
      <section className="groupe">
        <h2>Mutualisation SRU {VERSION}</h2>
        <p>
          L’outil compare un tableau à la loi. Le préfet, les communes et l’intercommunalité concluent le contrat. Rien
          ne sort du classeur.
        </p>
      </section>
      <section className="groupe">
        <h2>État</h2>
        <AutoControle />
        <Formules />
      </section>
      {verifierInstallation && <VerifierInstallation charger={verifierInstallation} />}
      <section className="groupe">
        <h2>Les textes appliqués</h2>
        <ul className="textes">
          {Object.values(REFERENCES)
            .filter((r) => r !== REFERENCES.outil)
            .map(({ article, version, url, objet }) => (
              <li key={article}>
                <Link href={url} target="_blank" rel="noreferrer" underline>
                  {typographier(article)}
                </Link>
                {typographier(`, version du ${ecrireJourEnLettres(version)} : ${objet}.`)}
              </li>
            ))}
        </ul>
        <ul className="textes">
          {METHODE.map((phrase) => (
            <li key={phrase}>{typographier(phrase)}</li>
          ))}
        </ul>
      </section>
      <section className="groupe">
        <h2>Licences</h2>
        <p>
          {typographier(
            'Code : licence MIT. Communes et intercommunalités : INSEE et DGCL, diffusées par Etalab ; inventaire publié : DGALN/DHUP ; Licence Ouverte 2.0.',
          )}{' '}
          <Link href={licences} target="_blank" rel="noreferrer" underline>
            Licences des bibliothèques employées
          </Link>
        </p>
      </section>
    </>
  );
}

function Formules() {
  const volet = useVolet();
  const { feuilles, travail, compteRendu } = useEtat();
  const [defaisables, noter] = useState<Partial<Record<GesteDeFormules, boolean>>>({});
  const enTravail = travail !== null;
  // Un geste du ruban ne passe pas par le travail du volet : son compte rendu seul l'annonce.
  useEffect(() => void (enTravail || volet.defaisables().then(noter)), [volet, enTravail, compteRendu]);
  const rienAFaire = (geste: GesteDeFormules) => (defaisables[geste] === false ? RIEN[geste] : undefined);
  const enErreur = feuilles.reduce((n, { feuille }) => {
    for (let ligne = 0; ligne < feuille.nombreDeLignes; ligne++)
      for (const c of feuille.colonnes(ligne))
        if (/^#(?:NOM|NAME)\?$/.test(feuille.cellule(ligne, c)?.erreur ?? '')) n++;
    return n;
  }, 0);
  return (
    <>
      <p>
        {typographier(
          enErreur === 0
            ? 'Aucune formule du classeur n’est en #NOM?.'
            : `${ecrireCompte(enErreur, 'cellule')} en #NOM? : réparez les formules si ce sont des formules du complément.`,
        )}
      </p>
      {!volet.lectureSeule && (
        <dl className="gestes">
          {GESTES.map(([geste, nom, aide]) => (
            <div key={geste}>
              <dt>
                <DefaultButton
                  text={nom}
                  allowDisabledFocus
                  disabled={enTravail || rienAFaire(geste) !== undefined}
                  onClick={() => void volet.corrigerFormules(geste)}
                />
              </dt>
              <dd>{typographier(rienAFaire(geste) ?? aide)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
