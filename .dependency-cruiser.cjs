/** Imports go one way (docs/decisions/0006): server → routes → hypervisor/index.ts → the hypervisor. */

/** The hypervisor's floors, highest first: its folders, and its files by name. A floor imports itself and what lies below. */
const FLOORS = [
  ['explore', 'snapshot'],
  ['access', 'hvm', 'memory', 'host'],
  [
    'domain',
    'domain-context',
    'domain-memory',
    'domain-spec',
    'domids',
    'host-settings',
    'run-state',
  ],
  [
    'p2m',
    'vcpu',
    'shutdown',
    'guest-ram',
    'foreign-mappings',
    'ioreq',
    'event-channel',
    'event-channels',
    'irq',
    'monitor',
  ],
  ['ept', 'machine-memory', 'page-storage'],
  [
    'schedule',
    'profile',
    'profile-knobs',
    'profile-series',
    'events',
    'rangeset',
    'virtual-clock',
    'journal',
    'faults',
    'abi',
  ],
];

/** The folders of the routes, highest first: whole features, then what hypercalls come through, then the words of the wire. */
const ROUTE_FLOORS = [
  ['explore', 'inspect', 'hosts'],
  ['snapshot'],
  ['domains', 'xenstore'],
  ['guest'],
  ['guest-calls', 'device-models'],
  ['by-number'],
  ['calls'],
  ['journal'],
  ['faults'],
  ['forms'],
  ['hypercalls'],
  ['definition'],
  ['openapi', 'http'],
  ['wire'],
  ['world'],
  ['problems'],
];

const onFloorOf = (layer) => (names) => `^src/${layer}/(${names.join('|')})(/|\\.ts$)`;
const onFloor = onFloorOf('hypervisor');

const rulesOf = (layer, floors) =>
  floors.slice(1).map((names, below) => ({
    name: `${layer}-${names[0]}-imports-nothing-above`,
    severity: 'error',
    from: { path: onFloorOf(layer)(names) },
    to: { path: onFloorOf(layer)(floors.slice(0, below + 1).flat()) },
  }));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'hypervisor-is-pure',
      comment: 'No npm package, no node: module, no file of another layer.',
      severity: 'error',
      from: { path: '^src/hypervisor/' },
      to: { pathNot: '^src/hypervisor/' },
    },
    {
      name: 'one-door-to-the-hypervisor',
      comment: 'Replaying recordings of the inside of Xen needs the inside of the hypervisor.',
      severity: 'error',
      from: { path: '^src/(server|routes|privcmd|client|cli)/', pathNot: '^src/cli/replay-' },
      to: { path: '^src/hypervisor/', pathNot: '^src/hypervisor/index\\.ts$' },
    },
    {
      name: 'index-is-for-the-outside',
      severity: 'error',
      from: { path: '^src/hypervisor/' },
      to: { path: '^src/hypervisor/index\\.ts$' },
    },
    {
      name: 'routes-know-no-server',
      severity: 'error',
      from: { path: '^src/routes/' },
      to: { path: '^src/(server|cli|client)/' },
    },
    {
      name: 'privcmd-knows-no-server',
      comment: 'The binary interface stands beside HTTP, on the same hypercalls.',
      severity: 'error',
      from: { path: '^src/privcmd/' },
      to: { path: '^src/(server|cli|client|xenstore)/' },
    },
    {
      name: 'console-knows-the-client-alone',
      comment: 'What a browser runs comes from the console itself and from the client.',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: '^src/', pathNot: '^src/client/' },
    },
    {
      name: 'xenstore-knows-no-machine',
      severity: 'error',
      from: { path: '^src/xenstore/' },
      to: { path: '^src/', pathNot: '^src/xenstore/' },
    },
    {
      name: 'every-hypervisor-file-has-a-floor',
      severity: 'error',
      from: {},
      to: {
        path: '^src/hypervisor/',
        pathNot: ['^src/hypervisor/index\\.ts$', onFloor(FLOORS.flat())],
      },
    },
    {
      name: 'every-route-file-has-a-floor',
      severity: 'error',
      from: {},
      to: {
        path: '^src/routes/',
        pathNot: ['^src/routes/index\\.ts$', onFloorOf('routes')(ROUTE_FLOORS.flat())],
      },
    },
    ...rulesOf('hypervisor', FLOORS),
    ...rulesOf('routes', ROUTE_FLOORS),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
