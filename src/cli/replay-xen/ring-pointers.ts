/**
 * The pointers of the buffered ring. The recorded device model moved them now and then without a step of
 * its own: the next look at them tells to where. To begin anew it cleared the page.
 */

import { fromHex } from './hex.js';
import { PAGE_SIZE } from './page-pattern.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Step } from './recording.js';
import { numberAt, structOf } from './struct-bytes.js';

export interface Pointers {
  readonly read_pointer: number;
  readonly write_pointer: number;
}

const NR_SLOTS = 511;
/** Both, as the label of a guest step says. */
const BOTH = /both pointers (0x[0-9a-f]+|\d+)/;

/** The recorder looks at the ring itself, and takes nothing from it. */
export const isRingKept = ({ scenario }: Pick<RecordedWorld, 'scenario'>): boolean =>
  scenario.startsWith('sf_pages_');

export async function pointersOf(world: RecordedWorld): Promise<Pointers> {
  return pointersIn(await world.pages.read('bufioreq'));
}

export async function moveRing(
  world: RecordedWorld,
  { read_pointer, write_pointer }: Pointers,
): Promise<void> {
  const bytes = structOf([
    [read_pointer, 4],
    [write_pointer, 4],
  ]);
  await world.pages.write('bufioreq', 0, bytes);
}

/** What the device model has done to the ring before a guest step. */
export async function catchUp(
  world: RecordedWorld,
  label: string,
  following: readonly Step[],
): Promise<void> {
  const both = BOTH.exec(label)?.[1];
  if (both !== undefined)
    await moveRing(world, { read_pointer: Number(both), write_pointer: Number(both) });
  const next = following.find(({ op }) => op === 'ring_pointers' || op === 'buffered_page');
  if (both !== undefined || next === undefined || isOfDeviceModel(next)) return;
  const { read_pointer, write_pointer } = await pointersOf(world);
  const seen = readPointerIn(next);
  // Xen moves a read pointer in whole turns of the ring alone.
  if (seen % NR_SLOTS === read_pointer % NR_SLOTS) return;
  if (seen === 0) await world.pages.write('bufioreq', 0, new Uint8Array(PAGE_SIZE));
  else await moveRing(world, { read_pointer: seen, write_pointer });
}

const isOfDeviceModel = ({ args }: Step): boolean => /\bDM\b/.test(String(args?.['when']));

const readPointerIn = ({ op, out }: Step): number =>
  op === 'ring_pointers'
    ? Number(out?.['read_pointer'])
    : pointersIn(fromHex(String(out?.['hex']))).read_pointer;

const pointersIn = (page: Uint8Array): Pointers => ({
  read_pointer: Number(numberAt(page, 0, 4)),
  write_pointer: Number(numberAt(page, 4, 4)),
});
