import { RecordedWorld } from '../../src/cli/replay-xen/recorded-world.js';
import type { GuestStep, Step } from '../../src/cli/replay-xen/recording.js';
import { startService } from '../../src/cli/replay-xen/service.js';
import { TRANSPORTS, type TransportName } from '../../src/cli/replay-xen/transports.js';

let service: ReturnType<typeof startService> | undefined;

/** A service to replay on, one for all tests that share a process, which ends it. */
export const replayService = () => (service ??= startService());

interface WorldOptions {
  readonly version?: string;
  readonly steps?: readonly Step[];
  readonly by?: TransportName;
}

/** The world of a scenario, whose domains replace those of the last one. */
export async function worldOf(
  scenario = 'l_test',
  { version = '4.17', steps = [], by = 'exchange' }: WorldOptions = {},
) {
  const transport = TRANSPORTS[by];
  return RecordedWorld.make(await replayService(), { scenario, version, steps, transport });
}

/** Server A of a world, enabled, that serves memory at 0xe0000000, or also has a buffered ring. */
export async function addServerA(world: RecordedWorld, { handle_bufioreq = 0 } = {}) {
  await world.demand('POST', '/dmop/create_ioreq_server', { handle_bufioreq });
  world.servers.add(0, handle_bufioreq !== 0);
  const frames = { type: 'ioreq_server', id: 0, frame: handle_bufioreq ? 0 : 1, nr: 1 };
  await world.demand('POST', '/memory/acquire_resource', frames);
  const range = { id: 0, type: 'memory', start: '0xe0000000', end: '0xe0000fff' };
  await world.demand('POST', '/dmop/map_io_range_to_ioreq_server', range);
  await world.demand('POST', '/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
}

/** A step as a recording of Xen could have it: `mov eax,[rdi]` where server A answers. */
export const guestStep = (fields: Partial<GuestStep> = {}): GuestStep => ({
  scenario: 'l_test',
  step: 1,
  op: 'guest',
  label: 'mmio',
  asm: 'mov eax,[rdi]',
  bytes: '8b07',
  regs_in: { rax: '0x1122334455667788', rdi: '0xe0000010', rflags: '0x2' },
  completed: true,
  exception: null,
  regs_out: { rax: '0xa3a2a1a0', rdi: '0xe0000010', rflags: '0x0' },
  ioreqs: [READ],
  bufioreqs: [],
  mem: [],
  ...fields,
});

export const READ = {
  srv: 'A',
  id: 0,
  type: 'COPY',
  dir: 'read',
  addr: '0xe0000010',
  size: 4,
  count: 1,
  df: 0,
  data_is_ptr: 0,
  data: '0x0',
} as const;
