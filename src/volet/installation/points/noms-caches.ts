import { executer } from '../../../classeur/excel/executer';
import { lireReference } from '../../../classeur/excel/adresses';
import { demanderSuivies, suivre } from '../../../classeur/excel/suivies';
import { memes } from '../calcul';
import { juger, type Point } from '../point';

const ATTENDU = ['B2', 'B3', 'retiré'];

export const NOMS_CACHES: Point = {
  numero: 24,
  titre: 'Noms cachés',
  attendu: 'un nom caché sur B2 suit une ligne insérée (B3), puis se retire',
  essayer: ({ plage }) =>
    executer(async (context) => {
      const { names } = context.workbook;
      const demande = demanderSuivies(context);
      await context.sync();
      // Neuf : ce qu'un essai coupé laisse part avec la feuille.
      const nom = demande().nouveau('E');
      const lire = async () => {
        const lu = names.getItemOrNullObject(nom);
        lu.load('formula,visible');
        await context.sync();
        if (lu.isNullObject) return 'retiré';
        return `${lireReference(String(lu.formula))?.adresse ?? 'perdu'}${lu.visible ? ', visible' : ''}`;
      };
      suivre(context, nom, plage(context, 'B2'));
      const pose = await lire();
      plage(context, '1:1').insert('Down');
      const decale = await lire();
      names.getItem(nom).delete();
      const lus = [pose, decale, await lire()];
      return juger(memes(lus, ATTENDU), lus.join(', puis '));
    }),
};
