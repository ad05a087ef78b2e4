/** The vcpu is in the middle of a guest access; a processor executes one instruction at a time. */
export class VcpuBusy extends Error {
  override readonly name = 'VcpuBusy';
  readonly vcpu: number;
  readonly accessId: number;

  constructor(vcpu: number, accessId: number) {
    super(`vcpu ${vcpu} is in access ${accessId}`);
    this.vcpu = vcpu;
    this.accessId = accessId;
  }
}
