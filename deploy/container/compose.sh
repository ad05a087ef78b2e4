# shellcheck shell=bash
# `compose.yaml`, brought up by podman-compose and taken down again.

try_compose() {
  local compose=(podman-compose --file deploy/compose.yaml)
  FAKEXEN_PORT=$(node --input-type module --eval "console.log(await (await import('./deploy/free-port.mjs')).freePort())")
  export FAKEXEN_PORT FAKEXEN_TOKEN=sesame
  "${compose[@]}" up --no-build --detach >"$WORK/compose.log" 2>&1 || fail "compose: $(tail -5 "$WORK/compose.log")"
  curl --silent --fail --retry 9 --retry-delay 1 --retry-all-errors \
    --header 'authorization: Bearer sesame' "http://127.0.0.1:$FAKEXEN_PORT/domains/1" >/dev/null || fail "compose: its host has no domain 1"
  "${compose[@]}" down >"$WORK/compose.log" 2>&1 || fail "compose: $(tail -5 "$WORK/compose.log")"
}
