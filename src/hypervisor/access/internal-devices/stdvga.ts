/**
 * The VGA window: single writes go into the buffered ring of the server that has them in its
 * ranges, so that the vcpu need not wait. What no ring takes, and everything else, goes the usual
 * way.
 *
 * Reference: xen/arch/x86/hvm/stdvga.c, stdvga_mem_accept(), stdvga_mem_write().
 */

import { IOREQ_DIR, IOREQ_TYPE, newIoreq } from '../../abi/ioreq.js';
import { sendBuffered } from '../../ioreq/bufioreq.js';
import { isWholePc, liesIn, type InternalDevice } from './internal-device.js';

const BASE = 0xa_0000;
const LENGTH = 0x2_0000;

export const stdvga: InternalDevice = {
  name: 'stdvga',
  type: IOREQ_TYPE.copy,
  accepts: (domain, ioreq) =>
    isWholePc(domain) &&
    ioreq.dir === IOREQ_DIR.write &&
    ioreq.count === 1 &&
    !ioreq.dataIsPtr &&
    liesIn(ioreq, BASE, LENGTH),
  passesOn: () => true,
  read: () => undefined,
  write({ domain }, addr, size, value) {
    const ioreq = newIoreq({
      type: IOREQ_TYPE.copy,
      dir: IOREQ_DIR.write,
      addr,
      size,
      data: value,
    });
    const server = domain.ioreqServers.select(ioreq);
    return server !== undefined && sendBuffered(server, ioreq) === 'sent';
  },
};
