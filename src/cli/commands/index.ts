/** The table of commands. */

import type { AnyRow } from '../command.js';

export const COMMANDS: readonly AnyRow[] = [
  {
    name: 'serve',
    summary: 'Serve the machine over HTTP',
    load: async () => (await import('./serve.js')).serve,
  },
  {
    name: 'explore',
    summary: 'Run every interleaving of a few actors',
    load: async () => (await import('./explore.js')).explore,
  },
  {
    name: 'config',
    summary: 'Print the settings that hold, and where each was said',
    load: async () => (await import('./config.js')).config,
  },
  {
    name: 'healthcheck',
    summary: 'Is the service of these settings ready?',
    load: async () => (await import('./healthcheck.js')).healthcheck,
  },
  {
    name: 'wait-ready',
    summary: 'Wait until a service is ready',
    load: async () => (await import('./wait-ready.js')).waitReady,
  },
];
