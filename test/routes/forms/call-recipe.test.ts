import { describe, expect, it } from 'vitest';
import { formNamed } from '../../../src/routes/forms/form-named.js';
import { HYPERCALL_FORMS } from '../../../src/routes/forms/hypercall-forms.js';
import { ARGUMENTS_AT, TOLD_AT, recipeOf } from '../../../src/routes/forms/call-recipe.js';

const short = (op: string) => {
  const { args, told, gfn, nr } = recipeOf(formNamed(op)!);
  return { args: args.map(({ said }) => said), told: told?.said, gfn, nr };
};

describe('recipeOf', () => {
  it('takes numbers by their names on the wire, and knows which are gfns', () => {
    expect(short('dmop/set_mem_type')).toEqual({
      args: ['nr', 'mem_type', 'first_pfn'],
      told: undefined,
      gfn: 'first_pfn',
      nr: 'nr',
    });
    expect(short('hvmop/set_mem_type').args).toContain('hvmmem_type');
    expect(short('dmop/create_ioreq_server')).toMatchObject({ told: 'id', gfn: undefined });
  });

  it.each(Object.values(HYPERCALL_FORMS).flat())(
    'fits what $via/$call.name says into a record',
    (form) => {
      const recipe = recipeOf(form);
      const places = recipe.args.reduce((sum, { isWide }) => sum + (isWide ? 2 : 1), 0);
      expect(places).toBeLessThanOrEqual(TOLD_AT - ARGUMENTS_AT);
      expect(recipeOf(form)).toBe(recipe);
    },
  );
});
