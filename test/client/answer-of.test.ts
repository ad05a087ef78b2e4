import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/client/answer-of.js';
import { XenApiError } from '../../src/client/xen-api-error.js';

describe('answerOf', () => {
  it('gives the body', async () => {
    const call = Promise.resolve({ data: { rc: 0 }, response: new Response() });

    await expect(answerOf(call)).resolves.toEqual({ rc: 0 });
  });

  it('throws a refusal', async () => {
    const response = new Response(null, { status: 404 });
    const call = Promise.resolve({ error: { errno: 'ESRCH', rc: -3 }, response });

    const refusal = answerOf(call);

    await expect(refusal).rejects.toBeInstanceOf(XenApiError);
    await expect(refusal).rejects.toMatchObject({ status: 404, errno: 'ESRCH', rc: -3 });
  });
});
