import { describe, expect, it } from 'vitest';
import { SharedInfo } from '../../../src/hypervisor/irq/shared-info.js';
import { addToPhysmap, MAPSPACE } from '../../../src/hypervisor/memory/add-to-physmap.js';
import { gpa } from '../../../src/hypervisor/index.js';
import { hostWithRam } from '../../support/host.js';

const PAGE = gpa(0x2000);

function setup() {
  const { d1, dom0 } = hostWithRam(4);
  const event = () => d1.eventChannels.bindInterdomain(0, dom0.eventChannels.allocUnbound(1));
  const share = () => {
    addToPhysmap(d1, { space: MAPSPACE.shared_info, idx: 0, gpfn: 2 });
  };
  return { d1, event, share };
}

describe('SharedInfo', () => {
  it('has its bits where a 64-bit guest looks for them', () => {
    const bytes = new Uint8Array(4096);
    const page = new SharedInfo(bytes);
    page.setPending(65, true);
    page.setMasked(9, true);
    page.select(1, 65);
    page.setUpcallPending(1, true);

    expect([bytes[0x808], bytes[0xa01], bytes[64 + 8], bytes[64]]).toEqual([2, 2, 2, 1]);
    expect([page.isPending(65), page.isMasked(9)]).toEqual([true, true]);
    expect([0, 1, 2].map((vcpu) => page.isUpcallPending(vcpu))).toEqual([false, true, false]);
    page.setPending(5000, true);
    expect(page.isPending(5000)).toBe(false);
  });

  it('leaves the other bits of a byte as they are', () => {
    const page = new SharedInfo(new Uint8Array(4096));
    page.setPending(64, true);
    page.setPending(65, true);
    expect([64, 65].map((port) => page.isPending(port))).toEqual([true, true]);

    page.setPending(65, false);
    expect([64, 65].map((port) => page.isPending(port))).toEqual([true, false]);
  });

  it('does not take what lies behind for bits of vcpus and ports beyond its own', () => {
    const page = new SharedInfo(new Uint8Array(4096));
    page.setPending(0, true);
    page.setMasked(0, true);

    expect([page.isUpcallPending(32), page.isPending(4096)]).toEqual([false, false]);
  });

  it('begins with what is pending, and follows', () => {
    const { d1, event, share } = setup();
    event();
    share();
    expect([...d1.ram.read(PAGE, 9)]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1]);
    event();
    expect(d1.ram.read(gpa(0x2800), 1)[0]).toBe(0b110);
  });

  it('says that its vcpu is to look, until all ports are seen', () => {
    const { d1, event, share } = setup();
    share();
    const port = event();
    expect(d1.ram.read(PAGE, 1)[0]).toBe(1);

    d1.eventChannels.clearPending(port);
    expect(d1.ram.read(PAGE, 1)[0]).toBe(0);
  });

  it('tells what the guest has seen', () => {
    const { d1, event, share } = setup();
    share();
    const port = event();
    expect(d1.interrupts.callback.asserted).toBe(true);
    d1.ram.write(PAGE, new Uint8Array(0xc00));
    d1.lookForSeenEvents();

    expect([d1.vcpus[0]?.upcallPending, d1.interrupts.callback.asserted]).toEqual([false, false]);
    expect(d1.eventChannels.status(port).pending).toBe(false);
  });

  it('has no bits for vcpus and ports beyond its own', () => {
    const bytes = new Uint8Array(4096);
    const page = new SharedInfo(bytes);

    page.setUpcallPending(32, true);
    page.setPending(4096, true);
    page.select(32, 5);
    page.select(0, 4096);

    expect(bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('selects nothing for a port that is not pending', () => {
    const { d1, event, share } = setup();
    d1.eventChannels.clearPending(event());
    d1.vcpus[0]!.upcallPending = false;

    share();

    expect([...d1.ram.read(PAGE, 9)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('tells Xen what the guest has written there itself', () => {
    const { d1, share } = setup();
    share();
    d1.ram.write(PAGE, Uint8Array.of(1));

    d1.lookForSeenEvents();

    expect(d1.vcpus[0]!.upcallPending).toBe(true);
  });
});
