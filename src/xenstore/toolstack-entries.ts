/**
 * What libxl writes for an HVM domain before its device model starts, and whom it lets read and write it; and what it
 * removes once the domain is gone.
 *
 * Source: what libxl of Xen 4.17 was recorded to write.
 */

import { permissionsOf, type Permissions } from './permissions.js';
import type { Xenstore } from './xenstore.js';

export interface ToolstackDomain {
  readonly domid: number;
  readonly name: string;
  readonly vcpus: number;
  /** KiB of RAM. */
  readonly memory: number;
  readonly storePort: number;
  readonly storeGfn: number;
  readonly consolePort: number;
  readonly consoleGfn: number;
}

const VIDEO_KIB = 16384;
const CONSOLE_LIMIT = 1_048_576;

interface Entry {
  readonly path: string;
  readonly value?: string;
  readonly permissions?: Permissions;
}

/** Nodes of the domain's own, which the guest may write. */
// prettier-ignore
const GUESTS = [
  'device/suspend/event-channel', 'control/shutdown', 'control/feature-poweroff', 'control/feature-reboot',
  'control/feature-suspend', 'control/feature-s3', 'control/feature-s4', 'control/sysrq', 'data', 'drivers', 'feature',
  'attr', 'error',
];

/** Nodes of it that the guest may only read. */
const READABLE = ['cpu', 'memory', 'device', 'control', 'hvmloader'];

/** The same value for every domain. */
const FIXED: Readonly<Record<string, string>> = {
  'control/platform-feature-multiprocessor-suspend': '1',
  'control/platform-feature-xs_reset_watches': '1',
  'hvmloader/bios': 'seabios',
  'hvmloader/allow-memory-relocate': '0',
  'platform/acpi': '1',
  'platform/acpi_s3': '1',
  'platform/acpi_s4': '1',
  'platform/acpi_laptop_slate': '0',
  'platform/device-model': 'qemu_xen',
};

const CONSOLE: Readonly<Record<string, string>> = {
  limit: String(CONSOLE_LIMIT),
  type: 'xenconsoled',
  output: 'pty',
  tty: '',
};

export function writeEntries(store: Xenstore, domain: ToolstackDomain): void {
  for (const { path, value, permissions } of entriesOf(domain))
    if (value === undefined) store.makeDirectory(path, permissions);
    else store.write(path, value, permissions);
  store.changed('@introduceDomain');
}

/** The paths that go with the domain. */
export const pathsOf = (domid: number): string[] => [
  `/local/domain/${domid}`,
  `/local/domain/0/device-model/${domid}`,
  ...['qdisk', 'vbd', 'console', 'vkbd', 'vif', 'vfb', '9pfs', 'qusb'].map(
    (kind) => `/local/domain/0/backend/${kind}/${domid}`,
  ),
  `/vm/${uuidOf(domid)}`,
  `/libxl/${domid}`,
];

function entriesOf(domain: ToolstackDomain): Entry[] {
  const { domid, name, vcpus, memory } = domain;
  const home = `/local/domain/${domid}`;
  const vm = `/vm/${uuidOf(domid)}`;
  const readable = permissionsOf(['n0', `r${domid}`]);
  const guests = permissionsOf([`n${domid}`]);
  return [
    { path: home, permissions: readable },
    { path: vm, permissions: readable },
    { path: `/libxl/${domid}/device` },
    { path: `${home}/vm`, value: vm },
    { path: `${home}/name`, value: name },
    { path: `${vm}/name`, value: name },
    ...READABLE.map((node) => ({ path: `${home}/${node}`, permissions: readable })),
    ...GUESTS.map((node) => ({ path: `${home}/${node}`, value: '', permissions: guests })),
    { path: `${vm}/uuid`, value: uuidOf(domid) },
    { path: `${vm}/rtc/timeoffset`, value: '' },
    { path: `${vm}/image/ostype`, value: 'hvm' },
    { path: `/libxl/${domid}/type`, value: 'hvm' },
    { path: `/libxl/${domid}/dm-version`, value: 'qemu_xen' },
    { path: `${home}/memory/static-max`, value: String(memory + VIDEO_KIB) },
    { path: `${home}/memory/target`, value: String(memory) },
    { path: `${home}/memory/videoram`, value: String(VIDEO_KIB) },
    { path: `${home}/domid`, value: String(domid) },
    { path: `${home}/store/port`, value: String(domain.storePort) },
    { path: `${home}/store/ring-ref`, value: String(domain.storeGfn) },
    ...Array.from({ length: vcpus }, (_, id) => ({
      path: `${home}/cpu/${id}/availability`,
      value: 'online',
    })),
    ...valuesUnder(home, FIXED),
    ...consoleOf(domain, home),
    ...deviceOf(domain, 'vkbd'),
    { path: `/local/domain/0/device-model/${domid}` },
  ];
}

/** The first console has its front end elsewhere than other devices. */
function consoleOf({ domid, consolePort, consoleGfn }: ToolstackDomain, home: string): Entry[] {
  const frontend = `${home}/console`;
  const readable = permissionsOf(['n0', `r${domid}`]);
  const values = { ...CONSOLE, port: String(consolePort), 'ring-ref': String(consoleGfn) };
  return [
    { path: frontend, permissions: readable },
    ...valuesUnder(frontend, values, readable),
    ...ends(domid, 'console', frontend, { protocol: 'vt100' }),
  ];
}

function deviceOf({ domid }: ToolstackDomain, kind: string): Entry[] {
  const frontend = `/local/domain/${domid}/device/${kind}/0`;
  const guests = permissionsOf([`n${domid}`, 'r0']);
  return [
    { path: frontend, permissions: guests },
    { path: `${frontend}/state`, value: '1', permissions: guests },
    ...ends(domid, kind, frontend, {}),
  ];
}

/** What the two ends of a device know of each other, and what libxl keeps of it. */
function ends(
  domid: number,
  kind: string,
  frontend: string,
  more: Readonly<Record<string, string>>,
): Entry[] {
  const backend = `/local/domain/0/backend/${kind}/${domid}/0`;
  const readable = permissionsOf(['n0', `r${domid}`]);
  const guests = permissionsOf([`n${domid}`, 'r0']);
  const back = { frontend, 'frontend-id': String(domid), online: '1', state: '1', ...more };
  return [
    { path: `${frontend}/backend`, value: backend },
    { path: `${frontend}/backend-id`, value: '0', permissions: guests },
    { path: backend, permissions: readable },
    ...valuesUnder(backend, back),
    ...valuesUnder(`/libxl/${domid}/device/${kind}/0`, { ...back, backend }),
  ];
}

const valuesUnder = (
  folder: string,
  values: Readonly<Record<string, string>>,
  permissions?: Permissions,
): Entry[] =>
  Object.entries(values).map(([name, value]) => ({
    path: `${folder}/${name}`,
    value,
    ...(permissions && { permissions }),
  }));

/** The same at every run: a host has no randomness. */
const uuidOf = (domid: number): string =>
  `00000000-0000-0000-0000-${domid.toString(16).padStart(12, '0')}`;
