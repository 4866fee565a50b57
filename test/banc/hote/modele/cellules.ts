import { type Cellule, type FeuilleDonnees, type Origine, type Style, type Valeur, type Zone } from '../contrat';
import { contient, englober, hauteur, intersection, largeur, uneCellule } from '../adresses';
import { ErreurHote } from '../erreurs';
import { Feuilles } from './feuilles';
import { lireSaisie } from './saisie';
import { alleger } from './styles';

/** Au-delà, seules les cellules déjà écrites reçoivent un format : la feuille entière n'est pas remplie. */
const ETENDUE = 500_000;

/** Les cellules d'un classeur : saisies, valeurs calculées, formats. */
export class Cellules extends Feuilles {
  cellule(feuille: string, ligne: number, colonne: number): Cellule | undefined {
    return this.exigerFeuille(feuille).cellules[`${ligne},${colonne}`];
  }

  /** Le rectangle qui tient tout ce qui est écrit ; les formats comptent, sauf `valeursSeules`. */
  zoneUtilisee(id: string, valeursSeules = false): Zone | undefined {
    const cle = `${id} ${valeursSeules}`;
    if (this.bornes.has(cle)) return this.bornes.get(cle);
    let zone: Zone | undefined;
    for (const [place, cellule] of Object.entries(this.exigerFeuille(id).cellules)) {
      if (valeursSeules && cellule.valeur === '' && cellule.formule === undefined) continue;
      const [ligne = 0, colonne = 0] = place.split(',').map(Number);
      zone = zone ? englober(zone, uneCellule(ligne, colonne)) : uneCellule(ligne, colonne);
    }
    this.bornes.set(cle, zone);
    return zone;
  }

  /** Les cellules écrites de la zone, avec leur place. */
  cellulesDe(feuille: FeuilleDonnees, zone: Zone): { cle: string; cellule: Cellule }[] {
    const utilisee = this.zoneUtilisee(feuille.id);
    const bornes = utilisee && intersection(zone, utilisee);
    const trouvees: { cle: string; cellule: Cellule }[] = [];
    if (!bornes) return trouvees;
    for (let l = bornes.ligne; l <= bornes.ligneFin; l++)
      for (let c = bornes.colonne; c <= bornes.colonneFin; c++) {
        const cellule = feuille.cellules[`${l},${c}`];
        if (cellule) trouvees.push({ cle: `${l},${c}`, cellule });
      }
    return trouvees;
  }

  /** Le déversement qui couvre cette cellule : la clé de celle qui le porte, et sa zone. */
  deversement(feuille: FeuilleDonnees, ligne: number, colonne: number): { ancre: string; zone: Zone } | undefined {
    for (const [ancre, zone] of Object.entries(feuille.deversements ?? {}))
      if (contient(zone, ligne, colonne)) return { ancre, zone };
    return undefined;
  }

  /** Une saisie ; `null` laisse la cellule, et `brut` ne lit pas les textes comme des formules. */
  saisir(
    id: string,
    zone: Zone,
    contenus: readonly (readonly (Valeur | null)[])[],
    origine: Origine = 'agent',
    brut = false,
  ): void {
    const feuille = this.exigerFeuille(id);
    const seule = hauteur(zone) === 1 && largeur(zone) === 1;
    const avant = this.cellule(id, zone.ligne, zone.colonne)?.valeur ?? '';
    this.#rompreDeversements(feuille, zone);
    contenus.forEach((rangee, i) => {
      rangee.forEach((contenu, j) => {
        if (contenu === null) return;
        const cle = `${zone.ligne + i},${zone.colonne + j}`;
        const { format, style } = feuille.cellules[cle] ?? {};
        const saisie = brut ? { valeur: contenu } : lireSaisie(contenu, format);
        this.poser(feuille, cle, {
          ...saisie,
          ...(format === undefined ? {} : { format }),
          ...(style === undefined ? {} : { style }),
        });
      });
    });
    const apres = this.cellule(id, zone.ligne, zone.colonne)?.valeur ?? '';
    this.emettre({ type: 'cellules', feuille: id, zone, origine, ...(seule ? { avant, apres } : {}) });
  }

  /** Écrire sur un déversement l'efface ; sa formule dit alors #SPILL!, jusqu'au prochain calcul. */
  #rompreDeversements(feuille: FeuilleDonnees, zone: Zone) {
    for (const [ancre, couverte] of Object.entries(feuille.deversements ?? {})) {
      if (!intersection(zone, couverte)) continue;
      this.#viderDeversement(feuille, ancre);
      const porteuse = feuille.cellules[ancre];
      if (porteuse) porteuse.valeur = '#SPILL!';
    }
  }

  #viderDeversement(feuille: FeuilleDonnees, ancre: string) {
    const zone = feuille.deversements?.[ancre];
    if (!zone) return;
    for (const { cle, cellule } of this.cellulesDe(feuille, zone))
      if (cle !== ancre) this.poser(feuille, cle, { ...cellule, valeur: '' });
    delete feuille.deversements?.[ancre];
  }

  /** Les valeurs trouvées par un moteur de calcul. Une plage plus grande que la seule formule de son coin s'y déverse. */
  recevoirCalcul(id: string, zone: Zone, valeurs: readonly (readonly Valeur[])[]): void {
    const feuille = this.exigerFeuille(id);
    const ancre = `${zone.ligne},${zone.colonne}`;
    const porteuse = feuille.cellules[ancre];
    if (porteuse?.formule !== undefined) this.#viderDeversement(feuille, ancre);
    const occupees = this.cellulesDe(feuille, zone).filter(
      ({ cle, cellule }) => cle !== ancre && (cellule.formule !== undefined || cellule.valeur !== ''),
    );
    const taille = hauteur(zone) * largeur(zone);
    const chacuneSaFormule =
      occupees.length === taille - 1 && occupees.every(({ cellule }) => cellule.formule !== undefined);
    const deverse = taille > 1 && porteuse?.formule !== undefined && !chacuneSaFormule;
    if (deverse && occupees.length > 0) porteuse.valeur = '#SPILL!';
    else {
      valeurs.forEach((rangee, i) => {
        rangee.forEach((valeur, j) => {
          const cle = `${zone.ligne + i},${zone.colonne + j}`;
          this.poser(feuille, cle, { ...feuille.cellules[cle], valeur });
        });
      });
      if (deverse) (feuille.deversements ??= {})[ancre] = zone;
    }
    this.emettre({ type: 'cellules', feuille: id, zone, origine: 'calcul' });
  }

  ecrireFormats(id: string, zone: Zone, formats: readonly (readonly (string | null)[])[], origine: Origine): void {
    const feuille = this.exigerFeuille(id);
    formats.forEach((rangee, i) => {
      rangee.forEach((format, j) => {
        if (format === null) return;
        const cle = `${zone.ligne + i},${zone.colonne + j}`;
        const { format: _, ...reste } = feuille.cellules[cle] ?? { valeur: '' };
        this.poser(feuille, cle, format === 'General' ? reste : { ...reste, format });
      });
    });
    this.emettre({ type: 'styles', feuille: id, zone, origine });
  }

  /** Change le style de chaque cellule de la zone ; `place` donne sa ligne et sa colonne dans la zone. */
  changerStyle(
    id: string,
    zone: Zone,
    changer: (style: Style, ligne: number, colonne: number) => Style,
    origine: Origine,
  ) {
    const feuille = this.exigerFeuille(id);
    const styler = (cle: string, ligne: number, colonne: number) => {
      const { style: avant, ...reste } = feuille.cellules[cle] ?? { valeur: '' };
      const style = alleger(changer(avant ?? {}, ligne, colonne));
      this.poser(feuille, cle, style ? { ...reste, style } : reste);
    };
    if (hauteur(zone) * largeur(zone) > ETENDUE)
      for (const { cle } of this.cellulesDe(feuille, zone)) {
        const [l = 0, c = 0] = cle.split(',').map(Number);
        styler(cle, l - zone.ligne, c - zone.colonne);
      }
    else
      for (let l = zone.ligne; l <= zone.ligneFin; l++)
        for (let c = zone.colonne; c <= zone.colonneFin; c++) styler(`${l},${c}`, l - zone.ligne, c - zone.colonne);
    this.emettre({ type: 'styles', feuille: id, zone, origine });
  }

  /** Efface les contenus, les formats, ou les deux. */
  effacer(id: string, zone: Zone, quoi: 'All' | 'Contents' | 'Formats', origine: Origine): void {
    const feuille = this.exigerFeuille(id);
    if (quoi !== 'Formats') this.#rompreDeversements(feuille, zone);
    for (const { cle, cellule } of this.cellulesDe(feuille, zone)) {
      const { format, style, ...contenu } = cellule;
      if (quoi === 'Formats') this.poser(feuille, cle, contenu);
      else if (quoi === 'All') delete feuille.cellules[cle];
      else
        this.poser(feuille, cle, {
          valeur: '',
          ...(format === undefined ? {} : { format }),
          ...(style === undefined ? {} : { style }),
        });
    }
    this.emettre({ type: quoi === 'Formats' ? 'styles' : 'cellules', feuille: id, zone, origine });
  }

  fusionner(id: string, zone: Zone, parLigne: boolean, origine: Origine): void {
    const feuille = this.exigerFeuille(id);
    feuille.fusions = feuille.fusions.filter((autre) => !intersection(autre, zone));
    const zones = parLigne
      ? Array.from({ length: hauteur(zone) }, (_, i) => ({ ...zone, ligne: zone.ligne + i, ligneFin: zone.ligne + i }))
      : [zone];
    for (const fusion of zones) {
      const garde = `${fusion.ligne},${fusion.colonne}`;
      for (const { cle, cellule } of this.cellulesDe(feuille, fusion)) {
        const { formule: _, ...reste } = cellule;
        if (cle !== garde) this.poser(feuille, cle, { ...reste, valeur: '' });
      }
    }
    feuille.fusions.push(...zones.filter((fusion) => hauteur(fusion) * largeur(fusion) > 1));
    this.emettre({ type: 'fusions', feuille: id, origine });
  }

  defusionner(id: string, zone: Zone, origine: Origine): void {
    const feuille = this.exigerFeuille(id);
    feuille.fusions = feuille.fusions.filter((autre) => !intersection(autre, zone));
    this.emettre({ type: 'fusions', feuille: id, origine });
  }

  /** Refuse d'écrire dans une feuille protégée. */
  exigerOuverte(id: string): FeuilleDonnees {
    const feuille = this.exigerFeuille(id);
    if (feuille.protegee) throw new ErreurHote('AccessDenied');
    return feuille;
  }

  protected poser(feuille: FeuilleDonnees, cle: string, cellule: Cellule): void {
    const { valeur, formule, format, style } = cellule;
    const vide = valeur === '' && formule === undefined && format === undefined && style === undefined;
    if (vide) delete feuille.cellules[cle];
    else feuille.cellules[cle] = cellule;
  }
}
