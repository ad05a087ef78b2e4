import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  await createDomain();
  return (body: object, domid = 1) => post(`/domains/${domid}/dmop/set_irq_level`, body);
}

describe('set_irq_level', () => {
  it('answers errno EOPNOTSUPP on x86, behind ESRCH', async () => {
    const dmop = await setup();

    expect(verdictOf(await dmop({ irq: 32, level: 1 }))).toBe('EOPNOTSUPP');
    expect(verdictOf(await dmop({ irq: 32, level: 1 }, 9))).toBe('ESRCH');
  });

  it('does not let in an interrupt of more than 32 bits', async () => {
    const dmop = await setup();

    expect((await dmop({ irq: 2 ** 32, level: 1 })).status).toBe(400);
  });
});
