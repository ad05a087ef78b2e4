/** What machine code needs to be executed, loaded when the first is: nobody else should wait for it. */

import type { AccessRequest } from '../../hypervisor/index.js';

export async function withDecoder(request: AccessRequest): Promise<AccessRequest> {
  const { decodeInstruction } = await import('../../x86/decode.js');
  return { ...request, decode: decodeInstruction };
}
