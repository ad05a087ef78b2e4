import { describe, expect, it } from 'vitest';
import { oneOf, onOrOff, text, textOr, wholeNumber } from '../../src/server/setting.js';

const file = text('FILE', 'a file');
const address = textOr('127.0.0.1', 'ADDRESS', 'an address');
const port = wholeNumber([0, 65535], 8080, 'PORT', 'a port');
const level = oneOf(['info', 'warn'], 'info', 'LEVEL', 'how much');
const insecure = onOrOff('let everybody in');

describe('a setting', () => {
  // prettier-ignore
  it.each([
    [file,     'a.yaml',  'a.yaml'],
    [file,     '',        undefined],
    [address,  '::',      '::'],
    [port,     '0',       0],
    [port,     '0x50',    80],
    [level,    'warn',    'warn'],
    [insecure, 'true',    true],
    [insecure, '0',       false],
  ])('%# reads what it is told', (setting, said, value) => {
    expect(setting.read(said)).toBe(value);
  });

  // prettier-ignore
  it.each([
    [address,  '',        'is empty'],
    [port,     '65536',   '65536 is not in 0..65535'],
    [port,     ' ',       '  is not in 0..65535'],
    [port,     '1.5',     '1.5 is not in 0..65535'],
    [level,    'loud',    'loud is none of info, warn'],
    [insecure, 'yes',     'yes is neither true nor false'],
  ])('%# refuses what makes no sense', (setting, said, message) => {
    expect(() => setting.read(said)).toThrow(message);
  });
});
