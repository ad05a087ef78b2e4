import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = 'src/hypervisor';
const SNAPSHOT = readdirSync(`${ROOT}/snapshot`)
  .map((file) => readFileSync(`${ROOT}/snapshot/${file}`, 'utf8'))
  .join('\n');

/** Classes whose objects are a host's state, and what of their fields is none, with why. */
// prettier-ignore
const STATE: readonly (readonly [file: string, exempt: Readonly<Record<string, string>>])[] = [
  ['host.ts',                   { '#domains': 'domains', resumeVcpu: 'wiring', onEvent: 'wiring', journal: 'stays behind', firstSeq: 'next_seq', journals: 'stays behind' }],
  ['domids.ts',                 {}],
  ['domain.ts',                 { calling: 'only within a call', '#eventChannels': 'event_channels', '#vcpus': 'vcpus', '#interrupts': 'interrupts', '#ioreqServers': 'ioreq_servers' }],
  ['domain-memory.ts',          {}],
  ['vcpu.ts',                   { inExit: 'only within a call', '#io': 'io' }],
  ['monitor.ts',                {}],
  ['shutdown.ts',               {}],
  ['event-channels.ts',         {}],
  ['machine-memory.ts',         { '#kept': 'wiring', '#lastMfn': 'a cache', '#lastPage': 'a cache' }],
  ['rangeset.ts',               { '#firsts': 'its iterator gives both', '#lasts': 'its iterator gives both' }],
  ['virtual-clock.ts',          { '#since': 'of a clock that runs', '#real': 'frozen' }],
  ['access/access.ts',          { isRunning: 'only within a call', program: 'made anew from what was asked', distance: 'made anew from what was asked' }],
  ['access/trace.ts',           {}],
  ['ept/table-pages.ts',        { words: 'runs', '#memory': 'words' }],
  ['ept/page-table-pool.ts',    {}],
  ['ept/ept-tables.ts',         { '#lockDepth': 'only within a call', '#flushDeferred': 'only within a call' }],
  ['ept/ept-permissions.ts',    { '#table': 'ioreq_writes_forwarded' }],
  ['ept/ept-memory-type.ts',    {}],
  ['ept/pinned-cacheattr.ts',   {}],
  ['ept/mtrr.ts',               {}],
  ['p2m/ioreq-claim.ts',        {}],
  ['p2m/log-dirty.ts',          { '#bitmap': 'bitmap' }],
  ['p2m/page-bitmap.ts',        {}],
  ['p2m/populate-on-demand.ts', {}],
  ['p2m/shared-frames.ts',      {}],
  ['ioreq/ioreq-server.ts',     {}],
  ['ioreq/ioreq-servers.ts',    { '#inOrder': 'sorted anew' }],
  ['ioreq/ioreq-page.ts',       { '#view': 'made anew' }],
  ['ioreq/ioreq-gfns.ts',       {}],
  ['ioreq/requests.ts',         {}],
  ['irq/interrupts.ts',         {}],
  ['irq/interrupt-lines.ts',    {}],
  ['irq/event-callback.ts',     {}],
  ['irq/io-apic.ts',            {}],
  ['irq/local-apic.ts',         {}],
  ['irq/pic.ts',                {}],
  ['irq/vector-set.ts',         {}],
];

/** Fields of the class that change: such as are not readonly, and such as hold a collection. */
function stateOf(source: string): string[] {
  const body = source.slice(source.indexOf('\nexport class '));
  const fields = body.slice(0, body.search(/\n {2}(?:constructor|get |[#\w]+\()/));
  return [...fields.matchAll(/^ {2}(readonly )?(#?\w+)(?:!?: [^\n=]+)?(?: = (.*))?;$/gm)].flatMap(
    ([, isReadonly, name = '', initial = '']) =>
      isReadonly === undefined || /^new (?:Map|Set|Rangeset|\w+Array)|^\[/.test(initial)
        ? [name]
        : [],
  );
}

const savedBy = (source: string) =>
  /\n {2}save\(\)[^{]*\{([\s\S]*?)\n {2}\}\n/.exec(source)?.[1] ?? '';

describe('a snapshot', () => {
  it.each(STATE)('has every field of %s that changes', (file, exempt) => {
    const source = readFileSync(`${ROOT}/${file}`, 'utf8');
    const said = savedBy(source) + SNAPSHOT;
    const isSaid = (name: string) => new RegExp(`\\b${name.replace('#', '')}\\b`).test(said);

    const fields = stateOf(source);

    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((name) => !(name in exempt) && !isSaid(name))).toEqual([]);
  });
});
