"""A device of one register that counts what is written to it, in Python's standard library alone.

    python3 examples/device-models/counter.py http://127.0.0.1:8080

It makes a domain and an ioreq server in it, which claims the writes to guest pages of type `ioreq_server` and has a
page of MMIO; then the guest writes one such page and reads the register, and the device model answers both.
"""

import json
import sys
import threading
import urllib.error
import urllib.request

MMIO = 0xF0000000
CLAIMED_GFN = 0x100


class Refused(Exception):
    """What Xen, or the service, says no to."""


def call(method, path, body=None):
    request = urllib.request.Request(sys.argv[1] + path, method=method)
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or "null")
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        raise Refused(f"{problem.get('errno')} ({problem.get('rc')}): {problem.get('detail')}") from None


class Domain:
    def __init__(self, **spec):
        self.path = f"/domains/{call('POST', '/domains', spec)['domid']}"

    def dmop(self, name, **arguments):
        return call("POST", f"{self.path}/dmop/{name}", arguments)

    def guest(self, **access):
        return call("POST", f"{self.path}/guest-access", access)

    def destroy(self):
        call("DELETE", self.path)


class Counter:
    """The device: as an ioreq server, and as what its registers do."""

    def __init__(self, domain):
        self.sum = 0
        self.id = domain.dmop("create_ioreq_server", handle_bufioreq="off")["id"]
        self.exchange_path = f"{domain.path}/ioreq-servers/{self.id}/exchange"
        # Asking for the frames gives the server its page: without one no request reaches it.
        domain.dmop("get_ioreq_server_info", id=self.id, flags=0)
        domain.dmop(
            "map_io_range_to_ioreq_server", id=self.id, type="memory", start=MMIO, end=MMIO + 0xFFF
        )
        domain.dmop("set_ioreq_server_state", id=self.id, enabled=1)
        domain.dmop("map_mem_type", id=self.id, type="ioreq_server", flags=["write"])
        domain.dmop("set_mem_type", mem_type="ioreq_server", first_pfn=CLAIMED_GFN, nr=1)

    def answer(self, ioreq):
        print(f"{ioreq['type']} {ioreq['dir']} at {ioreq['addr']}, {ioreq['size']} bytes")
        completion = {"vcpu": ioreq["vcpu"], "seq": ioreq["seq"]}
        if ioreq["dir"] == "read":
            return {**completion, "data": hex(self.sum)}
        self.sum += int(ioreq["data"], 16)
        return completion

    def serve(self, requests):
        """Until so many requests have been answered."""
        completions = []
        while requests > 0 or completions:
            body = {"completions": completions, "wait_ms": 10_000 if requests > 0 else 0}
            ioreqs = call("POST", self.exchange_path, body)["ioreqs"]
            completions = [self.answer(ioreq) for ioreq in ioreqs]
            requests -= len(ioreqs)


def main():
    domain = Domain(name="counted", memory_mib=4)
    counter = Counter(domain)
    device_model = threading.Thread(target=counter.serve, args=(2,), daemon=True)
    device_model.start()

    domain.guest(kind="write", gpa=hex(CLAIMED_GFN << 12), size=4, data="0x2a")
    read = domain.guest(kind="read", gpa=hex(MMIO), size=4)
    print(f"the guest read {read['data']}")

    device_model.join()
    domain.dmop("destroy_ioreq_server", id=counter.id)
    domain.destroy()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: counter.py URL")
    main()
