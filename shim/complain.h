/* What the shim has to say goes to stderr, each thing once. */

#ifndef SHIM_COMPLAIN_H
#define SHIM_COMPLAIN_H

void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
