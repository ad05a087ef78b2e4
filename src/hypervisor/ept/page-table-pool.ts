/**
 * One domain's allowance of page-table pages (Xen's paging pool, xen/arch/x86/mm/hap/hap.c) and
 * how it was used. An allocation beyond the allowance fails, as the hypercall above it then does.
 */

import { NO_TABLE, type TablePages } from './table-pages.js';

export class PageTablePool {
  readonly pages: TablePages;
  /** Pages that may still be taken; Infinity where nobody set a limit. */
  available = Infinity;
  allocated = 0;
  released = 0;

  constructor(pages: TablePages) {
    this.pages = pages;
  }

  get inUse(): number {
    return this.allocated - this.released;
  }

  allocate(): number {
    if (this.available === 0) return NO_TABLE;
    const table = this.pages.allocate();
    if (table === NO_TABLE) return NO_TABLE;
    this.available--;
    this.allocated++;
    return table;
  }

  release(table: number): void {
    this.pages.release(table);
    this.available++;
    this.released++;
  }
}
