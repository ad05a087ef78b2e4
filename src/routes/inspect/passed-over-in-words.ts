/** Why a server does not get an access that it might be thought to, in words. */

import type { PassedOver } from '../../hypervisor/index.js';

const BECAUSE: Readonly<Record<PassedOver['because'], string>> = {
  disabled: 'has it in its ranges, but is disabled',
  part: 'has only a part of it in its ranges',
  asked_later: 'has it in its ranges too, but is asked later',
  not_asked: 'has it in its ranges, but they do not count here',
};

export const passedOverInWords = ({ server, because }: PassedOver): string =>
  `ioreq server ${server.id} ${BECAUSE[because]}`;
