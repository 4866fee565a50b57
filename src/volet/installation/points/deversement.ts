import { lireReference } from '../../../classeur/excel/adresses';
import { peut } from '../../../classeur/excel/capacites';
import { executer } from '../../../classeur/excel/executer';
import { ecrireValeurs, memes } from '../calcul';
import { ecrireFormules, type Essai } from '../point-de-formules';
import { juger, type Point } from '../point';
import { COMMUNE, DE_LA_PLAGE, PAR_LIGNE } from './fonctions';

export const DEVERSEE: Essai = {
  saisies: [COMMUNE, COMMUNE, COMMUNE],
  formules: [PAR_LIGNE],
  valeurs: [DE_LA_PLAGE, DE_LA_PLAGE, DE_LA_PLAGE],
};

export const DEVERSEMENT: Point = {
  numero: 9,
  titre: 'Déversement, sans « @ »',
  attendu: `${PAR_LIGNE} : ${ecrireValeurs(DEVERSEE.valeurs)}, déversés en F1:F3 ; relue sans « @ »`,
  async essayer(chantier) {
    const { lues, adresse } = await ecrireFormules(chantier, DEVERSEE);
    const { relue, deversee } = await executer(async (context) => {
      const tete = chantier.plage(context, 'F1');
      tete.load('formulas');
      const etendue = peut('deversement') ? tete.getSpillingToRangeOrNullObject() : null;
      etendue?.load('address');
      await context.sync();
      const lue = etendue && !etendue.isNullObject ? lireReference(etendue.address)?.adresse : undefined;
      return { relue: String(tete.formulas[0]![0]), deversee: lue };
    });
    const bien = memes(lues, DEVERSEE.valeurs) && deversee === adresse && !relue.includes('@');
    return juger(
      bien,
      `${ecrireValeurs(lues)}, ${deversee ? `déversés en ${deversee}` : 'sans déversement'} ; ${relue}`,
    );
  },
};
