# shellcheck shell=bash
# A container engine of its own: podman and runc of Debian, with all that they keep in $WORK.

readonly TOOLS=(podman runc containernetworking-plugins podman-compose debootstrap debian-archive-keyring curl)

# What of it is missing and cannot be installed is an engine that cannot be had: status 1.
install_engine() {
  [[ $(id -u) == 0 ]] || return 1
  local missing=()
  for tool in "${TOOLS[@]}"; do
    dpkg-query --show --showformat '${Status}' "$tool" 2>/dev/null | grep -q 'ok installed' || missing+=("$tool")
  done
  if ((${#missing[@]} > 0)); then
    echo "installing ${missing[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
      apt-get install -qq -y --no-install-recommends "${missing[@]}" >"$WORK/apt.log" || return 1
  fi
  configure_engine && podman info >"$WORK/info.log"
}

# Plain `podman` is this one from here on, in every program that is started. Raising limits may be refused.
configure_engine() {
  export CONTAINERS_CONF=$WORK/containers.conf CONTAINERS_STORAGE_CONF=$WORK/storage.conf
  cat >"$CONTAINERS_CONF" <<-END
	[containers]
	default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
	[engine]
	runtime = "runc"
	cgroup_manager = "cgroupfs"
	events_logger = "none"
	[network]
	network_backend = "cni"
	END
  storage_by overlay
  podman info >"$WORK/info.log" 2>&1 || storage_by vfs
}

storage_by() {
  rm -rf "$WORK/store"
  printf '[storage]\ndriver = "%s"\ngraphroot = "%s"\nrunroot = "%s"\n' "$1" "$WORK/store" "$WORK/run" \
    >"$CONTAINERS_STORAGE_CONF"
}

# What podman cleans up by itself, it may still be about.
remove_engine() {
  [[ -z ${CONTAINERS_STORAGE_CONF:-} ]] || podman rm --all --force --time 0 >"$WORK/rm.log" 2>&1 || true
  for _ in {1..20}; do
    umount "$WORK/store/overlay" 2>/dev/null || true
    rm -rf "$WORK" 2>/dev/null && return
    sleep 0.2
  done
  echo "container: $WORK could not be removed" >&2
}
