import { describe, expect, it } from 'vitest';
import { HYPERCALL_FORMS } from '../../../src/routes/forms/hypercall-forms.js';
import { hypercalls } from '../../../src/routes/hypercalls/index.js';
import { INTERFACES, type InterfaceName } from '../../../src/routes/definition/interfaces.js';

describe('HYPERCALL_FORMS', () => {
  it.each(Object.keys(INTERFACES) as InterfaceName[])('has every call that comes by %s', (via) => {
    const forms = HYPERCALL_FORMS[via];

    expect(forms.map(({ call }) => call)).toEqual(hypercalls.filter((call) => call[via]));
    expect(forms.every((form) => form.via === via && form.number === form.call[via]?.number)).toBe(
      true,
    );
  });

  it('declares of each call that some Xen lacks what that Xen answers', () => {
    const lackedBySome = Object.values(HYPERCALL_FORMS)
      .flat()
      .filter(({ call }) => call.isIn !== undefined);

    expect(lackedBySome.length).toBeGreaterThan(0);
    for (const { via, errnos } of lackedBySome)
      expect(Object.keys(errnos)).toContain(INTERFACES[via].noSuchOp);
  });
});
