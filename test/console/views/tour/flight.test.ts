import { describe, expect, it } from 'vitest';
import { flightOf } from '../../../../console/src/views/tour/flight.js';

const IOREQ = { ioservid: 0, dir: 'write', data: '0x2a' };
const VIOLATION = { reason: 'EPT_VIOLATION' };

function flight(call: string, answer: object, body?: object) {
  const asked = { call, status: 200, answer: {}, ...(body && { body }) };
  const legs = flightOf(asked, { status: 200, answer: { vcpu: 0, data: null, ...answer } });
  return legs?.map(({ from, by, to }) => `${from} -${by}-> ${to}`);
}

describe('flightOf', () => {
  const ACCESS = 'POST /domains/1/guest-access';

  it('stays with the CPU where there is no exit', () => {
    expect(flight(ACCESS, { data: '0x25', exits: [], ioreqs: [] })).toEqual([
      'vcpu 0 -read 0x25, no exit-> RAM',
    ]);
  });

  it('goes by Xen to RAM after a misconfiguration', () => {
    const answer = { outcome: 'completed', exits: [{ reason: 'EPT_MISCONFIG' }], ioreqs: [] };

    expect(flight(ACCESS, answer, { kind: 'write', data: '0x1' })).toEqual([
      'vcpu 0 -EPT misconfiguration-> Xen',
      'Xen -write 0x1-> RAM',
    ]);
  });

  it('goes by Xen to a server, and back when it has answered', () => {
    const answer = { outcome: 'pending', exits: [VIOLATION], ioreqs: [IOREQ] };

    expect(flight(ACCESS, answer)).toEqual([
      'vcpu 0 -EPT violation-> Xen',
      'Xen -request: write 0x2a-> server 0',
    ]);
    expect(flight('GET /domains/1/guest-access/2', { ...answer, outcome: 'completed' })).toEqual([
      'server 0 -answer-> Xen',
      'Xen -VM entry-> vcpu 0',
    ]);
  });

  it('is none for other calls, nor for one that was refused', () => {
    expect(flight('POST /domains/1/dmop/map_mem_type', { rc: 0 })).toBeUndefined();
    expect(flight(ACCESS, { type: 'urn:fakexen:problem:vcpu-busy' })).toBeUndefined();
  });
});
