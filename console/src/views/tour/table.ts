/** The tour: the seed's scenario from the first hypercall to the race that started the discussion. */

import { CLAIM_STEPS } from './steps-claim.js';
import { DISCLAIM_STEPS } from './steps-disclaim.js';
import { RACE_STEPS } from './steps-race.js';
import type { TourTable } from './tour-step.js';

export const TOUR: TourTable = {
  invitation: [
    'A guest writes to a page of its own memory. Usually the CPU does that by itself. But a device model may claim the ' +
      'writes to single pages, as XenGT does for the page tables of a virtual GPU. Then Xen sends it each of them, and ' +
      'the guest waits for the answer.',
    'While the patches for this were under review on xen-devel in September 2016, the question came up whether the ' +
      'guest has to be paused when a claim is made or given up. The tour shows how a claim works, what happens when it ' +
      'is given up with pages outstanding, and then the race behind that question.',
    'It plays on a scratch host of its own, which is deleted when you leave. The sentences are ours. The calls are made, ' +
      'and answered by the service, while you watch.',
  ],
  otherwise:
    'The service did not answer what this step says, see ✗ below. Either it does not do what the tour tells, or somebody ' +
    'else is at work on the tour’s host.',
  steps: [...CLAIM_STEPS, ...DISCLAIM_STEPS, ...RACE_STEPS],
};
