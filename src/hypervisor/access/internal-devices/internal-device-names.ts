/** What a trace calls the devices that Xen emulates itself. */

/** In the order in which a trace numbers them. */
export const INTERNAL_DEVICE_NAMES = [
  'vlapic',
  'vioapic',
  'hpet',
  'stdvga',
  'vpic',
  'pit',
  'rtc',
  'pm_timer',
  'pci_latch',
  'debug_port',
] as const;

export type InternalDeviceName = (typeof INTERNAL_DEVICE_NAMES)[number];
