/** The table of commands: help, completion and the parser come from it. */

import type { Folder } from '../../client/index.js';
import type { AnyRow, Command, CommandGroup, CommandRow } from '../command.js';

type Load = () => Promise<Command>;

const row = (name: string, summary: string, load: Load): CommandRow => ({ name, summary, load });

const group = (name: string, summary: string, rows: readonly CommandRow[]): CommandGroup => ({
  name,
  summary,
  rows: () => rows,
});

const hypercalls = (name: Folder, summary: string): CommandGroup => ({
  name,
  summary,
  rows: async () => (await import('../hypercall-rows.js')).hypercallRows(name),
});

// prettier-ignore
export const COMMANDS: readonly AnyRow[] = [
  row('serve',       'Serve the machine over HTTP',                            async () => (await import('./serve.js')).serve),
  row('config',      'Print the settings that hold, and where each was said',  async () => (await import('./config.js')).config),
  row('healthcheck', 'Is the service of these settings ready?',                async () => (await import('./healthcheck.js')).healthcheck),
  row('wait-ready',  'Wait until a service is ready',                          async () => (await import('./wait-ready.js')).waitReady),
  row('reset',       'Let the host begin anew',                                async () => (await import('./reset.js')).reset),
  row('seed',        'Let the host begin anew as a file says',                 async () => (await import('./seed.js')).seed),
  group('snapshot',  'The whole host as a file', [
    row('save',      'Write the host down',                                    async () => (await import('./snapshot-save.js')).snapshotSave),
    row('load',      'Make the host what a snapshot says',                     async () => (await import('./snapshot-load.js')).snapshotLoad),
  ]),
  group('host',      'Emulated machines', [
    row('list',      'The hosts of the process',                               async () => (await import('./host-list.js')).hostList),
    row('create',    'Create a host',                                          async () => (await import('./host-create.js')).hostCreate),
    row('destroy',   'Destroy a host',                                         async () => (await import('./host-destroy.js')).hostDestroy),
  ]),
  group('domain',    'Domains, as a toolstack handles them', [
    row('list',      'The domains of the host',                                async () => (await import('./domain-list.js')).domainList),
    row('show',      'What has become of a domain',                            async () => (await import('./domain-show.js')).domainShow),
    row('create',    'Create a domain',                                        async () => (await import('./domain-create.js')).domainCreate),
    row('destroy',   'Destroy a domain',                                       async () => (await import('./domain-destroy.js')).domainDestroy),
  ]),
  hypercalls('hvmop',   'HVMOPs by name'),
  hypercalls('dmop',    'DMOPs by name'),
  hypercalls('memory',  'Memory operations by name'),
  hypercalls('domctl',  'Domctls by name'),
  hypercalls('evtchn',  'Event channel operations by name'),
  group('guest',     'Be the guest', [
    row('read',      'Have the guest read its memory',                         async () => (await import('./guest-read.js')).guestRead),
    row('write',     'Have the guest write its memory',                        async () => (await import('./guest-write.js')).guestWrite),
  ]),
  group('ioreq',     'Requests to device models', [
    row('tail',      'Watch requests and their answers',                       async () => (await import('./ioreq-tail.js')).ioreqTail),
    row('serve',     'Answer requests',                                        async () => (await import('./ioreq-serve.js')).ioreqServe),
  ]),
  row('journal',     'What has happened on the host',                          async () => (await import('./journal.js')).journal),
  group('ept',       'Extended page tables', [
    row('walk',      'The entries on the way to a page, as a tree',            async () => (await import('./ept-walk.js')).eptWalk),
  ]),
  row('explore',     'Run every interleaving of a few actors',                 async () => (await import('./explore.js')).explore),
  row('completion',  'Print what lets a shell complete a line',                async () => (await import('./completion.js')).completion),
];
