import { commentairesDisponibles } from '../../../classeur/excel/capacites';
import { executer } from '../../../classeur/excel/executer';
import { lireReference } from '../../../classeur/excel/adresses';
import { juger, NonEssaye, type Point } from '../point';

const TEXTE = 'Essai du complément';

export const COMMENTAIRES: Point = {
  numero: 25,
  titre: 'Commentaires',
  attendu: 'ajouté en A1, relu, retiré',
  async essayer({ plage }) {
    if (!commentairesDisponibles()) throw new NonEssaye('cet Excel n’a pas de commentaires (ExcelApi 1.10)');
    return executer(async (context) => {
      const { comments } = context.workbook;
      const pose = comments.add(plage(context, 'A1'), TEXTE);
      pose.load('content,id');
      const lieu = pose.getLocation();
      lieu.load('address');
      await context.sync();
      const relu = pose.content === TEXTE;
      const adresse = lireReference(lieu.address)?.adresse;
      const { id } = pose;
      pose.delete();
      await context.sync();
      comments.load('items/id');
      await context.sync();
      const reste = comments.items.some((c) => c.id === id);
      const trouve = [`posé en ${adresse}`, relu ? 'relu' : 'relu autrement', reste ? 'pas retiré' : 'retiré'];
      return juger(adresse === 'A1' && relu && !reste, trouve.join(', '));
    });
  },
};
