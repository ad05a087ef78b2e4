import { describe, expect, it } from 'vitest';
import { APIC } from '../../../src/hypervisor/irq/apic-registers.js';
import { LocalApic } from '../../../src/hypervisor/irq/local-apic.js';

function setup({ vcpuId = 0, enabled = true } = {}) {
  const log: string[] = [];
  const apic = new LocalApic(vcpuId, {
    send: (_, command, destination) => log.push(`send ${command.toString(16)} to ${destination}`),
    endOfLevel: (vector) => log.push(`end of level ${vector}`),
    enabled: () => log.push('enabled'),
    lint0Changed: () => log.push('lint0'),
  });
  if (enabled) apic.write(APIC.SPURIOUS, 0x1ff);
  log.length = 0;
  return { apic, log };
}

describe('LocalApic', () => {
  it('is disabled by software after reset, and then has nothing pending', () => {
    const { apic } = setup({ enabled: false });
    apic.request(0x61, false);

    expect([apic.isEnabled, apic.pending, apic.read(APIC.SPURIOUS)]).toEqual([
      false,
      undefined,
      0xff,
    ]);
  });

  it('tells when it becomes enabled; disabled, it masks its local vectors', () => {
    const { apic, log } = setup({ enabled: false });
    apic.write(APIC.SPURIOUS, 0x1ff);
    apic.write(APIC.LINT0, 0x700);
    expect([log, apic.read(APIC.LINT0)]).toEqual([['enabled', 'lint0'], 0x700]);

    apic.write(APIC.SPURIOUS, 0xff);
    expect(apic.read(APIC.LINT0)).toBe(0x1_0700);

    apic.write(APIC.LINT0, 0x700);
    expect(apic.read(APIC.LINT0)).toBe(0x1_0700);
  });

  it('offers the highest vector, if it is of a higher class than what is in service', () => {
    const { apic } = setup();
    for (const vector of [0x61, 0x62, 0x31]) apic.request(vector, false);
    expect(apic.pending).toBe(0x62);

    apic.acknowledge(0x62);
    expect([apic.pending, apic.read(APIC.PROCESSOR_PRIORITY)]).toEqual([undefined, 0x60]);

    apic.request(0x70, false);
    expect(apic.pending).toBe(0x70);

    apic.write(APIC.TASK_PRIORITY, 0x65);
    expect(apic.priority).toBe(0x65);
  });

  it('takes the first vector that is no exception', () => {
    const { apic } = setup();

    apic.request(16, false);

    expect([[...apic.requested], apic.read(APIC.ERROR)]).toEqual([[16], 0]);
  });

  // prettier-ignore
  it.each([
    ['its timer',        APIC.TIMER,         0x30,        0x1_0030],
    ['its error vector', APIC.ERROR_VECTOR,  0x55,        0x1_0055],
    ['priorities',       APIC.TASK_PRIORITY, 0x20,        0x20],
    ['a destination',    APIC.DESTINATION,   0x0600_0000, 0x0600_0000],
    ['a count',          APIC.TIMER_INITIAL, 1000,        1000],
  ] as const)('masks local vectors only while it is disabled: %s', (_, register, written, read) => {
    const { apic } = setup({ enabled: false });

    apic.write(register, written);

    expect(apic.read(register)).toBe(read);
  });

  it('masks every local vector that is not when it is disabled', () => {
    const { apic } = setup();
    const ends = [APIC.TIMER, APIC.ERROR_VECTOR];
    for (const entry of ends) apic.write(entry, 0x30);

    apic.write(APIC.SPURIOUS, 0xff);

    expect(ends.map((entry) => apic.read(entry))).toEqual([0x1_0030, 0x1_0030]);
  });

  it('ends the highest in service, and tells of those that are levels', () => {
    const { apic, log } = setup();
    apic.request(0x41, true);
    apic.request(0x51, false);
    for (const vector of [0x41, 0x51]) apic.acknowledge(vector);

    apic.write(APIC.EOI, 0);
    apic.write(APIC.EOI, 0);
    apic.write(APIC.EOI, 0);

    expect([...apic.inService]).toEqual([]);
    expect(log).toEqual(['end of level 65']);
  });

  it('holds back what the task priority says', () => {
    const { apic } = setup();
    apic.write(APIC.TASK_PRIORITY, 0x65);

    expect([apic.holdsBack(0x6f), apic.holdsBack(0x70), apic.priority]).toEqual([
      true,
      false,
      0x65,
    ]);
  });

  it.each([
    ['its id', 6, false, true],
    ['another id', 7, false, false],
    ['all', 0xff, false, true],
    ['a logical address of its', 0x3, true, true],
    ['a logical address of its and of others', 0x12, true, true],
    ['another logical address', 0xc, true, false],
  ])('answers to %s', (_, destination, isLogical, expected) => {
    const { apic } = setup({ vcpuId: 3 });
    apic.write(APIC.LOGICAL, 0x0200_0000);

    expect(apic.answersTo(destination, isLogical)).toBe(expected);
  });

  it('answers to logical addresses of its cluster, when they are in clusters', () => {
    const { apic } = setup();
    apic.write(APIC.LOGICAL, 0x2400_0000);
    apic.write(APIC.DESTINATION_FORMAT, 0);
    expect([0x24, 0x26, 0x14, 0x21].map((to) => apic.answersTo(to, true))).toEqual([
      true,
      true,
      false,
      false,
    ]);

    apic.write(APIC.DESTINATION_FORMAT, 0x5000_0000);
    expect(apic.answersTo(0x24, true)).toBe(false);
  });

  it('takes no vectors of exceptions, and notes that as an error', () => {
    const { apic } = setup();
    apic.write(APIC.ERROR_VECTOR, 0x55);

    apic.request(15, false);
    apic.request(14, false);
    apic.sentIllegal();

    expect([[...apic.requested], apic.read(APIC.ERROR)]).toEqual([[0x55], 0x60]);
    expect([...apic.level]).toEqual([]);
  });

  it('tells of an error once', () => {
    const { apic } = setup();
    apic.write(APIC.ERROR_VECTOR, 0x55);
    apic.sentIllegal();
    apic.acknowledge(0x55);

    apic.sentIllegal();

    expect([...apic.requested]).toEqual([]);
  });

  it('notes an error that it is not to tell of', () => {
    const { apic } = setup();
    apic.write(APIC.ERROR_VECTOR, 0x1_0055);

    apic.sentIllegal();

    expect([[...apic.requested], apic.read(APIC.ERROR)]).toEqual([[], 0x20]);
  });

  it.each([
    ['one that may be', 0x10, [0x10], 0x20],
    ['none that is an error itself', 0xf, [], 0x60],
  ])('tells of an error by %s: vector %i', (_, vector, requested, error) => {
    const { apic } = setup();
    apic.write(APIC.ERROR_VECTOR, vector);

    apic.sentIllegal();

    expect([[...apic.requested], apic.read(APIC.ERROR)]).toEqual([requested, error]);
  });

  it('sends by its command register', () => {
    const { apic, log } = setup();
    apic.write(APIC.DESTINATION, 0x0600_0000);

    apic.write(APIC.COMMAND, 0x1061);

    expect([log, apic.read(APIC.COMMAND)]).toEqual([['send 61 to 6'], 0x61]);
  });

  it('shows vectors 32 at a time', () => {
    const { apic } = setup();
    apic.request(0x41, true);
    apic.request(0x62, false);
    apic.acknowledge(0x62);

    expect(apic.read(APIC.REQUESTED + 0x20)).toBe(2);
    expect(apic.read(APIC.LEVEL + 0x20)).toBe(2);
    expect(apic.read(APIC.IN_SERVICE + 0x30)).toBe(4);
  });

  it.each([
    ['first', 0, 0x1f],
    ['last', 0x70, 0xff],
  ])('keeps the %s word of each set of vectors apart', (_, offset, highest) => {
    const { apic } = setup();
    const [a, b, c] = [highest - 2, highest - 1, highest];
    apic.acknowledge(a);
    apic.request(b, true);
    apic.request(c, false);

    const words = [APIC.IN_SERVICE, APIC.LEVEL, APIC.REQUESTED].map(
      (register) => apic.read(register + offset) >>> 29,
    );

    expect(words).toEqual([0b001, 0b010, 0b110]);
  });

  it('has a timer that stands still', () => {
    const { apic } = setup();
    apic.write(APIC.TIMER, 0x30);
    apic.write(APIC.TIMER_INITIAL, 1000);
    expect(apic.read(APIC.TIMER_CURRENT)).toBe(1000);

    apic.write(APIC.TIMER, 0x2_0031);
    expect(apic.read(APIC.TIMER_CURRENT)).toBe(1000);

    apic.write(APIC.TIMER, 0x4_0030);
    apic.write(APIC.TIMER_INITIAL, 7);
    expect([apic.read(APIC.TIMER_INITIAL), apic.read(APIC.TIMER_CURRENT)]).toEqual([0, 0]);
  });

  it.each([
    ['requested', 0x41, 0x62],
    ['in service', 0x62, 0x41],
  ])('goes on as it was after it was restored, with %s', (_, requested, inService) => {
    const { apic } = setup();
    apic.write(APIC.TASK_PRIORITY, 0x20);
    apic.request(requested, true);
    apic.acknowledge(inService);
    const { apic: restored } = setup({ enabled: false });

    restored.restore(apic.save());

    expect(restored.save()).toEqual(apic.save());
    expect([[...restored.requested], [...restored.inService], restored.taskPriority]).toEqual([
      [requested],
      [inService],
      0x20,
    ]);
  });

  it('does not let a read-only register be written', () => {
    const { apic } = setup();

    apic.write(APIC.VERSION, 0);

    expect(apic.read(APIC.VERSION)).toBe(0x5_0014);
  });
});
