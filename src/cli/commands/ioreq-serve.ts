/** `fakexen ioreq serve` */

import type { Domain, Ioreq, IoreqServer } from '../../client/index.js';
import { wireNumber } from '../../client/wire-number.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, DOMID, connectionFor } from '../connection.js';
import type { Given } from '../given.js';
import { asCommanded, constantly, echoing, type IoreqAnswers } from '../ioreq-answers.js';
import { UsageError } from '../usage-error.js';

const SPACES = ['memory', 'port'] as const;

export const ioreqServe: Command = {
  about:
    'Be the device model of an ioreq server until it is interrupted. Without IOSERVID one is created, given its page and ' +
    'the ranges that are named, enabled, and destroyed in the end. Each request is printed with its answer.',
  arguments: [DOMID, { name: 'IOSERVID', about: 'one that there is', isOptional: true }],
  options: [
    {
      flag: 'value',
      value: 'VALUE',
      about: 'answer each read by this value; 0 if nothing is said',
    },
    { flag: 'echo', about: 'answer a read by what was written to its address last' },
    {
      flag: 'command',
      value: 'COMMAND',
      about: 'a line of JSON for each request to its input, the answer a line of its output',
    },
    ...SPACES.map((space) => ({
      flag: space,
      value: 'FIRST-LAST',
      about: `addresses of that space that it wants; may be repeated`,
      isList: true as const,
    })),
    { flag: 'writes', about: 'claim the writes to pages of type ioreq_server' },
    { flag: 'count', value: 'NR', about: 'end after so many requests' },
    ...CONNECTION_OPTIONS,
  ],

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const answers = answersFor(given);
    const most = given.number('count') ?? Infinity;
    const domain = xen.domain(given.requiredNumber('DOMID'));
    const ioservid = given.number('IOSERVID');
    const server =
      ioservid === undefined ? await created(domain, given) : domain.ioreqServer(ioservid);

    let served = 0;
    const serving = server.serve(async (ioreq) => {
      const data = await answers.onIoreq(ioreq);
      const answer = data === undefined ? null : wireNumber(data);
      terminal.out(
        `${given.isJson ? JSON.stringify({ ...ioreq, answer }) : told(ioreq, answer)}\n`,
      );
      if (++served >= most) void serving.stop();
      return data;
    });
    terminal.interrupted().addEventListener('abort', () => void serving.stop());
    try {
      await serving.ended;
    } finally {
      answers.end();
      if (ioservid === undefined) await domain.dmop.destroy_ioreq_server({ id: server.id });
    }
    return undefined;
  },
};

function answersFor(given: Given): IoreqAnswers {
  const command = given.text('command');
  const ways = [given.text('value'), command, given.has('echo') || undefined];
  if (ways.filter((way) => way !== undefined).length > 1)
    throw new UsageError('only one of --value, --echo and --command answers a request');
  if (command !== undefined) return asCommanded(command);
  if (given.has('echo')) return echoing();
  return constantly(given.text('value') === undefined ? 0n : given.quantity('value'));
}

/** Requests reach a server that has a page, and that is enabled. */
async function created(domain: Domain, given: Given): Promise<IoreqServer> {
  const ranges = SPACES.flatMap((type) =>
    given.list(type).map((range) => ({ type, ...endsOf(type, range) })),
  );
  const server = await domain.createIoreqServer();
  const { id } = server;
  await domain.dmop.get_ioreq_server_info({ id, flags: 0 });
  for (const range of ranges) await domain.dmop.map_io_range_to_ioreq_server({ id, ...range });
  await domain.dmop.set_ioreq_server_state({ id, enabled: 1 });
  if (given.has('writes'))
    await domain.dmop.map_mem_type({ id, type: 'ioreq_server', flags: ['write'] });
  return server;
}

function endsOf(flag: string, range: string): { start: string; end: string } {
  const [, start, end = start] = /^(0x[0-9a-f]+|\d+)(?:-(0x[0-9a-f]+|\d+))?$/i.exec(range) ?? [];
  if (start === undefined || end === undefined)
    throw new UsageError(`--${flag}: ${range} is no range as 0x3f8-0x3ff`);
  return { start: wireNumber(start), end: wireNumber(end) };
}

function told({ seq, vcpu, type, dir, addr, size, data }: Ioreq, answer: string | null): string {
  const what = `#${seq} vcpu ${vcpu} ${type} ${dir} ${addr} size ${size}`;
  return dir === 'read' ? `${what} answered ${answer ?? '0x0'}` : `${what} data ${data}`;
}
