import { blanc } from '../../classeur/contrat-redige';
import { anneeDeBase, ecrirePeriode, OBSERVATIONS, REFERENCES, type IdReference, type Periode } from '../../droit';
import { arrondir, ecrire, ecrireCompte, ecrireJourIso, fraction } from '../../nombres';
import { articleDe, objectifDeReference, estRefus, plancherDuContrat, type Etape } from '../../regles';
import { avertissement, paragraphe, titre, type Bloc } from '../note/document';
import { pasAPas } from '../pas-a-pas';
import type { Lieu, Notification } from './notification';

/** La lettre d'une commune : son objectif, le calcul à refaire, ce qu'elle peut en faire. Rien n'y est à remplir qui ne lui soit propre. */
export function lettreDe(notification: Notification, lieu: Lieu & { readonly periode: Periode }): Bloc[] {
  const { evaluee, objectif } = notification;
  const { nom, codeInsee } = evaluee.ligne;
  const periode = ecrirePeriode(lieu.periode);
  return [
    titre(2, `Objectif de logements sociaux ${periode} : ${nom}`),
    paragraphe(`À l’attention du maire : ${nom}${codeInsee ? ` (code INSEE ${codeInsee})` : ''}.`),
    paragraphe(
      `La loi fixe pour trois ans le nombre de logements sociaux que doit viser une commune dont le taux n’atteint pas la cible (${articleDe('L302-8-I')} et suivants). Pour la période ${periode}, celui de la commune est le suivant.`,
    ),
    avertissement(`Objectif ${periode} : ${ecrireCompte(objectif.entier, 'logement social', 'logements sociaux')}.`),
    paragraphe(dateDesChiffres(notification, lieu)),
    pasAPas('Le calcul, pas à pas', etapesDe(notification, lieu)),
    ...rehaussement(notification),
    paragraphe(contrats(notification, lieu)),
    paragraphe(
      `La commune a ${OBSERVATIONS.delai} pour présenter ses observations sur ces chiffres (${articleDe(OBSERVATIONS.reference)}) ; la date limite est rappelée en tête de cette lettre.`,
    ),
    paragraphe(versions(notification)),
  ];
}

/** Les chiffres sont ceux du 1er janvier qui précède la période ; si le tableau ne le dit pas, la lettre le fait confirmer. */
function dateDesChiffres(
  { evaluee: { rang } }: Notification,
  { tableau, periode }: Lieu & { readonly periode: Periode },
) {
  const annee = anneeDeBase(periode);
  const datee = (['residences_principales', 'logements_sociaux'] as const).every((c) =>
    tableau.entetes.get(c)?.annees.includes(annee),
  );
  const certaine = datee && rang > 0;
  const aConfirmer =
    rang === 0
      ? 'date des chiffres, la commune entrant en cours de période'
      : 'confirmer cette date, que le tableau ne dit pas';
  return `Les chiffres sont ceux de l’inventaire au 1er janvier ${annee}${certaine ? '' : ` ${blanc(aConfirmer)}`}.`;
}

function etapesDe({ situation, objectif, exacte, parts }: Notification, { contexte: { droit } }: Lieu): Etape[] {
  const { residencesPrincipales, logementsSociaux, tauxCible } = situation;
  const calcul = objectifDeReference(situation, droit);
  const donnee = (nom: string, n: number, unite: Etape['unite']): Etape => ({
    nom,
    valeur: fraction(n),
    unite,
    formule: 'inventaire',
    reference: 'L302-5',
    certitude: 'texte',
  });
  return [
    donnee('Résidences principales', residencesPrincipales, 'logements'),
    donnee('Logements sociaux', logementsSociaux, 'logements'),
    { ...donnee('Taux cible', tauxCible, '%'), formule: 'de la commune', reference: 'L302-5-II' },
    ...(estRefus(calcul) ? [] : calcul.etapes.filter(({ valeur }) => typeof valeur !== 'string')),
    ...(objectif.arrondi
      ? [
          {
            nom: 'Arrondi',
            valeur: fraction(objectif.entier),
            unite: 'logements',
            formule: `${ecrire(exacte, 4)} arrondi ${objectif.arrondi}`,
            reference: 'L302-8-VII',
            certitude: 'interprétation',
          } as const,
        ]
      : []),
    ...parts.etapes,
  ];
}

const rehaussement = ({ objectif, exacte }: Notification): Bloc[] =>
  objectif.rehausse
    ? [
        paragraphe(
          `Le calcul donne ${ecrire(exacte, 4)} ; le préfet a rehaussé cet objectif à ${ecrire(objectif.entier)} avec l’accord du maire (${articleDe('L302-8-VII')}) ${blanc('date et forme de cet accord')}.`,
        ),
      ]
    : [];

/** Ce qu'un contrat peut changer à l'objectif, et jusqu'où. */
function contrats({ evaluee, objectif }: Notification, { contexte: { droit } }: Lieu): string {
  if (evaluee.rang < 3)
    return `La commune est nouvellement soumise : aucun contrat ne peut abaisser cet objectif avant sa troisième période triennale pleine (${articleDe('L302-8-VIII')}).`;
  const { manquants, rang, rattrapage } = evaluee;
  const situation = { rang, manquants, reference: fraction(objectif.entier), palier: rattrapage?.palier ?? null };
  const jusqua = (contrat: 'cms' | 'cims') => {
    const plancher = plancherDuContrat(contrat, situation, droit);
    return plancher ? `, sans descendre sous ${ecrireCompte(arrondir(plancher, 'SUPERIEUR'), 'logement')}` : '';
  };
  return `À la demande de la commune, un contrat de mixité sociale peut abaisser cet objectif${jusqua('cms')} (${articleDe('L302-8-IX')}) ; un contrat mutualisant peut le répartir autrement entre les communes de l’intercommunalité${jusqua('cims')} (${articleDe('L302-8-X')}).`;
}

function versions({ evaluee: { rattrapage } }: Notification): string {
  const citees: IdReference[] = ['L302-5', rattrapage?.reference ?? 'L302-8-VII', 'L302-8-III'];
  const textes = citees.map((id) => `${REFERENCES[id].article}, version du ${ecrireJourIso(REFERENCES[id].version)}`);
  return `Textes appliqués : ${textes.join(' ; ')}.`;
}
