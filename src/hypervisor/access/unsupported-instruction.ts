/** Machine code that is no instruction, or one that the machine does not know how to execute. */
export class UnsupportedInstruction extends Error {
  override readonly name = 'UnsupportedInstruction';

  constructor(why: 'incomplete' | 'invalid' | 'unsupported', code: Uint8Array) {
    const hexadecimal = Array.from(code, (byte) => byte.toString(16).padStart(2, '0')).join('');
    super(`instruction ${hexadecimal} is ${why}`);
  }
}
