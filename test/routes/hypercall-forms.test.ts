import { describe, expect, it } from 'vitest';
import { HYPERCALL_FORMS } from '../../src/routes/hypercall-forms.js';
import { hypercalls } from '../../src/routes/hypercalls/index.js';
import { INTERFACES, type InterfaceName } from '../../src/routes/interfaces.js';

describe('HYPERCALL_FORMS', () => {
  it.each(Object.keys(INTERFACES) as InterfaceName[])('has every call that comes by %s', (via) => {
    const forms = HYPERCALL_FORMS[via];

    expect(forms.map(({ call }) => call)).toEqual(hypercalls.filter((call) => call[via]));
    expect(forms.every((form) => form.via === via && form.number === form.call[via]?.number)).toBe(
      true,
    );
  });

  it.each(Object.keys(INTERFACES) as InterfaceName[])(
    'says of %s that some Xen lacks a call',
    (via) => {
      const lackedBySome = HYPERCALL_FORMS[via].filter(({ call }) => call.isIn !== undefined);

      for (const { errnos } of lackedBySome)
        expect(Object.keys(errnos)).toContain(INTERFACES[via].noSuchOp);
    },
  );
});
