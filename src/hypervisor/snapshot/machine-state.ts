/** The machine's frames in a snapshot, and what is in them. */

import { PAGE_SIZE } from '../abi/frames.js';
import { address, whole } from './field.js';
import { bytes, frameRanges, list, pair, record } from './record.js';

/** A page that holds contents, zeros at its end left away. */
const PAGE = record({ mfn: address, data: bytes(PAGE_SIZE) });
const PAGES = list(PAGE);

export const MACHINE = record({
  free: frameRanges,
  held: list(pair(address, whole())),
  doomed: list(address),
  pages: {
    write: (pages: [mfn: number, page: Uint8Array][], form) =>
      PAGES.write(
        pages.map(([mfn, data]) => ({ mfn, data })),
        form,
      ),
    read: (data, at, form) =>
      PAGES.read(data, at, form).map(({ mfn, data: page }): [number, Uint8Array] => [mfn, page]),
  },
});
