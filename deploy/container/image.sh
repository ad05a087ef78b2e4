# shellcheck shell=bash
# The image: built from the Dockerfile, and weighed.

readonly IMAGE=localhost/fakexen
readonly MOST_MB=120

# The registry settings and the certificate authority of this machine, where it has any, as secrets.
build() {
  local secrets=() ca=${NODE_EXTRA_CA_CERTS:-}
  [[ -e $HOME/.npmrc ]] && secrets+=(--secret "id=npmrc,src=$HOME/.npmrc")
  [[ -e $ca ]] && secrets+=(--secret "id=ca,src=$ca" --build-arg NODE_EXTRA_CA_CERTS=/run/secrets/ca)
  podman build --isolation chroot --network host --pull=never --layers=false --format docker \
    --build-arg "NODE_IMAGE=$BASE" "${secrets[@]}" --tag "$IMAGE" . >"$WORK/build.log" 2>&1 ||
    fail "build: $(tail -20 "$WORK/build.log")"
}

weigh() {
  local unpacked packed
  unpacked=$(podman image inspect --format '{{.Size}}' "$IMAGE")
  podman save --quiet --format oci-archive --output "$WORK/image.tar" "$IMAGE"
  packed=$(stat --format %s "$WORK/image.tar")
  rm "$WORK/image.tar"
  echo "container: $((packed / 1000000)) MB compressed, $((unpacked / 1000000)) MB unpacked, Node included"
  ((packed < MOST_MB * 1000000)) || fail "is larger than $MOST_MB MB"
}
