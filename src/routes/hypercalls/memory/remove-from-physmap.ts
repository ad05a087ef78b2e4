import { removeFromPhysmap } from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { struct } from '../../wire/struct.js';
import { gfn } from '../../wire/wire.js';

export const remove_from_physmap = defineHypercall({
  name: 'remove_from_physmap',
  memory: { number: 15 },
  since: '4.3',
  callers: 'target',
  onPv: 'EACCES',
  summary: 'Take a page out of the map',
  description: "It leaves a hole; the frame stays the domain's, and counts as such.",

  request: struct({ gpfn: gfn('The page.') }),
  response: struct({}),

  errnos: {
    ENOENT: 'No memory is there.',
    EACCES: 'The domain is PV.',
    ENOMEM: 'No page for a table is left.',
  },
  example: { request: { gpfn: '0x100' }, response: {} },

  handle(domain, { gpfn }) {
    removeFromPhysmap(domain, gpfn);
    return {};
  },
});
