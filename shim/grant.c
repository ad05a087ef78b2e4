#include "grant.h"

struct answer grant(const struct ioctl_gntdev_grant_ref *ref, uint32_t how)
{
    const uint32_t body[] = { ref->ref, how };
    const struct iovec part = { (void *)body, sizeof(body) };

    return call_server(OP_MAP_GRANTS, ref->domid, &part, 1);
}
