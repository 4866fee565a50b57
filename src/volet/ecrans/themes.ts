import { createTheme, type ITheme } from 'office-ui-fabric-react/lib/Theme';

export type NomDeTheme = 'clair' | 'sombre' | 'contraste';

/** Les couleurs propres au complément, que `ecrans.css` lit par leur nom. */
const COULEURS: Readonly<Record<NomDeTheme, Readonly<Record<string, string>>>> = {
  clair: {
    fond: '#ffffff',
    carte: '#f6f6f6',
    trait: '#8d8d8d',
    filet: '#dddddd',
    texte: '#1e1e1e',
    discret: '#555555',
    lien: '#000091',
    bloquant: '#b3000c',
    'fond-bloquant': '#fdeeee',
    alerte: '#8a3b00',
    'fond-alerte': '#fdf3ea',
    information: '#0b4f8a',
    'fond-information': '#edf5fc',
    conforme: '#136b34',
    'fond-conforme': '#ebf7ef',
    reference: '#8a8aa3',
    contrat: '#000091',
    plancher: '#b34000',
  },
  sombre: {
    fond: '#1e1e1e',
    carte: '#2a2a2a',
    trait: '#929292',
    filet: '#484848',
    texte: '#f5f5f5',
    discret: '#c8c8c8',
    lien: '#a8a8ff',
    bloquant: '#ffb0b0',
    'fond-bloquant': '#40191b',
    alerte: '#ffc08a',
    'fond-alerte': '#3d2614',
    information: '#a9d2f7',
    'fond-information': '#16293b',
    conforme: '#a3dfb4',
    'fond-conforme': '#15301e',
    reference: '#9a9ab5',
    contrat: '#a8a8ff',
    plancher: '#ff9d5c',
  },
  contraste: {
    fond: '#000000',
    carte: '#000000',
    trait: '#ffffff',
    filet: '#ffffff',
    texte: '#ffffff',
    discret: '#ffffff',
    lien: '#ffff00',
    bloquant: '#ffffff',
    'fond-bloquant': '#000000',
    alerte: '#ffffff',
    'fond-alerte': '#000000',
    information: '#ffffff',
    'fond-information': '#000000',
    conforme: '#ffffff',
    'fond-conforme': '#000000',
    reference: '#ffffff',
    contrat: '#ffff00',
    plancher: '#00ffff',
  },
};

export const variablesDe = (nom: NomDeTheme): Record<string, string> =>
  Object.fromEntries(Object.entries(COULEURS[nom]).map(([couleur, valeur]) => [`--${couleur}`, valeur]));

const POLICE = { defaultFontStyle: { fontFamily: "'Segoe UI', system-ui, 'Liberation Sans', sans-serif" } };

const clair = createTheme({
  ...POLICE,
  palette: {
    themePrimary: '#000091',
    themeLighterAlt: '#f5f5fe',
    themeLighter: '#ececfe',
    themeLight: '#e3e3fd',
    themeTertiary: '#6a6af4',
    themeSecondary: '#313178',
    themeDarkAlt: '#00007d',
    themeDark: '#000069',
    themeDarker: '#000050',
    neutralSecondary: '#555555',
    neutralTertiary: '#6b6b6b',
    redDark: '#b3000c',
  },
});

const neutresSombres = {
  neutralLighterAlt: '#242424',
  neutralLighter: '#2a2a2a',
  neutralLight: '#353535',
  neutralQuaternaryAlt: '#3d3d3d',
  neutralQuaternary: '#484848',
  neutralTertiaryAlt: '#6f6f6f',
  neutralTertiary: '#b0b0b0',
  neutralSecondary: '#c8c8c8',
  neutralSecondaryAlt: '#c8c8c8',
  neutralPrimaryAlt: '#dadada',
  neutralPrimary: '#f5f5f5',
  neutralDark: '#fafafa',
  black: '#ffffff',
  white: '#1e1e1e',
};

const sombre = createTheme({
  ...POLICE,
  isInverted: true,
  palette: {
    ...neutresSombres,
    themePrimary: '#a8a8ff',
    themeLighterAlt: '#25253a',
    themeLighter: '#2d2d4a',
    themeLight: '#3a3a66',
    themeTertiary: '#8585f6',
    themeSecondary: '#b5b5ff',
    themeDarkAlt: '#b5b5ff',
    themeDark: '#c5c5ff',
    themeDarker: '#d8d8ff',
  },
});

const contraste = createTheme({
  ...POLICE,
  isInverted: true,
  palette: {
    ...neutresSombres,
    neutralLighterAlt: '#000000',
    neutralLighter: '#1a1a1a',
    neutralTertiary: '#ffffff',
    neutralSecondary: '#ffffff',
    neutralSecondaryAlt: '#ffffff',
    neutralPrimaryAlt: '#ffffff',
    neutralPrimary: '#ffffff',
    neutralDark: '#ffffff',
    white: '#000000',
    themePrimary: '#ffff00',
    themeDarkAlt: '#ffffff',
    themeDark: '#ffffff',
    themeDarker: '#ffffff',
    themeSecondary: '#ffff00',
    themeTertiary: '#ffff00',
    themeLight: '#333333',
    themeLighter: '#333333',
    themeLighterAlt: '#1a1a1a',
  },
});

export const THEMES: Readonly<Record<NomDeTheme, ITheme>> = { clair, sombre, contraste };
