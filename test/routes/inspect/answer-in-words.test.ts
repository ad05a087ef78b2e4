import { describe, expect, it } from 'vitest';
import { answerInWords } from '../../../src/routes/inspect/answer-in-words.js';
import { whoAnswers } from '../../../src/hypervisor/index.js';
import { guestWithClaim, guestWithServer, HOLE } from '../../support/guest.js';

const WRITE = 0;

describe('answerInWords', () => {
  it('names the range of the server that has the address', () => {
    const { d1 } = guestWithServer();
    const question = { space: 'memory', addr: HOLE + 8, size: 4, dir: WRITE } as const;

    expect(answerInWords(question, whoAnswers(d1, question))).toEqual({
      gets: 'ioreq_server',
      guest_sees: 'answer',
      why: 'gfn 0x400 is mmio_dm, and ioreq server 0 has it in its memory range 0x400000 to 0x401fff',
    });
  });

  it('says #GP of memory what is a crash of a port', () => {
    const { d1 } = guestWithClaim();
    const [memory, port] = (['memory', 'port'] as const).map((space) =>
      answerInWords(
        { space, addr: 0x3000, size: 1, dir: WRITE },
        { reason: 'never_enabled', server: d1.ioreqServers.inOrder[0], passedOver: [] },
      ),
    );

    expect([memory?.guest_sees, port?.guest_sees]).toEqual(['gp_fault', 'domain_crash']);
  });
});
