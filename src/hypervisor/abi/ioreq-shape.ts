/** Type, direction, size and count of a request in one number, as records of it hold them. */

export interface IoreqShape {
  readonly type: number;
  readonly dir: number;
  readonly size: number;
  readonly count: number;
}

export const packShape = ({ type, dir, size, count }: IoreqShape): number =>
  type + dir * 0x100 + size * 0x1000 + count * 0x10_0000;

export const unpackShape = (shape: number): IoreqShape => ({
  type: shape % 0x100,
  dir: Math.floor(shape / 0x100) % 0x10,
  size: Math.floor(shape / 0x1000) % 0x100,
  count: Math.floor(shape / 0x10_0000),
});
