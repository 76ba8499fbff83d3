#!/usr/bin/env bash
# Installs Debian/Ubuntu packages that are missing, without leaving a service of theirs running or enabled:
# the platform starts its own broker and databases on ports and folders of its own.
# usage: install-packages.sh PROBE=PACKAGE ...     PROBE is a file (globs allowed) that tells that the package is there
set -euo pipefail

missing=()
for pair in "$@"; do
  compgen -G "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "缺少软件包 / missing packages: ${missing[*]}" >&2
  echo "本机没有 apt-get,请用系统的包管理器安装后重试。 / No apt-get here: install them with this system's package manager, then run again." >&2
  exit 1
fi

sudo=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "需要 root 权限安装 / installing needs root: apt-get install ${missing[*]}" >&2; exit 1; }
  sudo=(sudo)
fi

echo "安装 / installing: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# RUNLEVEL=1: the packages' scripts do not start their services.
if ! { "${sudo[@]}" apt-get update -qq && "${sudo[@]}" env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  echo "安装失败 / installation failed:" >&2
  tail -20 "$log" >&2
  exit 1
fi

if command -v systemctl >/dev/null && [ -d /run/systemd/system ]; then
  for unit in rabbitmq-server postgresql; do
    if [[ " ${missing[*]} " == *" $unit "* ]]; then "${sudo[@]}" systemctl disable --now "$unit" >/dev/null 2>&1 || true; fi
  done
  # Erlang's port mapper comes with the broker.
  if [[ " ${missing[*]} " == *" rabbitmq-server "* ]]; then "${sudo[@]}" systemctl disable --now epmd.socket epmd.service >/dev/null 2>&1 || true; fi
fi
