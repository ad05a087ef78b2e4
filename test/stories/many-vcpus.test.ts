/** 128 vcpus at once: as many requests as the shared page has slots, answered in any order. */

import { expect, it } from 'vitest';
import { serveByBinaryStream } from '../support/device-model/by-binary-stream.js';
import { serveByExchange } from '../support/device-model/by-exchange.js';
import { serveByPages } from '../support/device-model/by-pages.js';
import type { Request } from '../support/device-model/device-model.js';
import { story } from '../support/story.js';

const VCPUS = 128;
const MMIO = 0xf000_0000;
const ALL = Array.from({ length: VCPUS }, (_, vcpu) => vcpu);

const registerOf = (vcpu: number, round = 0) => MMIO + 0x10 * vcpu + 4 * round;
const answerAt = (addr: number) => BigInt(addr ^ 0x5a5a_5a5a) & 0xffff_ffffn;
const hex = (value: bigint) => `0x${value.toString(16)}`;

async function setup() {
  const world = await story({ vcpus: VCPUS });
  const id = await world.addServer([['memory', MMIO, MMIO + 0xfff]]);
  const reading = (vcpu: number, round = 0) => ({
    vcpu,
    kind: 'read',
    gpa: registerOf(vcpu, round),
    size: 4,
  });
  return { ...world, id, reading };
}

it('has 128 requests pending, hands them all out, and takes the answers backwards', async () => {
  const { domain, id, reading, guestBegins, get, vcpu, exchange, accessOf } = await setup();
  const begun = await Promise.all(ALL.map((n) => guestBegins(reading(n))));
  expect(new Set(begun.map(({ outcome }) => outcome))).toEqual(new Set(['pending']));

  const { ports, pending } = await get(`${domain}/ioreq-servers/${id}`);
  expect(new Set(ports).size).toBe(VCPUS);
  expect(pending).toHaveLength(VCPUS);
  for (const n of ALL)
    expect(await vcpu(n)).toMatchObject({
      state: 'blocked_in_xen',
      waits_for: { ioservid: id, port: ports[n] },
      request: { dir: 'read', addr: hex(BigInt(registerOf(n))) },
    });

  const { ioreqs } = await exchange(id, { max: 1024 });
  expect(ioreqs).toHaveLength(VCPUS);
  const completions = ioreqs.map((request: { vcpu: number; seq: number; addr: string }) => ({
    vcpu: request.vcpu,
    seq: request.seq,
    data: hex(answerAt(Number(request.addr))),
  }));
  const { stale } = await exchange(id, { completions: completions.toReversed() });
  expect(stale).toEqual([]);

  for (const { id: access, vcpu: n } of begun)
    expect(await accessOf(access)).toMatchObject({
      outcome: 'completed',
      data: hex(answerAt(registerOf(n))),
    });
});

it.each([
  ['exchange', serveByExchange, 1],
  ['the binary stream', serveByBinaryStream, 2],
  ['the shared pages', serveByPages, 1],
])('gives each vcpu its own answers, by %s', async (_, serve, rounds) => {
  const world = await setup();
  const { id, reading, guest } = world;
  const model = await serve(world, id, ({ addr }: Request) => answerAt(addr));

  const run = async (vcpu: number) => {
    for (let round = 0; round < rounds; round++)
      expect(await guest(reading(vcpu, round))).toMatchObject({
        outcome: 'completed',
        data: hex(answerAt(registerOf(vcpu, round))),
      });
  };
  await Promise.all(ALL.map(run));
  await model.stop();

  expect(model.seen).toHaveLength(rounds * VCPUS);
  expect(new Set(model.seen.map(({ addr }) => addr)).size).toBe(rounds * VCPUS);
});
