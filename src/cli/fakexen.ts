#!/usr/bin/env node
/** The program `fakexen`. */

import { main } from './main.js';
import { PROCESS } from './terminal.js';

process.exitCode = await main(process.argv.slice(2), PROCESS);
