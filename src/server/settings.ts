/**
 * Every setting of the process. A row is all that there is to one: its flag, its variable in the environment, its key
 * in the configuration file, its place in the help and in `fakexen config` are read off it.
 */

import { DEFAULT_LIMITS } from '../routes/world/limits.js';
import { DEFAULT_CONNECTION_LIMITS } from './connections.js';
import { oneOf, onOrOff, seconds, text, textOr, wholeNumber, type Setting } from './setting.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

// prettier-ignore
export const SETTINGS = {
  config:      text('FILE', 'YAML or JSON file of settings by the names of their flags'),

  host:        textOr('127.0.0.1', 'ADDRESS', 'address to listen on'),
  port:        wholeNumber([0, 65535], 8080, 'PORT', 'port to listen on; 0 takes a free one'),
  socket:      text('PATH', 'Unix socket to listen on, instead of address and port'),
  tlsCert:     text('FILE', 'certificate chain (PEM) to serve HTTPS with; read again on SIGHUP'),
  tlsKey:      text('FILE', 'key (PEM) of the certificate'),
  token:       text('TOKEN', 'what a client must send as Authorization: Bearer', { isSecret: true }),
  tokenFile:   text('FILE', 'file that holds the token'),
  insecure:    onOrOff('listen beyond the loopback without a token'),

  seed:        text('FILE', 'YAML file of the domains to start with'),

  stateFile:   text('FILE', 'file in which the default host is kept: read at the start, written at the end and by the interval'),
  stateDir:    text('FOLDER', 'folder in which all other hosts are kept, each in a file; may be shared by processes'),
  stateInterval: seconds([0, 86_400], 30, 'seconds from one writing of the state to the next; 0 writes at the end alone'),

  privcmdSocket: text('PATH', 'Unix socket by which the shim brings unmodified device models'),
  xenstoredSocket: text('PATH', 'Unix socket of xenstored, for XENSTORED_PATH'),
  shmDir:      textOr('/dev/shm', 'FOLDER', 'where domains of shared memory keep it in files'),

  maxHosts:    wholeNumber([1, 1e6], DEFAULT_LIMITS.maxHosts, 'NR', 'hosts of the process, the default one among them'),
  maxDomains:  wholeNumber([0, 0x7ff0], DEFAULT_LIMITS.maxDomains, 'NR', 'domains that each host may have'),
  backedPages: wholeNumber([1, 2 ** 32], 65536, 'NR', 'pages of guest memory of each host that may have contents'),
  maxWaiting:  wholeNumber([0, 1e6], DEFAULT_LIMITS.maxWaiting, 'NR', 'requests that may wait for something to happen, on each host'),
  journalRecords: wholeNumber([1, 2 ** 20], DEFAULT_LIMITS.journalRecords, 'NR', 'records that the journal of each host keeps'),
  maxBodyMib:  wholeNumber([1, 4096], DEFAULT_LIMITS.maxBodyMib, 'MIB', 'largest body of any request; most routes take 1 MiB'),

  maxConnections: wholeNumber([1, 1e6], DEFAULT_CONNECTION_LIMITS.maxConnections, 'NR', 'connections that may be open; those beyond are closed at once'),
  requestTimeout: seconds([0.1, 86_400], DEFAULT_CONNECTION_LIMITS.requestTimeout, 'seconds for a request to arrive whole; its answer may take longer'),

  logLevel:    oneOf(LOG_LEVELS, 'info', 'LEVEL', 'how much is logged'),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

export type SettingName = keyof typeof SETTINGS;

/** What the process is told to do. */
export type Settings = {
  readonly [Name in SettingName]: ReturnType<(typeof SETTINGS)[Name]['read']>;
};

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** `logLevel` as a flag says it, and the configuration file: `log-level`. */
export const keyOf = (name: SettingName): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `logLevel` in the environment: `FAKEXEN_LOG_LEVEL`. */
export const variableOf = (name: SettingName): string =>
  `FAKEXEN_${keyOf(name).replaceAll('-', '_').toUpperCase()}`;
