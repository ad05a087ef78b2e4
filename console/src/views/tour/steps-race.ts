/** The end of the tour: the question of the thread, put to the explorer. */

import type { Race, TourStep } from './tour-step.js';

const WITHOUT_PAUSE: Race = {
  example: 'a-unmap-without-pause',
  violates: ['no_violation_without_server'],
  exits: ['EPT_VIOLATION'],
  outcome: 'injected',
};

const NOTHING = { calls: [], stretches: [] };

export const RACE_STEPS: readonly TourStep[] = [
  {
    title: 'The race, without the pause',
    says:
      'What if a vcpu writes at the very moment at which the owner lets go? The explorer runs every order of the two. In ' +
      'some of them the owner is gone and the pages are not marked yet: the write is an EPT violation, Xen asks for the ' +
      'owner, there is none, and the guest gets #GP for an innocent write. This is one of them, move by move.',
    race: WITHOUT_PAUSE,
    ...NOTHING,
  },
  {
    title: 'With the pause of version 6',
    says:
      'Version 6 of the patches pauses the domain while it changes the owner. Whoever is in Xen comes to an end first, ' +
      'and who comes later meets marked entries: only EPT misconfigurations are left, and no schedule goes wrong.',
    race: {
      example: 'b-unmap-with-pause',
      violates: [],
      exits: ['EPT_MISCONFIG'],
      outcome: 'completed',
    },
    ...NOTHING,
  },
  {
    title: 'Or just try again',
    says:
      'What was merged needs no pause: a write that finds no owner is simply retried. These are the moves of two steps ' +
      'ago. Where the guest got #GP its write is tried again, and by then the page is ram_rw. So the author was right ' +
      'about what the pause does, and the reviewer was right that it is not needed.',
    race: {
      example: 'c-retry-instead-of-pause',
      violates: [],
      exits: ['EPT_VIOLATION'],
      outcome: 'completed',
      like: { race: WITHOUT_PAUSE, then: ['vcpu0'] },
    },
    ...NOTHING,
  },
];
