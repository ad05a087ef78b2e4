# shellcheck shell=bash
# What the image promises, each tried on a container that has nothing but what it needs.

# Nothing but its own loopback, no capability, no file that it may write.
start_bare() {
  podman run --detach --network none --read-only --cap-drop all --memory 256m "$@" "$IMAGE" 2>>"$WORK/podman.log" ||
    fail "run: $(tail -5 "$WORK/podman.log")"
}

until_healthy() {
  for _ in {1..50}; do
    podman healthcheck run "$1" >/dev/null 2>&1 && return
    sleep 0.1
  done
  fail "is not healthy by its own check after five seconds: $(podman logs "$1" 2>&1 | tail -5)"
}

get() { podman exec "$1" node -p "fetch('http://127.0.0.1:8080$2').then((a) => a.text()).then(console.log), ''"; }

status_line() { podman exec "$1" grep "^$2:" /proc/1/status | tr -d '[:space:]'; }

keep_promises() {
  local container
  container=$(start_bare)
  until_healthy "$container"

  [[ $(podman exec "$container" id -u) == 10001 ]] || fail 'does not run as user 10001'
  [[ $(status_line "$container" CapEff) == CapEff:0000000000000000 ]] || fail 'has capabilities'
  ! podman exec "$container" touch /app/written 2>/dev/null || fail 'can write where its program is'
  [[ $(get "$container" /domains) == *'{"domains":[]}'* ]] || fail 'is not empty from the start'
  [[ $(get "$container" /console/) == *'<script type="module"'* ]] || fail 'has no console'
  podman exec "$container" cat sbom.cdx.json | node deploy/container/bill-of-materials.mjs
  end "$container"

  container=$(start_bare --env FAKEXEN_SEED=examples/xengt.yaml)
  until_healthy "$container"
  [[ $(get "$container" /domains) == *'"domid":1'* ]] || fail 'does not take a seed'

  container=$(start_bare --volume fakexen-state:/state --env FAKEXEN_STATE_DIR=/state)
  until_healthy "$container"
  podman exec "$container" node -e "fetch('http://127.0.0.1:8080/hosts/ci-7', { method: 'PUT' })"
  end "$container"
  container=$(start_bare --volume fakexen-state:/state --env FAKEXEN_STATE_DIR=/state)
  until_healthy "$container"
  [[ $(get "$container" /hosts/ci-7/domains) == *'"restore":"/hosts/ci-7/restore"'* ]] || fail 'does not keep its hosts in a volume'

  container=$(start_bare --env FAKEXEN_TOKEN=sesame)
  until_healthy "$container"
  [[ $(get "$container" /domains) == *'"status":401'* ]] || fail 'lets in who has no token'
}

end() {
  local started ms status
  started=$(date +%s%N)
  podman stop --time 10 "$1" >/dev/null 2>>"$WORK/podman.log"
  ms=$((($(date +%s%N) - started) / 1000000))
  status=$(podman inspect --format '{{.State.ExitCode}}' "$1")
  [[ $status == 0 ]] || fail "SIGTERM ends it with status $status"
  echo "container: SIGTERM ended it with status 0 after $ms ms, podman's own time included"
}
