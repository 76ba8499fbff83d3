#!/usr/bin/env bash
# Starts the whole platform from a clone: installs what is missing, builds, runs the AppHost, tells the addresses.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export PLATFORM_PORT="${PLATFORM_PORT:-8080}" PLATFORM_IDENTITY_PORT="${PLATFORM_IDENTITY_PORT:-8180}"
export PLATFORM_DASHBOARD_PORT="${PLATFORM_DASHBOARD_PORT:-15888}"
PLATFORM_DATA="$(realpath -m -- "${PLATFORM_DATA:-.data}")"; export PLATFORM_DATA
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Build servers would stay behind when this script has ended.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

# A build output of its own: tests and other builds must not replace the files of a running platform.
readonly output="$PWD/artifacts/run" apphost="$PWD/artifacts/run/bin/AppHost/release/AppHost.dll"
readonly build=(-c Release "-p:ArtifactsPath=$output" -p:RunAnalyzers=false -p:UseSharedCompilation=false)
readonly rabbitmq=/usr/lib/rabbitmq/bin/rabbitmq-server
readonly logs="$PLATFORM_DATA/logs" lock="$PLATFORM_DATA/apphost.lock"

if [[ -t 1 && -z "${NO_COLOR:-}" ]]; then green=$'\e[32m' red=$'\e[31m' plain=$'\e[0m'; else green='' red='' plain=''; fi
say() { printf '%s\n' "$*"; }
done_with() { printf '  %s✓%s %s\n' "$green" "$plain" "$*"; }
fail() { printf '%s%s%s\n' "$red" "$*" "$plain" >&2; exit 1; }

usage() {
  cat <<'TEXT'
用法 usage: ./run.sh [选项 option]

  (无 none)    编译并启动平台,Ctrl-C 停止        build and start the platform; Ctrl-C stops it
  --detach     在后台运行                        run in the background
  --status     各资源的状态                      how each resource is
  --stop       停止                              stop it
  --demo       在运行中的平台上演示各地全过程    play the bureaus' stories into the running platform
  --reset      删除全部本地数据(先询问;--yes 不询问)  delete all local data (asks; --yes does not)
  --aspire     用 Aspire 与容器运行              run on Aspire with containers
  --help       本说明                            this text

变量 variables: PLATFORM_PORT=8080  PLATFORM_IDENTITY_PORT=8180  PLATFORM_DASHBOARD_PORT=15888
  PLATFORM_BROKER_PORT=(自动 free)  PLATFORM_REPLICAS=1  PLATFORM_DATA=.data
  ConnectionStrings__messaging, ConnectionStrings__funding-db (…) + Database__Provider, Keycloak__AuthServerUrl:
  使用已有的消息代理、数据库、Keycloak           use an existing broker, database, Keycloak
说明 more: src/AppHost/README.md
TEXT
}

is_running() { [[ -e "$lock" ]] && ! flock --nonblock "$lock" true; }

announced() { sed -n "s/^ *\"$1\": \"\{0,1\}\([^\",]*\).*/\1/p" "$PLATFORM_DATA/apphost.json" 2>/dev/null || true; }

check_ports() {
  local name value
  for name in PLATFORM_PORT PLATFORM_IDENTITY_PORT PLATFORM_DASHBOARD_PORT PLATFORM_BROKER_PORT PLATFORM_REPLICAS; do
    value="${!name:-}"
    [[ -z "$value" || ( "$value" =~ ^[0-9]{1,5}$ && "$value" -le 65535 ) ]] || fail "$name=$value 不是有效的数字。$name=$value is no valid number."
  done
  (( ${PLATFORM_REPLICAS:-1} >= 1 )) || fail "PLATFORM_REPLICAS 至少为 1。PLATFORM_REPLICAS is at least 1."
}

check_tools() {
  [[ "$(uname -s)" == Linux ]] || fail "此脚本需要 Linux(Debian、Ubuntu 或 WSL)。This script needs Linux (Debian, Ubuntu or WSL)."
  command -v dotnet >/dev/null || fail "缺少 .NET 10 SDK:https://dotnet.microsoft.com/download/dotnet/10.0
The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
  dotnet --list-sdks | grep -q '^10\.' || fail "需要 .NET 10 SDK,现有:$(dotnet --list-sdks | cut -d' ' -f1 | xargs)
The .NET 10 SDK is needed; found: $(dotnet --list-sdks | cut -d' ' -f1 | xargs)
https://dotnet.microsoft.com/download/dotnet/10.0"
  command -v node >/dev/null && command -v npm >/dev/null || fail "缺少 Node.js 20 或更新版本:https://nodejs.org
Node.js 20 or newer is missing: https://nodejs.org"
  local node; node="$(node --version)"; node="${node#v}"
  (( ${node%%.*} >= 20 )) || fail "需要 Node.js 20 或更新版本，现有 $node。Node.js 20 or newer is needed; found $node."
}

install_rabbitmq() {
  [[ -n "$(printenv ConnectionStrings__messaging || true)" ]] || tools/install-packages.sh "$rabbitmq=rabbitmq-server" \
    || fail "缺少 RabbitMQ。请安装 rabbitmq-server(3.10 或更新),使 $rabbitmq 存在，或设置 ConnectionStrings__messaging=amqp://用户:密码@主机:5672
RabbitMQ is missing. Install rabbitmq-server (3.10 or newer) so that $rabbitmq exists, or set ConnectionStrings__messaging=amqp://user:password@host:5672"
}

# Whether anything under the paths is newer than the stamp, or the stamp is missing. A deletion touches its folder.
changed_since() {
  local stamp="$1"; shift
  [[ ! -e "$stamp" ]] || [[ -n "$(find "$@" \( -name node_modules -o -name dist -o -name Console \) -prune -o -newer "$stamp" -print -quit)" ]]
}

build_services() {
  local stamp="$output/built"
  [[ -e "$apphost" ]] && ! changed_since "$stamp" src Directory.Build.props Directory.Packages.props global.json && return
  say "  … 编译服务 building the services"
  mkdir -p "$output"; touch "$output/begun"
  dotnet build src/AppHost "${build[@]}" --nologo -v quiet >"$logs/build.log" 2>&1 \
    || { grep -E 'error' "$logs/build.log" | sort -u | head -n 15 >&2; fail "编译失败，日志 $logs/build.log。The build failed; log: $logs/build.log"; }
  mv "$output/begun" "$stamp"
  done_with "服务已编译 services built"
}

build_console() {
  local stamp=src/Console/dist/.built
  if [[ -e "$stamp" && -z "$(find src/Console \( -name node_modules -o -name dist \) -prune -o -newer "$stamp" -print -quit)" ]]; then return; fi
  say "  … 编译控制台 building the console"
  mkdir -p "$output"; touch "$output/console-begun"
  (
    tools/install-console-packages.sh && cd src/Console &&
    npm run build
  ) >"$logs/console-build.log" 2>&1 \
    || { tail -n 20 "$logs/console-build.log" >&2; fail "控制台编译失败，日志 $logs/console-build.log。The console's build failed; log: $logs/console-build.log"; }
  mv "$output/console-begun" "$stamp"
  done_with "控制台已编译 console built"
}

prepare() {
  check_ports
  check_tools
  # Before the build: it would replace the files of a running platform.
  if is_running; then
    fail "平台已在运行:进程 $(announced processId),$(announced console)。查看 ./run.sh --status,停止 ./run.sh --stop
The platform runs already: process $(announced processId), $(announced console). See ./run.sh --status, stop it by ./run.sh --stop"
  fi
  mkdir -p "$logs" 2>/dev/null || fail "无法写入 $PLATFORM_DATA。$PLATFORM_DATA cannot be written."
  install_rabbitmq
  build_services
  build_console
}

start_detached() {
  prepare
  setsid dotnet "$apphost" </dev/null >"$logs/apphost.log" 2>&1 &
  dotnet "$apphost" wait "$!" && { disown -a; return; }
  is_running || grep -v '^ *…' "$logs/apphost.log" | tail -n 12 >&2
  fail "未能就绪，日志 $logs。Not ready; logs: $logs"
}

status() {
  is_running || { say "未运行 not running ($PLATFORM_DATA)"; exit 3; }
  exec dotnet "$apphost" status
}

stop() {
  is_running || { say "未运行 not running ($PLATFORM_DATA)"; return; }
  dotnet "$apphost" stop
}

demo() {
  is_running || start_detached
  local console; console="$(announced console)"
  exec dotnet run --project tools/Demo "${build[@]}" -- --gateway "$console"
}

reset() {
  is_running && fail "请先停止:./run.sh --stop。Stop it first: ./run.sh --stop"
  [[ -e "$lock" ]] || { say "没有数据 no data ($PLATFORM_DATA)"; return; }
  if [[ "${1:-}" != --yes ]]; then
    [[ -t 0 ]] || fail "将删除 $PLATFORM_DATA;请确认:./run.sh --reset --yes。This deletes $PLATFORM_DATA; confirm by ./run.sh --reset --yes"
    local answer
    read -r -p "删除 $PLATFORM_DATA 中的全部数据?输入 yes 确认。Delete all data in $PLATFORM_DATA? Type yes: " answer
    [[ "$answer" == yes ]] || { say "未删除。Nothing was deleted."; return; }
  fi
  rm -rf -- "$PLATFORM_DATA"
  say "已删除 $PLATFORM_DATA。Deleted $PLATFORM_DATA."
}

aspire() {
  check_ports
  check_tools
  local engine='' candidate
  for candidate in docker podman; do
    if command -v "$candidate" >/dev/null && "$candidate" info >/dev/null 2>&1; then engine="$candidate"; break; fi
  done
  [[ -n "$engine" ]] || fail "不能用 Aspire 运行:没有可用的容器引擎(docker 或 podman)。不用容器请运行 ./run.sh
Cannot run on Aspire: no container engine (docker or podman) answers. Without containers: ./run.sh"
  mkdir -p "$logs"
  local options=(-p:WithAspire=true "-p:ArtifactsPath=$PWD/artifacts/aspire")
  say "  … 编译 building (Aspire, $engine)"
  dotnet build src/AppHost "${options[@]}" --nologo -v quiet >"$logs/aspire-build.log" 2>&1 \
    || { grep -E 'error' "$logs/aspire-build.log" | sort -u | head -n 5 >&2; fail "不能用 Aspire 运行:取不到 Aspire 的软件包，或编译失败，日志 $logs/aspire-build.log。不用 Aspire 请运行 ./run.sh
Cannot run on Aspire: its packages cannot be had or the build failed; log: $logs/aspire-build.log. Without Aspire: ./run.sh"; }
  build_console
  [[ "$engine" != podman ]] || export ASPIRE_CONTAINER_RUNTIME=podman
  exec dotnet run --project src/AppHost --no-build "${options[@]}"
}

case "${1:-}" in
  '') prepare; exec dotnet "$apphost" ;;
  --detach) start_detached ;;
  --status) status ;;
  --stop) stop ;;
  --demo) demo ;;
  --reset) reset "${2:-}" ;;
  --aspire) aspire ;;
  --help | -h) usage ;;
  *) usage >&2; exit 2 ;;
esac
