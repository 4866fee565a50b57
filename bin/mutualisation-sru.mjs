#!/usr/bin/env node
import { tsImport } from 'tsx/esm/api';

const { executer } = await tsImport('../src/cli/index.ts', import.meta.url);
process.exitCode = await executer(process.argv.slice(2));
