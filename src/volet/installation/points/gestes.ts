import type { Geste } from '../../../classeur/classeur';
import { peut } from '../../../classeur/excel/capacites';
import { degeler } from '../../../classeur/excel/degel';
import { executer } from '../../../classeur/excel/executer';
import { figer, REGLAGE as REGLAGE_DU_FIGEMENT } from '../../../classeur/excel/figement';
import { formules } from '../../../classeur/excel/formules';
import { TEXTE } from '../../../classeur/excel/hors-texte';
import { SANS_INVITE } from '../../../classeur/excel/ouverture';
import { lireReglage } from '../../../classeur/excel/reglages';
import { annulerReparation, reparer, REGLAGE as REGLAGE_DE_LA_REPARATION } from '../../../classeur/excel/reparation';
import { FONCTIONS } from '../../../fonctions/registre';
import { enNotationDExcel } from '../../etat/formules';
import { attendreValeurs, ecrireValeurs, lireFormules, memes } from '../calcul';
import { ecrireFormules, type Essai } from '../point-de-formules';
import { juger, NonEssaye, type Constat, type Point } from '../point';
import { DEVERSEE } from './deversement';
import { OBJECTIF } from './fonctions';

const NOS_FORMULES = formules(Object.keys(FONCTIONS));
const SIMPLE = '=SRU.OBJECTIF(10000;1500;20)';
const SAINE = enNotationDExcel(SIMPLE);
const ABIMEE = '=_xldudf_SRU_OBJECTIF(10000,1500,20)';

/** Le journal d'un geste est celui du classeur : l'essai n'en touche pas un que l'agent peut encore vouloir défaire. */
async function exigerSansJournal(reglage: string, geste: string): Promise<void> {
  if ((await lireReglage(reglage)) !== null)
    throw new NonEssaye(`ce classeur garde ${geste} : recommencer dans un classeur neuf`);
}

/** Fait le geste, puis le défait quoi qu'il arrive. */
async function allerRetour(
  faire: () => Promise<Geste>,
  constater: () => Promise<Constat>,
  defaire: () => Promise<Geste>,
): Promise<Constat> {
  let constat: Constat;
  try {
    const { laissees } = await faire();
    constat = laissees[0] ? juger(false, laissees[0].raison) : await constater();
  } catch (erreur) {
    await defaire().catch(() => undefined);
    throw erreur;
  }
  await defaire();
  return constat;
}

export const REPARATION: Point = {
  numero: 16,
  titre: 'Réparation, et son annulation',
  attendu: 'un texte « =SRU.OBJECTIF… » et un nom abîmé se calculent, sans « @ » ; l’annulation les rend',
  async essayer(chantier) {
    await exigerSansJournal(REGLAGE_DE_LA_REPARATION, 'une réparation à annuler');
    await executer(async (context) => {
      const texte = chantier.plage(context, 'A1');
      texte.numberFormat = [[TEXTE]];
      texte.values = [[SAINE]];
      chantier.plage(context, 'A2').formulas = [[ABIMEE]];
      await context.sync();
    });
    const avant = await lireFormules(chantier, 'A1:A2');
    const { trouve, verdict } = await allerRetour(
      () => reparer(NOS_FORMULES, chantier.feuille()),
      async () => {
        const lues = await attendreValeurs(chantier, 'A1:A2', [OBJECTIF, OBJECTIF]);
        const relues = await lireFormules(chantier, 'A1:A2');
        const bien = memes(lues, [OBJECTIF, OBJECTIF]) && memes(relues, [SAINE, SAINE]);
        return juger(bien, `${ecrireValeurs(lues)} par ${relues.join(' et ')}`);
      },
      () => annulerReparation(chantier.feuille()),
    );
    const rendue = memes(await lireFormules(chantier, 'A1:A2'), avant);
    return juger(verdict === 'conforme' && rendue, `${trouve} ; ${rendue ? 'annulée' : 'mal annulée'}`);
  },
};

export const FIGEMENT: Point = {
  numero: 27,
  titre: 'Figer, dégeler',
  attendu: 'une formule, déversée si Excel le sait, devient ses valeurs, puis redevient elle-même',
  async essayer(chantier) {
    await exigerSansJournal(REGLAGE_DU_FIGEMENT, 'des formules figées');
    await exigerSansJournal(SANS_INVITE, 'un réglage que dégeler ôterait');
    const essai: Essai = peut('deversement') ? DEVERSEE : { formules: [SIMPLE], valeurs: [OBJECTIF] };
    const { lues, adresse } = await ecrireFormules(chantier, essai);
    if (!memes(lues, essai.valeurs)) return juger(false, `avant de figer : ${ecrireValeurs(lues)}`);
    const avant = await lireFormules(chantier, adresse);
    const { trouve, verdict } = await allerRetour(
      () => figer(NOS_FORMULES, chantier.feuille()),
      async () => {
        const figees = await lireFormules(chantier, adresse);
        return juger(memes(figees, essai.valeurs), `figé : ${ecrireValeurs(figees)}`);
      },
      () => degeler(chantier.feuille()),
    );
    const revenues = await attendreValeurs(chantier, adresse, essai.valeurs);
    const rendue = memes(revenues, essai.valeurs) && memes(await lireFormules(chantier, adresse), avant);
    return juger(verdict === 'conforme' && rendue, `${trouve} ; dégelé : ${ecrireValeurs(revenues)}`);
  },
};
