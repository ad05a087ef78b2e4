/**
 * A page that an ioreq server shares with its device model: one of the guest's, known by its gfn,
 * or one that Xen has allocated for it and that no guest ever sees.
 *
 * Reference: xen/arch/x86/hvm/ioreq.c, hvm_map_ioreq_gfn() and its neighbours; xen/common/ioreq.c,
 * ioreq_server_alloc_mfn().
 */

import { XenError } from '../abi/errno.js';
import { hex, INVALID_MFN, PAGE_SIZE, type Gfn } from '../abi/frames.js';

import { isPaging, isRam, P2MT } from '../abi/p2m-type.js';
import { XenBug } from '../abi/xen-bug.js';
import type { IoreqTarget } from './ioreq-target.js';

export class IoreqPage {
  readonly #target: IoreqTarget;
  readonly #isPooled: boolean;
  #gfn: Gfn | undefined;
  #mfn: number | undefined;
  #view: DataView | undefined;

  /** `isPooled`: its gfn is one of those set aside for ioreq pages. */
  constructor(target: IoreqTarget, isPooled: boolean) {
    this.#target = target;
    this.#isPooled = isPooled;
  }

  /** Undefined for a page of Xen's own, and before there is a page. */
  get gfn(): Gfn | undefined {
    return this.#gfn;
  }

  get mfn(): number | undefined {
    return this.#mfn;
  }

  /** The 4096 bytes; undefined: nobody has asked for the page, and using it brings a host down. */
  get view(): DataView | undefined {
    return this.#view;
  }

  get bytes(): Uint8Array | undefined {
    const view = this.#view;
    return view && new Uint8Array(view.buffer, view.byteOffset, PAGE_SIZE);
  }

  /** Take a frame of the guest, of the pool if no other is said: EPERM if Xen has allocated one already. */
  mapGfn(said?: Gfn): void {
    const target = this.#target;
    if (this.#mfn !== undefined) {
      if (this.#gfn === undefined)
        throw new XenError('EPERM', 'the pages of the server have been acquired as a resource');
      return;
    }
    if (target.dying) throw new XenError('EINVAL', `domain ${target.domid} is dying`);
    const gfn = said ?? target.ioreqGfns.allocate();
    if (gfn === undefined)
      throw new XenError('ENOMEM', `domain ${target.domid} has no gfn left for ioreq pages`);
    this.#gfn = gfn;
    try {
      const mfn = this.#frameBehind(gfn);
      this.#back(mfn);
      this.#target.machine.hold(mfn);
    } catch (error) {
      this.unmapGfn();
      throw error;
    }
  }

  /** Give the gfn back to those set aside. */
  unmapGfn(): void {
    if (this.#gfn === undefined) return;
    if (this.#isPooled) this.#target.ioreqGfns.release(this.#gfn);
    this.#gfn = undefined;
    if (this.#mfn !== undefined) this.#target.machine.letGo(this.#mfn);
    this.#forget();
  }

  /** Have Xen allocate the page: EPERM if it is one of the guest's already. */
  allocate(): void {
    if (this.#mfn !== undefined) {
      if (this.#gfn !== undefined)
        throw new XenError('EPERM', `the server has its page at gfn ${hex(this.#gfn)}`);
      return;
    }
    const { machine, storage } = this.#target;
    const mfn = machine.allocate(1, 0);
    if (storage !== undefined) machine.keepIn(storage, mfn, 1);
    this.#back(mfn);
    this.clear();
  }

  /**
   * Let go of the page. One of the guest's is let go of as well, though its gfn is kept: so Xen does
   * when acquiring is refused, and the next enabling or disabling finds no page behind the gfn.
   */
  free(): void {
    const { machine } = this.#target;
    if (this.#mfn !== undefined && this.#gfn === undefined) machine.free(this.#mfn, 1);
    else if (this.#mfn !== undefined) machine.letGo(this.#mfn);
    this.#forget();
  }

  clear(): void {
    this.bytes?.fill(0);
  }

  /** Throws XenBug where enabling or disabling would find a gfn with no page behind it. */
  checkBacked(): void {
    if (this.#gfn !== undefined && this.#mfn === undefined)
      throw new XenBug(
        `the page at gfn ${hex(this.#gfn)} was freed when acquire_resource was refused: get_ioreq_server_info has to map one again first`,
      );
  }

  /**
   * The guest may no longer see it: its gfn becomes a hole. Device models are not told, as they are of other
   * pages that leave: on a real host they are enabled before the domain runs, and none has it mapped.
   */
  removeFromP2m(): void {
    const { p2m, profile } = this.#target;
    if (this.#gfn === undefined) return;
    const { type, mfn } = p2m.query(this.#gfn);
    const policy = profile.knobs.ioreq_gfn_mismatch;
    const tolerated =
      mfn === this.#mfn ||
      policy === 'ignored' ||
      (policy === 'crash_unless_hole' && type === P2MT.mmio_dm);
    if (tolerated) p2m.setPage(this.#gfn, INVALID_MFN, P2MT.invalid, p2m.defaultAccess);
    else
      this.#target.crash(
        `gfn ${hex(this.#gfn)} no longer maps the ioreq page, and cannot be removed`,
      );
    this.clear();
  }

  /** The guest gets it back, zeroed, as ordinary RAM; not one that it has given away meanwhile. */
  addToP2m(): void {
    const { p2m } = this.#target;
    if (this.#gfn === undefined || this.#mfn === undefined) return;
    this.clear();
    if (this.#target.machine.isDoomed(this.#mfn)) return;
    p2m.setPage(this.#gfn, this.#mfn, P2MT.ram_rw, p2m.defaultAccess);
    p2m.logDirty.mark(this.#gfn);
  }

  /** All that it holds, as plain data: `restore` makes another like it. */
  save() {
    return { gfn: this.#gfn, mfn: this.#mfn };
  }

  /** The machine must hold its contents already. */
  restore({ gfn, mfn }: ReturnType<IoreqPage['save']>): void {
    this.#gfn = gfn;
    if (mfn !== undefined) this.#back(mfn);
  }

  #frameBehind(gfn: number): number {
    const { type, mfn } = this.#target.p2m.query(gfn);
    if (isPaging(type) || type === P2MT.ram_shared)
      throw new XenError('ENOENT', `gfn ${hex(gfn)} is paged out or shared`);
    if (!isRam(type) || mfn === INVALID_MFN)
      throw new XenError('EINVAL', `gfn ${hex(gfn)} is no RAM, so no ioreq page`);
    return mfn;
  }

  #back(mfn: number): void {
    const { buffer, byteOffset } = this.#target.machine.writablePage(mfn);
    this.#mfn = mfn;
    this.#view = new DataView(buffer, byteOffset, PAGE_SIZE);
  }

  #forget(): void {
    this.#mfn = undefined;
    this.#view = undefined;
  }
}
