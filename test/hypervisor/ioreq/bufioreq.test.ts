import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import { sendBuffered, takeBuffered } from '../../../src/hypervisor/ioreq/bufioreq.js';
import { addServer, hostWithRam } from '../../support/host.js';

const [LEGACY, ATOMIC] = [1, 2];
const COPY = 1;
const [WRITE, READ] = [0, 1] as const;
const byte = newIoreq({ type: COPY, addr: 0xa_0000, size: 1, data: 0xabn });
const quadword = { ...byte, size: 8, data: 0x1122_3344_5566_7788n };

function setup(handleBufioreq = LEGACY, profile = '4.17') {
  const context = hostWithRam(4, { profile });
  const server = addServer(context.host, context.d1, { handleBufioreq });
  const view = new DataView(server.bufferedPage?.buffer ?? new ArrayBuffer(4096));
  return {
    ...context,
    server,
    view,
    pointers: () => [view.getUint32(0, true), view.getUint32(4, true)],
    setPointers: (read: number, write: number) => {
      view.setUint32(0, read, true);
      view.setUint32(4, write, true);
    },
  };
}

describe('sendBuffered', () => {
  it('packs a request into 8 bytes and tells the port of the ring', () => {
    const { server, view, pointers, dom0, events } = setup();
    const local = dom0.eventChannels.bindInterdomain(1, server.bufioreqPort);
    dom0.eventChannels.clearPending(local);

    expect(sendBuffered(server, { ...byte, dir: READ })).toBe('sent');

    expect(Buffer.from(view.buffer, 8, 8).toString('hex')).toBe('0102' + '00a0' + 'ab000000');
    expect(pointers()).toEqual([0, 1]);
    expect(dom0.eventChannels.status(local).pending).toBe(true);
    expect(events.at(-1)).toEqual({ type: 'bufioreq', domid: 1, ioservid: 0 });
  });

  it('splits a quadword over two slots', () => {
    const { server, view, pointers } = setup();

    sendBuffered(server, quadword);

    expect(Buffer.from(view.buffer, 8, 16).toString('hex')).toBe(
      '010c00a0' + '88776655' + '010c00a0' + '44332211',
    );
    expect(pointers()).toEqual([0, 2]);
  });

  it('wraps after slot 510', () => {
    const { server, view, setPointers } = setup();
    setPointers(510, 510);

    sendBuffered(server, quadword);

    expect([view.getUint32(8 + 8 * 510 + 4, true), view.getUint32(8 + 4, true)]).toEqual([
      0x5566_7788, 0x1122_3344,
    ]);
  });

  // prettier-ignore
  it.each([
    // in use  request    result
    [510,      byte,      'sent'],
    [511,      byte,      'unhandled'],
    [509,      quadword,  'sent'],
    [510,      quadword,  'unhandled'],
  ] as const)('with %i slots in use: %o is %s', (used, request, result) => {
    const { server, setPointers } = setup();
    setPointers(7, 7 + used);

    expect(sendBuffered(server, request)).toBe(result);
  });

  it('leaves alone what has not been taken out of a full ring', () => {
    const { server } = setup();
    const sent = Array.from({ length: 511 }, (_, n) => ({ ...byte, data: BigInt(n + 1) }));
    for (const request of sent) expect(sendBuffered(server, request)).toBe('sent');

    expect(takeBuffered(server, 511)).toEqual(sent);
  });

  it('counts on across 2^32', () => {
    const { server, setPointers, pointers } = setup();
    setPointers(0xffff_ffff, 0xffff_ffff);

    sendBuffered(server, byte);

    expect(pointers()).toEqual([0xffff_ffff, 0]);
    expect(sendBuffered(server, byte)).toBe('sent');
  });

  it.each([
    [LEGACY, 600, [600, 601]],
    [ATOMIC, 600, [89, 90]],
    [ATOMIC, 511, [0, 1]],
    [ATOMIC, 510, [510, 511]],
  ])('handling %i: pointers from %i on become %j', (handling, from, after) => {
    const { server, setPointers, pointers } = setup(handling);
    setPointers(from, from);

    sendBuffered(server, byte);

    expect(pointers()).toEqual(after);
  });

  it('is unhandled without a ring, and for a size that has no code', () => {
    const { host, d1, server } = setup();

    expect(sendBuffered(addServer(host, d1), byte)).toBe('unhandled');
    expect(sendBuffered(server, { ...byte, size: 3 })).toBe('unhandled');
  });

  it('holds the last address below 1 MiB', () => {
    const { server } = setup();
    const last = { ...byte, addr: 0xf_ffff };

    sendBuffered(server, last);

    expect(takeBuffered(server, 1)).toEqual([last]);
  });

  it.each([
    ['an address beyond 1 MiB', { ...byte, addr: 0x10_0000 }],
    ['a pointer', { ...byte, dataIsPtr: true }],
    ['a repetition', { ...byte, count: 2 }],
  ])('loses %s up to 4.19, and has it sent synchronously since', (_, request) => {
    const old = setup();
    expect(sendBuffered(old.server, request)).toBe('sent');
    expect(old.pointers()).toEqual([0, 0]);
    expect(sendBuffered(setup(LEGACY, '4.22').server, request)).toBe('unhandled');
  });
});

describe('takeBuffered', () => {
  it('gives back what was sent, in order, up to as many as are wanted', () => {
    const { server } = setup();
    const request = fc.record({
      size: fc.constantFrom(1, 2, 4, 8),
      addr: fc.nat(0xf_ffff),
      dir: fc.constantFrom(WRITE, READ),
      data: fc.bigInt(0n, 2n ** 64n - 1n),
    });
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 20 }), (fields) => {
        const requests = fields.map(({ data, ...rest }) =>
          newIoreq({ type: COPY, ...rest, data: rest.size === 8 ? data : data & 0xffff_ffffn }),
        );
        for (const each of requests) sendBuffered(server, each);

        expect(takeBuffered(server, 1)).toEqual(requests.slice(0, 1));
        expect(takeBuffered(server, 100)).toEqual(requests.slice(1));
        expect(takeBuffered(server, 1)).toEqual([]);
      }),
    );
  });

  it('finds nothing where there is no ring', () => {
    const { host, d1 } = setup();

    expect(takeBuffered(addServer(host, d1), 1)).toEqual([]);
  });

  it('begins again where the device model has moved its pointer meanwhile', () => {
    const { server, pointers, setPointers } = setup(ATOMIC);
    setPointers(600, 601);
    const exchange = vi.spyOn(Atomics, 'compareExchange');
    onTestFinished(() => exchange.mockRestore());
    exchange.mockImplementationOnce(() => {
      setPointers(601, 602);
      return 0n;
    });

    sendBuffered(server, byte);

    expect(pointers()).toEqual([90, 91]);
    expect(exchange).toHaveBeenCalledTimes(2);
  });
});
