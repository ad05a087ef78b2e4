/** struct xen_domctl_getdomaininfo of Xen 4.17, as a toolstack's libraries read it. Source: xen/include/public/domctl.h. */

import { domainInfo, type Domain } from '../../hypervisor/index.js';

export const DOMAIN_INFO_BYTES = 112;

const NO_FRAME = 0xffff_ffff_ffff_ffffn;
/** A guest-physical address has as many bits as EPT translates. */
const GPADDR_BITS = 48;

export function domainInfoStruct(domain: Domain): Uint8Array {
  const bytes = new Uint8Array(DOMAIN_INFO_BYTES);
  const view = new DataView(bytes.buffer);
  const { flags, totalPages, maxPages, onlineVcpus, maxVcpuId } = domainInfo(domain);
  view.setUint16(0, domain.domid, true);
  view.setUint32(4, flags, true);
  view.setBigUint64(8, BigInt(totalPages), true);
  view.setBigUint64(16, BigInt(maxPages), true);
  view.setBigUint64(48, NO_FRAME, true);
  view.setUint32(64, onlineVcpus, true);
  view.setUint32(68, maxVcpuId, true);
  view.setUint8(96, GPADDR_BITS);
  return bytes;
}
