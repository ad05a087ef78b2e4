import { expect, it } from 'vitest';
import { stepInWords } from '../../../../console/src/parts/sequence/program.js';

it.each([
  [
    { op: 'dmop/map_mem_type', args: { id: 1, flags: ['write'] } },
    'dmop/map_mem_type id 1, flags ["write"]',
  ],
  [{ guest: { kind: 'read', gpa: '0x1000', size: 4 } }, 'guest read gpa 0x1000, size 4'],
  [{ dm: { server: 1 } }, 'answers the next request of server 1'],
  [{ dm: { server: 1, data: '0x2' } }, 'answers the next request of server 1 with 0x2'],
])('%j is said', (step, says) => {
  expect(stepInWords(step)).toBe(says);
});
