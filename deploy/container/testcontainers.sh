# shellcheck shell=bash
# `fakexen/testcontainers` against the socket on which podman speaks as Docker does.

try_testcontainers() {
  local service status=0
  node scripts/run.mjs all
  podman system service --time 0 "unix://$WORK/docker.sock" 2>"$WORK/service.log" &
  service=$!
  until [[ -S $WORK/docker.sock ]]; do sleep 0.1; done
  DOCKER_HOST=unix://$WORK/docker.sock TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 \
    node deploy/container/try-testcontainers.mjs "$IMAGE" || status=$?
  kill "$service"
  wait "$service" || true
  ((status == 0)) || fail "Testcontainers: $(tail -5 "$WORK/service.log")"
}
