/* The loop of a device model: events come, requests are found in the shared pages, answers are left there. */

#ifndef SERVE_H
#define SERVE_H

#include "device.h"

/* Until `*ends`; 0, or -1 if events come no more. */
int serve(struct device *device, const volatile int *ends);

#endif
