/*
 * A device of one register that counts what is written to it, in C with sockets alone.
 *
 *     gcc -O2 -pthread -o counter examples/device-models/counter.c && ./counter 127.0.0.1 8080
 *
 * It makes a domain and an ioreq server in it, which claims the writes to guest pages of type `ioreq_server` and has a
 * page of MMIO; then the guest writes one such page and reads the register, and the device model answers both.
 * What it reads of JSON is single values by their names; a real program takes a parser.
 */

#include <arpa/inet.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MMIO 0xf0000000ul
#define CLAIMED_GFN 0x100ul
#define REQUESTS 2

struct answer {
    int status;
    char text[65536]; /* head and body */
    const char *body;
};

static struct sockaddr_in service;
static unsigned domid, ioservid;

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "counter: %s: %s\n", what, why);
    exit(1);
}

/* One call on a connection of its own, which ends with the answer. */
static void call(struct answer *answer, const char *method, const char *path, const char *format, ...)
{
    char body[1024] = "", request[2048];
    va_list values;
    size_t length = 0;
    ssize_t got;
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    va_start(values, format);
    vsnprintf(body, sizeof(body), format, values);
    va_end(values);
    snprintf(request, sizeof(request),
             "%s %s HTTP/1.1\r\nHost: fakexen\r\nConnection: close\r\n%sContent-Length: %zu\r\n\r\n%s",
             method, path, *body ? "Content-Type: application/json\r\n" : "", strlen(body), body);

    if (fd < 0 || connect(fd, (struct sockaddr *)&service, sizeof(service)) < 0)
        fail("connect", "nobody listens there");
    if (write(fd, request, strlen(request)) != (ssize_t)strlen(request))
        fail(path, "the connection broke");
    while ((got = read(fd, answer->text + length, sizeof(answer->text) - 1 - length)) > 0)
        length += got;
    close(fd);

    answer->text[length] = '\0';
    answer->body = strstr(answer->text, "\r\n\r\n");
    if (sscanf(answer->text, "HTTP/1.1 %d", &answer->status) != 1 || !answer->body)
        fail(path, "no answer");
    if (answer->status >= 300)
        fail(path, answer->body + 4);
}

/* The value of the first field of that name, as it stands; a string without its first quote. */
static const char *field(const char *json, const char *name)
{
    char key[64];
    const char *at;

    snprintf(key, sizeof(key), "\"%s\":", name);
    at = strstr(json, key);
    if (!at)
        fail(name, "no such field");
    at += strlen(key);
    return *at == '"' ? at + 1 : at;
}

static unsigned long number(const char *json, const char *name)
{
    return strtoul(field(json, name), NULL, 0);
}

static void path_to(char *path, size_t size, const char *what)
{
    snprintf(path, size, "/domains/%u%s", domid, what);
}

static void dmop(struct answer *answer, const char *name, const char *arguments)
{
    char path[128];

    snprintf(path, sizeof(path), "/domains/%u/dmop/%s", domid, name);
    call(answer, "POST", path, "%s", arguments);
}

static void create_server(void)
{
    static struct answer answer;
    char arguments[256];

    dmop(&answer, "create_ioreq_server", "{\"handle_bufioreq\":\"off\"}");
    ioservid = number(answer.body, "id");

    /* Asking for the frames gives the server its page: without one no request reaches it. */
    snprintf(arguments, sizeof(arguments), "{\"id\":%u,\"flags\":0}", ioservid);
    dmop(&answer, "get_ioreq_server_info", arguments);
    snprintf(arguments, sizeof(arguments),
             "{\"id\":%u,\"type\":\"memory\",\"start\":\"%#lx\",\"end\":\"%#lx\"}", ioservid, MMIO, MMIO + 0xfff);
    dmop(&answer, "map_io_range_to_ioreq_server", arguments);
    snprintf(arguments, sizeof(arguments), "{\"id\":%u,\"enabled\":1}", ioservid);
    dmop(&answer, "set_ioreq_server_state", arguments);
    snprintf(arguments, sizeof(arguments), "{\"id\":%u,\"type\":\"ioreq_server\",\"flags\":[\"write\"]}", ioservid);
    dmop(&answer, "map_mem_type", arguments);
    snprintf(arguments, sizeof(arguments), "{\"mem_type\":\"ioreq_server\",\"first_pfn\":%lu,\"nr\":1}", CLAIMED_GFN);
    dmop(&answer, "set_mem_type", arguments);
}

/* The domain has one vcpu, so there is one request at a time. */
static void *serve(void *unused)
{
    static struct answer answer;
    char path[128], what[64], completion[128] = "";
    unsigned long sum = 0;
    int answered = 0;

    snprintf(what, sizeof(what), "/ioreq-servers/%u/exchange", ioservid);
    path_to(path, sizeof(path), what);
    for (;;) {
        call(&answer, "POST", path, "{\"completions\":[%s],\"wait_ms\":%d}", completion,
             answered < REQUESTS ? 10000 : 0);
        completion[0] = '\0';
        if (strstr(answer.body, "\"ioreqs\":[]")) {
            if (answered == REQUESTS)
                return unused;
            continue;
        }

        const char *dir = field(answer.body, "dir");
        int is_read = strncmp(dir, "read", 4) == 0;
        printf("copy %s at %#lx, %lu bytes\n", is_read ? "read" : "write", number(answer.body, "addr"),
               number(answer.body, "size"));
        if (!is_read)
            sum += number(answer.body, "data");
        snprintf(completion, sizeof(completion), "{\"vcpu\":%lu,\"seq\":%lu,\"data\":\"%#lx\"}",
                 number(answer.body, "vcpu"), number(answer.body, "seq"), sum);
        answered++;
    }
}

int main(int argc, char **argv)
{
    static struct answer answer;
    char path[128], arguments[64];
    pthread_t device_model;

    if (argc != 3)
        fail("usage", "counter ADDRESS PORT");
    service.sin_family = AF_INET;
    service.sin_port = htons(atoi(argv[2]));
    if (inet_pton(AF_INET, argv[1], &service.sin_addr) != 1)
        fail(argv[1], "no IPv4 address");

    call(&answer, "POST", "/domains", "{\"name\":\"counted\",\"memory_mib\":4}");
    domid = number(answer.body, "domid");
    create_server();
    pthread_create(&device_model, NULL, serve, NULL);

    path_to(path, sizeof(path), "/guest-access");
    call(&answer, "POST", path, "{\"kind\":\"write\",\"gpa\":\"%#lx\",\"size\":4,\"data\":\"0x2a\"}", CLAIMED_GFN << 12);
    call(&answer, "POST", path, "{\"kind\":\"read\",\"gpa\":\"%#lx\",\"size\":4,\"trace\":false}", MMIO);
    unsigned long data = number(answer.body, "data");

    pthread_join(device_model, NULL);
    printf("the guest read %#lx\n", data);
    snprintf(arguments, sizeof(arguments), "{\"id\":%u}", ioservid);
    dmop(&answer, "destroy_ioreq_server", arguments);
    path_to(path, sizeof(path), "");
    call(&answer, "DELETE", path, "%s", "");
    return 0;
}
