import { describe, expect, it } from 'vitest';
import { XenApiError } from '../../src/client/xen-api-error.js';

describe('XenApiError', () => {
  it('tells what Xen refused', () => {
    const error = new XenApiError(409, {
      type: 'urn:xen:errno:EBUSY',
      title: 'Resource busy',
      status: 409,
      detail: 'server 0 holds the claim',
      errno: 'EBUSY',
      rc: -16,
    });

    expect(error).toMatchObject({
      name: 'XenApiError',
      message: 'EBUSY: server 0 holds the claim',
      status: 409,
      errno: 'EBUSY',
      rc: -16,
      detail: 'server 0 holds the claim',
    });
  });

  it('knows no errno of what the service refuses', () => {
    const error = new XenApiError(400, { type: 'urn:fakexen:problem:x', title: 'Not that struct' });

    expect(error.message).toBe('urn:fakexen:problem:x: Not that struct');
    expect(error.errno).toBeUndefined();
    expect(error.rc).toBeUndefined();
  });

  it.each([undefined, null, '<html>', ''])('makes do with an answer of %j', (body) => {
    expect(new XenApiError(502, body).message).toBe('status 502: the answer says no more');
  });
});
