import {
  addToPhysmapBatch,
  checkMapspace,
  MAPSPACE,
  Restart,
  XenError,
} from '../../../hypervisor/index.js';
import { defineHypercall } from '../../definition/define-hypercall.js';
import { array, integer } from '../../wire/json-words.js';
import { struct } from '../../wire/struct.js';
import { gfn, hex53, oneOf, u16 } from '../../wire/wire.js';
import { optional } from '../../wire/word.js';

export const add_to_physmap_batch = defineHypercall({
  name: 'add_to_physmap_batch',
  memory: { number: 23 },
  since: '4.3',
  callers: 'hvm_target',
  onPv: 'EACCES',
  summary: 'Put many frames at gfns',
  description: 'Each as `add_to_physmap` would; what becomes of one does not concern the others.',

  request: struct({
    space: oneOf(MAPSPACE, u16('What the indexes are indexes of.')),
    foreign_domid: optional(u16('Of `gmfn_foreign`: the domain whose pages they are.'), 0),
    idxs: array(hex53('A frame.'), 'Which frames.'),
    gpfns: array(gfn('A gfn.'), 'Where each of them is to be.'),
    errs: optional(array(integer(-4095, 0, 'A return code.'), 'Of a call that gave way.'), []),
  }),
  response: struct({
    errs: array(integer(-4095, 0, 'A return code.'), 'What became of each.'),
  }),
  continuation: ['errs'],

  errnos: {
    EINVAL: 'A gfn is ~0.',
    EFAULT: 'There are fewer gfns than frames.',
    EOPNOTSUPP: 'A range is no thing for a batch.',
    EACCES: 'Device memory is for dom0 to map into itself; or the domain is PV.',
  },
  missing: ({ foreign_pages }) =>
    foreign_pages === 'maps'
      ? 'since 4.18 a device model can have pages of its target in its map: here such an entry fails'
      : undefined,
  example: {
    request: { space: 'gmfn', idxs: ['0x100'], gpfns: ['0x2000'] },
    response: { errs: [0] },
  },

  checkStruct({ space }) {
    if (space === MAPSPACE.gmfn_range)
      throw new XenError('EOPNOTSUPP', 'a range is no thing for a batch');
  },

  *handle(domain, { space, foreign_domid, idxs, gpfns, errs }, { domid: caller }, host) {
    checkMapspace(domain, space);
    const batch = { space, foreign: foreign_domid, idxs, gpfns, errs };
    const rest = yield* addToPhysmapBatch(host, domain, caller, batch);
    return rest instanceof Restart ? rest : { errs: rest };
  },
});
