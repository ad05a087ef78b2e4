/**
 * What would stop a real host: a BUG or an assertion of Xen. The core refuses before anything has
 * changed, and says what was asked.
 */
export class XenBug extends Error {
  override readonly name = 'XenBug';
}
