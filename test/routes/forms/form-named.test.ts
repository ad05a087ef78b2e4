import { describe, expect, it } from 'vitest';
import { formNamed } from '../../../src/routes/forms/form-named.js';

describe('formNamed', () => {
  it('finds a call of an interface, by its aliases too', () => {
    expect(formNamed('hvmop/map_mem_type')).toBe(formNamed('hvmop/map_mem_type_to_ioreq_server'));
    expect(formNamed('domctl/shadow_op')?.call.name).toBe('shadow_op');
    expect(formNamed('dmop/set_mem_type')?.via).toBe('dmop');
  });

  it.each(['dmop/get_mem_type', 'set_mem_type', 'toString/call', ''])('finds no %s', (op) => {
    expect(formNamed(op)).toBeUndefined();
  });
});
