/*
 * /dev/xen/gntdev: pages that another domain grants, mapped or copied. Behaviour: drivers/xen/gntdev.c; setting a limit
 * is refused as Linux 6 refuses it.
 */

#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <xenctrl.h>
#include <xen/sys/gntdev.h>

#include "connection.h"
#include "devices.h"
#include "frames.h"
#include "grant.h"

/* Grants that were named together, to be mapped at their index. */
struct grant_map {
    struct grant_map *next;
    uint64_t index;
    uint32_t count;
    uintptr_t address;
    struct ioctl_gntdev_grant_ref refs[];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct grant_map *maps;
static uint64_t next_index;

static int map_grant_ref(void *argument)
{
    struct ioctl_gntdev_map_grant_ref *named = argument;
    struct grant_map *map;

    if (named->count == 0 || named->count > 1 << 16)
        return -EINVAL;
    map = calloc(1, sizeof(*map) + named->count * sizeof(map->refs[0]));
    map->count = named->count;
    for (uint32_t n = 0; n < named->count; n++)
        map->refs[n] = named->refs[n];
    pthread_mutex_lock(&lock);
    map->index = named->index = next_index;
    next_index += (uint64_t)named->count * PAGE;
    map->next = maps;
    maps = map;
    pthread_mutex_unlock(&lock);
    return 0;
}

static int unmap_grant_ref(void *argument)
{
    const struct ioctl_gntdev_unmap_grant_ref *named = argument;
    struct grant_map **link, *map;

    pthread_mutex_lock(&lock);
    for (link = &maps; (map = *link) != NULL; link = &map->next)
        if (map->index == named->index && map->count == named->count)
            break;
    if (map != NULL)
        *link = map->next;
    pthread_mutex_unlock(&lock);
    if (map == NULL)
        return -ENOENT;
    for (uint32_t n = 0; map->address != 0 && n < map->count; n++)
        free(grant(&map->refs[n], GRANT_RELEASE).body);
    free(map);
    return 0;
}

static int get_offset_for_vaddr(void *argument)
{
    struct ioctl_gntdev_get_offset_for_vaddr *asked = argument;
    int result = -EINVAL;

    pthread_mutex_lock(&lock);
    for (const struct grant_map *map = maps; map != NULL; map = map->next)
        if (map->address != 0 && map->address == asked->vaddr) {
            asked->offset = map->index;
            asked->count = map->count;
            result = 0;
        }
    pthread_mutex_unlock(&lock);
    return result;
}

static int set_max_grants(void *argument)
{
    (void)argument;
    return -ENOTTY;
}

static int set_unmap_notify(void *argument)
{
    (void)argument;
    return 0;
}

static const struct {
    unsigned long request;
    int (*call)(void *argument);
} IOCTLS[] = {
    { IOCTL_GNTDEV_MAP_GRANT_REF, map_grant_ref },
    { IOCTL_GNTDEV_UNMAP_GRANT_REF, unmap_grant_ref },
    { IOCTL_GNTDEV_GET_OFFSET_FOR_VADDR, get_offset_for_vaddr },
    { IOCTL_GNTDEV_SET_MAX_GRANTS, set_max_grants },
    { IOCTL_GNTDEV_SET_UNMAP_NOTIFY, set_unmap_notify },
    { IOCTL_GNTDEV_GRANT_COPY, grant_copy },
};

static int gntdev_ioctl(int fd, struct node *node, unsigned long request, void *argument)
{
    (void)fd;
    (void)node;
    for (size_t n = 0; n < sizeof(IOCTLS) / sizeof(IOCTLS[0]); n++)
        if ((unsigned int)IOCTLS[n].request == (unsigned int)request)
            return IOCTLS[n].call(argument);
    return no_such_ioctl("gntdev", request);
}

static struct grant_map *map_at(uint64_t index, uint32_t count)
{
    struct grant_map *map;

    for (map = maps; map != NULL; map = map->next)
        if (map->index == index && map->count == count)
            return map;
    return NULL;
}

static int map_one(struct grant_map *map, uint32_t n, uintptr_t address, int prot)
{
    struct answer answer = grant(&map->refs[n], prot & PROT_WRITE ? GRANT_WRITE : GRANT_READ);
    int result = answer.result, error = 0;

    if (result == 0)
        result = map_frames(address + (uint64_t)n * PAGE, &answer, 1, &error);
    free(answer.body);
    return result < 0 ? result : error;
}

static void *gntdev_mmap(void *address, size_t length, int prot, int flags, off_t offset)
{
    int error = -EINVAL;
    struct grant_map *map;
    void *got;

    pthread_mutex_lock(&lock);
    map = map_at(offset, length / PAGE);
    pthread_mutex_unlock(&lock);
    got = map == NULL ? MAP_FAILED : set_aside(address, length, prot, flags);
    if (got != MAP_FAILED) {
        error = 0;
        for (uint32_t n = 0; error == 0 && n < map->count; n++)
            error = map_one(map, n, (uintptr_t)got, prot);
        map->address = (uintptr_t)got;
    }
    if (error == 0)
        return got;
    if (got != MAP_FAILED)
        munmap(got, length);
    errno = -error;
    return MAP_FAILED;
}

const struct node_operations gntdev_operations = {
    .name = "gntdev",
    .open = open_placeholder,
    .ioctl = gntdev_ioctl,
    .mmap = gntdev_mmap,
};
