#include "complain.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 64, LENGTH = 256 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char said[MOST][LENGTH];
static int nr_said;

static int is_new(const char *text)
{
    for (int n = 0; n < nr_said; n++)
        if (strcmp(said[n], text) == 0)
            return 0;
    if (nr_said == MOST)
        return 0;
    strcpy(said[nr_said++], text);
    return 1;
}

void complain(const char *format, ...)
{
    char text[LENGTH];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    pthread_mutex_lock(&lock);
    if (is_new(text))
        dprintf(STDERR_FILENO, "fakexen shim: %s\n", text);
    pthread_mutex_unlock(&lock);
}
