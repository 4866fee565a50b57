import type { Suivi } from '../../classeur/classeur';
import { ecrire } from '../../nombres';
import { pause } from './calcul';
import { creer, retirer, vider, type FeuilleProvisoire } from './feuille-provisoire';
import { constatDe, juger, NonEssaye, type Chantier, type Constat, type Enonce, type Point } from './point';
import { RETRAIT } from './points';

export interface Resultat extends Enonce, Constat {}

/** En millisecondes : ce qu'un point peut durer, et ce qu'un résultat d'Excel peut s'y faire attendre. */
export interface Delais {
  readonly point: number;
  readonly patience: number;
}
const DELAIS: Delais = { point: 30_000, patience: 8_000 };
const ESSAIS_DU_RETRAIT = 3;
const MILLE = 1_000;

/** Essaie chaque point dans une feuille provisoire, toujours retirée ; rien d'autre du classeur n'est touché, et rien n'est rejeté. */
export async function verifierInstallation(
  points: readonly Point[],
  suivi: Suivi = {},
  { point: delai, patience }: Delais = DELAIS,
): Promise<readonly Resultat[]> {
  const provisoire = await ouvrir(delai);
  const chantier = chantierDe(provisoire, patience);
  const resultats: Resultat[] = [];
  try {
    for (const [rang, { essayer, ...enonce }] of points.entries()) {
      suivi.avancer?.(rang, points.length);
      const constat = await constater(async () => {
        if (suivi.signal?.aborted) throw new NonEssaye('interrompu');
        if ('id' in provisoire) await vider(provisoire);
        return essayer(chantier);
      }, delai);
      resultats.push({ ...enonce, ...constat });
    }
  } finally {
    const retrait = 'id' in provisoire ? await constaterLeRetrait(provisoire, delai) : provisoire;
    resultats.push({ ...RETRAIT, ...retrait });
  }
  return resultats;
}

/** La feuille provisoire, ou pourquoi elle n'est pas là ; trop lente à venir, elle est retirée dès qu'elle vient. */
async function ouvrir(delai: number): Promise<FeuilleProvisoire | Constat> {
  const creation = creer();
  try {
    return await dansLeDelai(creation, delai);
  } catch (erreur) {
    void creation.then(retirer).catch(() => undefined);
    return constatDe(erreur);
  }
}

function chantierDe(provisoire: FeuilleProvisoire | Constat, patience: number): Chantier {
  const feuille = () => {
    if ('id' in provisoire) return provisoire.id;
    throw new NonEssaye(`sans feuille provisoire (${provisoire.trouve})`);
  };
  return {
    patience,
    feuille,
    plage: (context, adresse) => context.workbook.worksheets.getItem(feuille()).getRange(adresse),
  };
}

async function constaterLeRetrait(provisoire: FeuilleProvisoire, delai: number): Promise<Constat> {
  for (let essai = 1; ; essai++) {
    const constat = await constater(async () => {
      await retirer(provisoire);
      return juger(true, 'créée, puis retirée');
    }, delai);
    if (constat.verdict === 'conforme') return constat;
    if (essai === ESSAIS_DU_RETRAIT)
      return juger(false, `${constat.trouve} ; si la feuille « ${provisoire.nom} » est encore là, supprimez-la`);
  }
}

/** Ce que rend un essai, ou ce qu'il lève, ou qu'il ne répond pas. */
const constater = (essayer: () => Promise<Constat>, delai: number): Promise<Constat> =>
  dansLeDelai(essayer(), delai).catch(constatDe);

async function dansLeDelai<T>(promesse: Promise<T>, delai: number): Promise<T> {
  const attente = new AbortController();
  const sansReponse = async () => {
    await pause(delai, attente.signal);
    throw new Error(`sans réponse en ${ecrire(delai / MILLE)} s`);
  };
  try {
    return await Promise.race([promesse, sansReponse()]);
  } finally {
    attente.abort();
  }
}
