/** A rule has it that a connection closes without an answer. */
export class DroppedConnection extends Error {
  override readonly name = 'DroppedConnection';

  constructor(rule: number) {
    super(`fault rule ${rule} drops the connection`);
  }
}
