import { expect, it } from 'vitest';
import { withDecoder } from '../../../src/routes/guest/decoder.js';

it('hands in what decodes machine code', async () => {
  const request = await withDecoder({ vcpu: 0, kind: 'insn', code: Uint8Array.of(0x90) });

  expect(request).toMatchObject({ vcpu: 0, kind: 'insn' });
  expect(request.decode?.(Uint8Array.of(0x90), 0n)).toMatchObject({ length: 1 });
  expect(request.decode?.(Uint8Array.of(0x0f), 0n)).toBe('incomplete');
});
