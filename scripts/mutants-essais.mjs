// Joue pour Stryker (mutants.mjs) les essais d'un ensemble dans un seul processus, sans relancer jest à chaque mutant : ils sont
// réunis par jest-circus, et le code est rechargé à chaque fois. Ni `jest.mock`, ni `beforeAll` : les essais qu'on lui donne s'en passent.
import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { PluginKind, declareClassPlugin, tokens } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { transformSync } from '@swc/core';
import config from '../jest.config.js';

const require = createRequire(join(process.cwd(), 'package.json'));
const [, swc] = config.projects[0].transform['^.+\\.tsx?$'];
const transposes = new Map();

function charger(module, chemin) {
  if (!transposes.has(chemin))
    transposes.set(chemin, transformSync(readFileSync(chemin, 'utf8'), { ...swc, filename: chemin }).code);
  module._compile(transposes.get(chemin), chemin);
}

class Essais {
  static inject = tokens('options');
  etat = (globalThis.__stryker__ ??= {});

  constructor({ essais }) {
    this.fichiers = essais.map((essai) => join(process.cwd(), essai));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    // Les nôtres d'abord : `./noms` est noms.ts, non noms.json.
    const autres = Object.entries(Module._extensions);
    for (const [extension] of autres) delete Module._extensions[extension];
    Object.assign(Module._extensions, { '.ts': charger, '.tsx': charger }, Object.fromEntries(autres));
    this.circus = require('jest-circus');
    const { describe, it, test } = this.circus;
    Object.assign(globalThis, { describe, it, test, expect: require('expect').expect });
  }

  /** Les essais de tous les fichiers, relus. */
  reunir() {
    for (const chemin of Object.keys(require.cache)) if (transposes.has(chemin)) delete require.cache[chemin];
    return this.fichiers.flatMap((fichier) => {
      this.circus.resetState();
      require(fichier);
      const suivre = (bloc, noms) =>
        bloc.children.flatMap((enfant) => {
          const nom = [...noms, enfant.name];
          return enfant.type === 'test' ? [{ id: nom.join(' '), fichier, jouer: enfant.fn }] : suivre(enfant, nom);
        });
      return suivre(this.circus.getState().rootDescribeBlock, [`${relative(process.cwd(), fichier)} :`]);
    });
  }

  async jouer(essais, toutJouer) {
    const resultats = [];
    for (const { id, fichier, jouer } of essais) {
      this.etat.currentTestId = id;
      const debut = performance.now();
      const resultat = { id, name: id, fileName: fichier, status: TestStatus.Success };
      try {
        await jouer.call({});
      } catch (erreur) {
        Object.assign(resultat, { status: TestStatus.Failed, failureMessage: String(erreur?.message ?? erreur) });
      }
      resultats.push({ ...resultat, timeSpentMs: performance.now() - debut });
      if (resultat.status === TestStatus.Failed && !toutJouer) break;
    }
    this.etat.currentTestId = undefined;
    return resultats;
  }

  async dryRun() {
    const tests = await this.jouer(this.reunir(), true);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.etat.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const retenus = testFilter && new Set(testFilter);
    Object.assign(this.etat, { activeMutant: undefined, hitCount: hitLimit ? 0 : undefined, hitLimit });
    const activer = () => (this.etat.activeMutant = activeMutant.id);
    let tests;
    try {
      if (mutantActivation === 'static') activer();
      const essais = this.reunir();
      activer();
      tests = await this.jouer(essais.filter(({ id }) => !retenus || retenus.has(id)));
    } catch (erreur) {
      // Faussé, le code ne se charge plus.
      return { status: MutantRunStatus.Error, errorMessage: String(erreur) };
    } finally {
      this.etat.activeMutant = undefined;
    }
    return toMutantRunResult(
      determineHitLimitReached(this.etat.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests },
      false,
    );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'essais', Essais)];
export const strykerValidationSchema = { properties: { essais: { type: 'array', items: { type: 'string' } } } };
