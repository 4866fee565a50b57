import './page.css';
import { Banc } from './banc';
import { creer, dire, element, options } from './dom';
import { brancherFichiers } from './fichiers';
import { lireDeclarations, recevoir, type Declarations } from './declarations';
import { lireManifeste } from './manifeste';
import { ouvrirPorte } from './porte';
import { dessinerRuban } from './ruban';
import { reglerLargeur } from './separateur';
import { TROUBLES } from './troubles';

const THEMES = { systeme: 'du système', clair: 'clair', sombre: 'sombre', contraste: 'contraste élevé' } as const;

interface Configuration {
  titre: string;
  /** L'adresse d'où le complément est servi, d'une autre origine. */
  complement: string;
  exemples: string[];
  ouvrir?: string;
}

const configuration = (await (await recevoir('/banc.json')).json()) as Configuration;
/** Celui que l'agent a chargé : « ?manifeste=manifest-sru.xml ». */
const charge = new URLSearchParams(location.search).get('manifeste') ?? 'manifest.xml';
const { complement } = configuration;
const manifeste = lireManifeste(await (await recevoir(`/manifestes/${charge}`)).text(), complement);
const declarations = await lireDeclarations(complement + manifeste.fonctions, manifeste.prefixe).catch(
  (): Declarations => ({ functions: [] }),
);

document.title = `${configuration.titre} : banc d’essai`;
element('titre').textContent = document.title;
element('titre-volet').textContent = manifeste.nom;

const banc = new Banc(manifeste, complement, declarations);
const ouvrirExemple = async (nom: string) => {
  const octets = await (await recevoir(`/exemples/${encodeURIComponent(nom)}`)).arrayBuffer();
  await banc.ouvrirOctets(nom, new Uint8Array(octets));
  nommer(nom);
};
const nommer = brancherFichiers(configuration.exemples, {
  ouvrirExemple,
  ouvrirOctets: async (nom, octets) => {
    await banc.ouvrirOctets(nom, octets);
    nommer(nom);
  },
  enregistrer: () => banc.enregistrer(),
});
dessinerRuban(manifeste, ({ id }) => void banc.presser(id));
const largeur = reglerLargeur();
element('fermer').addEventListener('click', () => banc.montrerVolet(false));

const ennui = element<HTMLSelectElement>('ennui');
ennui.append(...options(Object.entries(TROUBLES).map(([nom, { libelle }]) => [nom, libelle])));
const trouble = (nom: string) => {
  banc.poserTrouble(nom);
  ennui.value = nom;
};
ennui.addEventListener('change', () => trouble(ennui.value));

const choixDuTheme = element<HTMLSelectElement>('theme');
choixDuTheme.append(...options(Object.entries(THEMES)));
const theme = (nom: string) => {
  document.documentElement.dataset.theme = nom;
  choixDuTheme.value = nom;
};
choixDuTheme.addEventListener('change', () => theme(choixDuTheme.value));

window.banc = ouvrirPorte(banc, ouvrirExemple, { theme, largeur, trouble });
if (configuration.ouvrir) await ouvrirExemple(configuration.ouvrir);
else dire('Choisissez un classeur.');
document.body.append(creer('span', { id: 'pret', hidden: true }));
