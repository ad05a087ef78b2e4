import { describe, expect, it } from 'vitest';
import { Digests } from '../../../src/hypervisor/explore/digests.js';
import { PageCopies } from '../../../src/hypervisor/explore/page-copies.js';
import {
  NOTHING,
  ofEveryVcpu,
  ofVcpu,
  PART,
  VCPU_PART,
} from '../../../src/hypervisor/explore/parts.js';
import { addServer, hostWithRam } from '../../support/host.js';

const SLOTS = ofEveryVcpu(VCPU_PART.slot);

function setup() {
  const { host, d1 } = hostWithRam(4, { vcpus: 2 });
  const server = addServer(host, d1);
  const copies = new PageCopies(new Digests());
  const update = () => copies.update(host.machine.contents(), d1.ioreqServers.inOrder);
  update();
  return { host, d1, server, update };
}

describe('PageCopies', () => {
  it('finds nothing where nobody has written', () => {
    expect(setup().update()).toBe(NOTHING);
  });

  it('tells whose slot of a shared page was written', () => {
    const { server, update } = setup();
    server.page?.fill(1, 32, 36);

    expect(update()).toBe(ofVcpu(VCPU_PART.slot, 1));
    expect(update()).toBe(NOTHING);
  });

  it('takes the page of a disabled server for memory of the guest as well', () => {
    const { server, update } = setup();
    server.enabled = false;
    update();
    server.page?.fill(1, 32, 36);

    expect(update()).toBe(SLOTS | PART.queue | PART.memory);
  });

  it('sees a first write, though it be of zeros, and a page that is gone', () => {
    const { host, d1, update } = setup();
    d1.ram.write(0x2000 as never, Uint8Array.of(0));

    expect(update()).toBe(PART.memory);
    host.machine.free(d1.p2m.query(2).mfn, 1);
    expect(update()).toBe(PART.memory);
  });

  it('takes the ring of an enabled server for its queue', () => {
    const { host, d1, update } = setup();
    const { bufferedPage } = addServer(host, d1, { handleBufioreq: 1 });
    update();
    bufferedPage!.fill(1, 8, 12);

    expect(update()).toBe(PART.queue);
  });
});
