import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Workbook, type CellValue } from 'exceljs';
import { SANS_LIBREOFFICE, titreSaufSi } from '../outils/saute';
import { ironcalc, type Moteur, type Saisies } from './moteur-ironcalc';

const libreoffice: Moteur = {
  nom: 'LibreOffice',
  absent: spawnSync('soffice', ['--version']).status === 0 ? null : SANS_LIBREOFFICE,
  async calculer(saisies) {
    const dossier = mkdtempSync(join(tmpdir(), 'oracle-'));
    try {
      await ecrireClasseur(saisies, join(dossier, 'oracle.xlsx'));
      const csv = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false';
      const profil = `-env:UserInstallation=${pathToFileURL(join(dossier, 'profil')).href}`;
      const options = ['--headless', profil, '--convert-to', csv, '--outdir', dossier, join(dossier, 'oracle.xlsx')];
      execFileSync('soffice', options, { stdio: 'ignore' });
      const lignes = readFileSync(join(dossier, 'oracle.csv'), 'utf8').trimEnd().split('\n');
      return lignes.map((ligne) => ligne.split(';'));
    } finally {
      rmSync(dossier, { recursive: true, force: true });
    }
  },
};

/** Un test par tableur ; celui d'un tableur absent est sauté, et son titre dit pourquoi. */
export function surChaqueMoteur(titre: string, essai: (moteur: Moteur) => Promise<void>): void {
  for (const moteur of [ironcalc, libreoffice]) {
    (moteur.absent ? it.skip : it)(titreSaufSi(moteur.absent, `${moteur.nom} ${titre}`), () => essai(moteur), 60_000);
  }
}

// Un classeur xlsx garde ses formules en anglais.
const EN_ANGLAIS: Readonly<Record<string, string>> = {
  SI: 'IF',
  ET: 'AND',
  OU: 'OR',
  ENT: 'INT',
  SOMME: 'SUM',
  ARRONDI: 'ROUND',
  'ARRONDI.SUP': 'ROUNDUP',
  MAX: 'MAX',
  MOD: 'MOD',
  'NB.SI': 'COUNTIF',
};

function traduire(formule: string): string {
  const anglaise = formule.slice(1).replace(/[A-Z.]+(?=\()/g, (nom) => {
    const traduit = EN_ANGLAIS[nom];
    if (!traduit) throw new Error(`Fonction sans traduction : ${nom}`);
    return traduit;
  });
  return anglaise.replaceAll(';', ',');
}

function valeurDe(saisie: string): CellValue {
  if (saisie.startsWith('=')) return { formula: traduire(saisie) };
  if (saisie === '') return null;
  return /^-?\d+$/.test(saisie) ? Number(saisie) : saisie;
}

async function ecrireClasseur(saisies: Saisies, chemin: string): Promise<void> {
  const classeur = new Workbook();
  classeur.addWorksheet('oracle').addRows(saisies.map((rangee) => rangee.map(valeurDe)));
  await classeur.xlsx.writeFile(chemin);
}
