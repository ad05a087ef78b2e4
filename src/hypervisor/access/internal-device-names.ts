/** The devices that Xen emulates itself, by the number that a trace keeps of each. */

export const INTERNAL_DEVICE_NAMES = [
  'vlapic',
  'vioapic',
  'hpet',
  'stdvga',
  'vpic',
  'pit',
  'speaker',
  'rtc',
  'pm_timer',
  'debug_port',
] as const;

export type InternalDeviceName = (typeof INTERNAL_DEVICE_NAMES)[number];

export const internalDeviceNumber = (name: InternalDeviceName): number =>
  INTERNAL_DEVICE_NAMES.indexOf(name);
