import { ErreurHote, ErreurInconnue } from './erreurs';
import { actionQuiEchoue, refuserReponse, refuserRequete } from './ennuis';
import { type Hote } from './hote';
import { Arguments } from './objets/arguments';
import { type Membre, type Objet } from './objets/cadre';
import { racine, service } from './objets';
import { lire, type Demande } from './lecture';

/** Une requête RichApi, telle que la bibliothèque l'écrit. */
export interface Requete {
  Actions: readonly ActionDeRequete[];
  ObjectPaths: Readonly<Record<string, Chemin>>;
  AutoKeepReference?: boolean;
}
interface Passage {
  Arguments?: readonly unknown[];
  ReferencedObjectPathIds?: readonly (number | unknown[])[];
}
interface ActionDeRequete {
  Id: number;
  /** 1 instancier, 2 lire, 3 appeler, 4 écrire, 5 marquer. */
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: Passage;
  QueryInfo?: Demande;
}
interface Chemin {
  Id: number;
  /** 1 racine, 2 service, 3 méthode, 4 propriété, 5 indexeur, 6 référence, 7 objet nul. */
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: Passage;
}

export interface ReponseDeRequete {
  Results: { ActionId: number; Value: unknown }[];
  /** Les marques passées : la bibliothèque n'inscrit un abonnement que si la sienne y est. */
  TraceIds?: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

/** Les services de la bibliothèque, et l'oubli des références à la fin d'un `run`. */
export function estInterne({ Actions, ObjectPaths }: Requete): boolean {
  const services = Object.values(ObjectPaths).filter((chemin) => chemin.ObjectPathType === 2);
  const appels = Actions.filter(({ ActionType }) => ActionType > 1);
  const oublis = appels.length > 0 && appels.every(({ Name }) => Name === '_RemoveReference');
  return services.length > 0 || oublis;
}

/** Interprète les requêtes du complément sur le classeur de l'hôte. */
export class Interprete {
  constructor(readonly hote: Hote) {}

  /** Une requête entière, en JSON comme sa réponse ; ce qui précède une erreur reste appliqué. */
  executer(corps: string): string {
    const debut = performance.now();
    const passage = new PassageDeRequete(this.hote, JSON.parse(corps) as Requete);
    let reponse: ReponseDeRequete;
    let texte: string;
    try {
      if (!passage.interne) refuserRequete(this.hote.ennuis, corps.length);
      reponse = passage.executer();
      texte = JSON.stringify(reponse);
      if (!passage.interne) refuserReponse(this.hote.ennuis, texte.length);
    } catch (erreur) {
      reponse = { Results: [], Error: enErreur(erreur, 0, '') };
      texte = JSON.stringify(reponse);
    }
    const mesure = { debut, duree: performance.now() - debut };
    this.#noter(passage, reponse, { ...mesure, taille: corps.length, tailleReponse: texte.length });
    return texte;
  }

  #noter(
    { interne, actions, inconnu }: PassageDeRequete,
    { Error: erreur }: ReponseDeRequete,
    { taille, tailleReponse, ...mesure }: Record<'debut' | 'duree' | 'taille' | 'tailleReponse', number>,
  ) {
    // La bibliothèque envoie parfois une requête qui ne demande rien : un accusé de ses abonnements.
    if (interne && actions.length === 0) return;
    this.hote.journal.noter({
      ...mesure,
      ...(erreur ? { erreur: `${erreur.Code} : ${erreur.Location || erreur.Message}` } : {}),
      ...(inconnu === undefined ? {} : { inconnu }),
      ...(interne
        ? { genre: 'service', nom: actions.join(', ') }
        : { genre: 'requete', actions, taille, tailleReponse }),
    });
  }
}

function enErreur(erreur: unknown, ActionIndex: number, lieu = '') {
  const connue = erreur instanceof ErreurHote ? erreur : new ErreurHote('GeneralException', String(erreur));
  return {
    ...{ Code: connue.code, Message: connue.message, Location: connue.lieu || lieu, ActionIndex },
    HttpStatusCode: connue.code === 'ItemNotFound' || connue.code === 'ApiNotFound' ? 404 : 400,
  };
}

/** Une requête en cours : ses objets, chacun résolu une fois. */
class PassageDeRequete {
  readonly #objets = new Map<number, Objet | null>();
  readonly #gardes = new Set<number>();
  /** Ce que la requête demande, en clair, pour le journal. */
  readonly actions: string[];
  /** Demandée par la bibliothèque pour elle-même, non par le complément. */
  readonly interne: boolean;
  /** Le membre qui manque à l'hôte, si la requête a buté dessus. */
  inconnu: string | undefined;

  constructor(
    private readonly hote: Hote,
    private readonly requete: Requete,
  ) {
    this.actions = requete.Actions.flatMap((action) => this.#direAction(action));
    this.interne = estInterne(requete);
  }

  #direAction({ ActionType, Name, ObjectPathId, QueryInfo }: ActionDeRequete): string[] {
    const objet = this.#dire(ObjectPathId);
    if (ActionType === 2) return [`lire ${objet}${QueryInfo?.Select ? ` (${QueryInfo.Select.join(', ')})` : ''}`];
    if (ActionType === 3) return Name.endsWith('Reference') ? [] : [`${objet}.${Name}()`];
    return ActionType === 4 ? [`${objet}.${Name} =`] : [];
  }

  #dire(id: number): string {
    const chemin = this.requete.ObjectPaths[id];
    if (!chemin || chemin.ObjectPathType === 1) return 'workbook';
    const parent = chemin.ParentObjectPathId === undefined ? '' : this.#dire(chemin.ParentObjectPathId);
    const args = (chemin.ArgumentInfo?.Arguments ?? []).map((a) => JSON.stringify(a)).join(', ');
    if (chemin.ObjectPathType === 3) return `${parent}.${chemin.Name}(${args})`;
    if (chemin.ObjectPathType === 5) return `${parent}[${args}]`;
    return parent ? `${parent}.${chemin.Name}` : chemin.Name;
  }

  /** Le dernier membre touché : celui que l'erreur met en cause. */
  #dernier = '';

  executer(): ReponseDeRequete {
    const { hote, requete } = this;
    const ennui = this.interne ? undefined : actionQuiEchoue(hote.ennuis, requete.Actions.length);
    const avant = new Set(hote.modele.reperes);
    const resultats: ReponseDeRequete['Results'] = [];
    const marques: number[] = [];
    try {
      for (const [rang, action] of requete.Actions.entries()) {
        if (rang === ennui?.rang) throw new ErreurHote(ennui.code);
        if (action.ActionType === 5) marques.push(action.Id);
        resultats.push({ ActionId: action.Id, Value: this.#agir(action) });
      }
      return { Results: resultats, TraceIds: marques };
    } catch (erreur) {
      if (erreur instanceof ErreurInconnue) this.inconnu = erreur.lieu;
      return { Results: resultats, TraceIds: marques, Error: enErreur(erreur, resultats.length, this.#dernier) };
    } finally {
      const gardes = hote.reperesGardes();
      for (const repere of hote.modele.reperes)
        if (!avant.has(repere) && !gardes.has(repere)) hote.modele.reperes.delete(repere);
    }
  }

  #agir(action: ActionDeRequete): unknown {
    if (action.ActionType === 5) return null;
    const objet = this.#objet(action.ObjectPathId);
    switch (action.ActionType) {
      case 1:
        return objet && this.#identite(objet, action.ObjectPathId);
      case 2:
        return objet ? lire(this.hote, objet, action.QueryInfo ?? {}) : null;
      case 3:
        return this.#appeler(objet, action);
      case 4: {
        if (!objet) return null;
        const membre = this.#membre(objet, action.Name);
        if (membre.genre !== 'valeur' || !membre.ecrire)
          throw new ErreurInconnue(`${objet.definition.nom}.${action.Name} (écriture)`);
        membre.ecrire(objet.cible, action.ArgumentInfo?.Arguments?.[0]);
        return null;
      }
      default:
        throw new ErreurInconnue(`l’action ${action.ActionType}`);
    }
  }

  #appeler(objet: Objet | null, action: ActionDeRequete): unknown {
    if (!objet) return null;
    if (action.Name === '_KeepReference' && objet.definition.reperes) {
      this.#gardes.add(action.ObjectPathId);
      return null;
    }
    const membre = this.#membre(objet, action.Name);
    if (membre.genre !== 'methode') throw new ErreurInconnue(`${objet.definition.nom}.${action.Name}`);
    return membre.appeler(objet.cible, this.#arguments(action.ArgumentInfo)) ?? null;
  }

  #identite(objet: Objet, chemin: number): unknown {
    const { identite, reperes } = objet.definition;
    const garde = reperes && this.#gardes.has(chemin);
    return { ...identite?.(objet.cible), ...(garde ? { _ReferenceId: this.hote.garder(objet) } : {}) };
  }

  /** Le membre, si l'Excel que l'hôte dit être le connaît. */
  #membre(objet: Objet, nom: string): Membre<unknown> {
    const { membre, nom: exact } = objet.membre(nom);
    this.#dernier = `${objet.definition.nom}.${exact}`;
    if (!this.hote.connait(membre.exigence)) {
      const lieu = `${objet.definition.nom}.${exact}`;
      throw new ErreurHote('ApiNotFound', `${lieu} demande ${membre.exigence}, que cet Excel n’a pas.`, lieu);
    }
    return membre;
  }

  #arguments(passage: Passage | undefined): Arguments {
    const objets = (passage?.ReferencedObjectPathIds ?? []).map((id) =>
      typeof id === 'number' && id > 0 ? this.#objet(id) : undefined,
    );
    return new Arguments(passage?.Arguments ?? [], objets);
  }

  #objet(id: number): Objet | null {
    const connu = this.#objets.get(id);
    if (connu !== undefined) return connu;
    const chemin = this.requete.ObjectPaths[id];
    if (!chemin) throw new ErreurHote('InvalidReference');
    const objet = this.#suivre(chemin);
    this.#objets.set(id, objet);
    return objet;
  }

  #suivre(chemin: Chemin): Objet | null {
    if (chemin.ObjectPathType === 1) return racine(this.hote);
    if (chemin.ObjectPathType === 2) return service(this.hote, chemin.Name);
    if (chemin.ObjectPathType === 6) return this.hote.reference(chemin.Name);
    if (chemin.ObjectPathType === 7) return null;
    const parent = this.#objet(chemin.ParentObjectPathId ?? 0);
    // Ce qui suit un objet nul est nul.
    if (!parent) return null;
    if (chemin.ObjectPathType === 5) {
      const { element } = parent.definition.collection ?? {};
      if (!element) throw new ErreurInconnue(`${parent.definition.nom}.getItem`);
      return element(parent.cible, this.#arguments(chemin.ArgumentInfo));
    }
    const membre = this.#membre(parent, chemin.Name);
    if (membre.genre === 'lien') return membre.suivre(parent.cible);
    if (membre.genre === 'methode')
      return (membre.appeler(parent.cible, this.#arguments(chemin.ArgumentInfo)) ?? null) as Objet | null;
    throw new ErreurInconnue(`${parent.definition.nom}.${chemin.Name}`);
  }
}
