#!/usr/bin/env node
/** The program `fakexen`. */

import { main } from './main.js';
import { PROCESS } from './terminal.js';

// As `head` does that has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2), PROCESS);
