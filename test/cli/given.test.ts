import { describe, expect, it } from 'vitest';
import { Given } from '../../src/cli/given.js';

const given = new Given([
  ['GPA', '0x1000'],
  ['nr', '7'],
  ['json', true],
  ['knob', ['a=1', 'b=2']],
  ['size', 'x'],
]);

describe('Given', () => {
  it('has what stood on the line', () => {
    expect(given.text('nr')).toBe('7');
    expect(given.number('GPA')).toBe(4096);
    expect(given.quantity('GPA')).toBe(4096n);
    expect(given.list('knob')).toEqual(['a=1', 'b=2']);
    expect([given.isJson, given.has('nr')]).toEqual([true, false]);
    expect([given.text('none'), given.number('none'), given.list('none')]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });

  it('says what is not there, or makes no sense', () => {
    expect(() => given.required('first-pfn')).toThrow('--first-pfn is missing');
    expect(() => given.requiredNumber('DOMID')).toThrow('DOMID is missing');
    expect(() => given.number('size')).toThrow('--size: x is no whole number');
    expect(() => given.quantity('size')).toThrow('--size: x is no whole number');
  });
});
