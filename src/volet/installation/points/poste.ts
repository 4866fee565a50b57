/// <reference types="office-js" />
import { executer } from '../../../classeur/excel/executer';
import { themeDeLaPage } from '../../theme-de-la-page';
import { VERSION } from '../../version';
import { juger, NonEssaye, type Point } from '../point';

/** Les jeux d'API que le complément peut employer, et ce que le manifeste en exige. */
const JEUX: Readonly<Record<string, { readonly exige?: number; readonly jusqua: number }>> = {
  ExcelApi: { exige: 10, jusqua: 20 },
  CustomFunctionsRuntime: { exige: 2, jusqua: 5 },
  SharedRuntime: { exige: 1, jusqua: 2 },
  ExcelApiOnline: { jusqua: 1 },
  RibbonApi: { jusqua: 2 },
};

/** La version la plus haute d'un jeu que l'hôte déclare, « 1.n » ; 0 s'il n'en a pas. */
const declaree = (jeu: string, jusqua: number): number =>
  Array.from({ length: jusqua }, (_, i) => jusqua - i).find((n) =>
    Office.context.requirements.isSetSupported(jeu, `1.${n}`),
  ) ?? 0;

const EXIGES = Object.entries(JEUX).flatMap(([jeu, { exige }]) => (exige ? `${jeu} 1.${exige}` : []));

const surLeWeb = () => Office.context.platform === Office.PlatformType.OfficeOnline;

/** Ce qui tient au poste et à Excel, sans une cellule. */
export const POINTS_DU_POSTE: readonly Point[] = [
  {
    numero: 19,
    titre: 'Téléchargement',
    attendu: 'sur le web, la page sait remettre un fichier au navigateur ; ailleurs, le volet n’en propose pas',
    essayer() {
      const sait = typeof URL.createObjectURL === 'function' && 'download' in document.createElement('a');
      if (!surLeWeb()) throw new NonEssaye(`Excel de bureau (la vue web ${sait ? 'saurait' : 'ne saurait pas'})`);
      return juger(sait, sait ? 'elle le sait' : 'elle ne le sait pas');
    },
  },
  {
    numero: 32,
    titre: 'Thème',
    attendu: 'Office dit ses couleurs ; sur le web, celles du système en tiennent lieu',
    essayer() {
      const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
      const couleurs = theme && `Office : ${theme.bodyForegroundColor} sur ${theme.bodyBackgroundColor}`;
      return juger(
        couleurs !== undefined || surLeWeb(),
        `${couleurs ?? 'Office ne les dit pas'} ; volet : ${themeDeLaPage().actuel()}`,
      );
    },
  },
  {
    numero: 45,
    titre: 'Jeux d’exigences',
    attendu: `au moins ${EXIGES.join(', ')}`,
    essayer() {
      const trouves = Object.entries(JEUX).map(([jeu, { exige = 0, jusqua }]) => {
        const mineure = declaree(jeu, jusqua);
        return { suffit: mineure >= exige, dit: mineure > 0 ? `${jeu} 1.${mineure}` : `pas de ${jeu}` };
      });
      return juger(
        trouves.every(({ suffit }) => suffit),
        trouves.map(({ dit }) => dit).join(', '),
      );
    },
  },
  {
    numero: 46,
    titre: 'Versions',
    attendu: 'Excel dit son nom, sa plateforme et sa version',
    async essayer() {
      const { diagnostics, displayLanguage, contentLanguage } = Office.context;
      const { host, platform, version } = diagnostics;
      const mode = await executer(async (context) => {
        const { application } = context.workbook;
        application.load('calculationMode');
        await context.sync();
        return application.calculationMode;
      });
      const trouve = [
        `complément ${VERSION}`,
        `${host}, ${platform}, ${version}`,
        `langues ${displayLanguage} et ${contentLanguage}`,
        `calcul ${mode}`,
        navigator.userAgent,
      ];
      return juger([host, platform, version].every(Boolean), trouve.join(' ; '));
    },
  },
];
