#!/usr/bin/env bash
# Builds everything, runs every test, and ends with one line: N passed, N failed, N skipped.
# Installs by itself what the tests need: a broker, PostgreSQL, a browser and Chinese fonts.
# usage: ./test.sh            everything
#        ./test.sh NAME ...   only the test projects whose name contains one of NAME ("Console.Web" for the console's own tests)
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
# What runs for a minute or two does not earn back code measured while it runs, nor pages that are never both writable and executable.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0

# What the tests' databases, queues and ledgers hold ends with the run: it lies in memory where there is room, because no disk need keep it.
if [ "$(df --output=avail -BM /dev/shm 2>/dev/null | tail -n 1 | tr -dc 0-9)" -ge 4096 ] 2>/dev/null \
  && [ "$(awk '/^MemAvailable/ { print int($2 / 1024) }' /proc/meminfo)" -ge 8192 ]; then
  TMPDIR=$(mktemp -d /dev/shm/tests-XXXXXX) && chmod 1777 "$TMPDIR" && export TMPDIR
  memory=$TMPDIR
fi

# Each job is a process group of its own, so that whoever interrupts the run ends the tests with their servers as well, and then their data goes.
set -m
end() {
  local job try
  for job in $(jobs -p); do kill -KILL -- "-$job" 2>/dev/null; done
  wait 2>/dev/null
  # The servers of killed tests see it and end; until then they may still write.
  [ -z "${memory:-}" ] || for try in 1 2 3 4 5; do rm -rf "$memory" 2>/dev/null && break; sleep "$try"; done
}
trap end EXIT

results=artifacts/test-results
passed=0 failed=0 skipped=0
started=$SECONDS

say() { printf '\n\033[1m== %s\033[0m  (%d s)\n' "$1" $((SECONDS - started)); }
wanted() {
  [ ${#only[@]} -eq 0 ] && return 0
  local name; for name in "${only[@]}"; do [[ $1 == *"$name"* ]] && return 0; done
  return 1
}
finish() {
  printf '\n%d s\n%d passed, %d failed, %d skipped\n' $((SECONDS - started)) "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}
# Adds a trx file's counters to the totals; a run that left none is a failure, never silence.
count() {
  local counters
  counters=$(grep -o '<Counters [^>]*>' "$1" 2>/dev/null) || { failed=$((failed + 1)); echo "没有测试结果 / no result: $1"; return; }
  local total executed ok
  total=$(grep -oP '\btotal="\K\d+' <<<"$counters") executed=$(grep -oP '\bexecuted="\K\d+' <<<"$counters") ok=$(grep -oP '\bpassed="\K\d+' <<<"$counters")
  passed=$((passed + ok)) failed=$((failed + executed - ok)) skipped=$((skipped + total - executed))
}

only=("$@")
rm -rf "$results" && mkdir -p "$results"

say "软件包 / packages"
tools/install-packages.sh /usr/lib/rabbitmq/bin/rabbitmq-server=rabbitmq-server '/usr/lib/postgresql/*/bin/postgres=postgresql' \
  /usr/bin/chromium=chromium '/usr/share/fonts/opentype/noto/NotoSansCJK*=fonts-noto-cjk' || exit 1

say "控制台 / console"
{ tools/install-console-packages.sh && (cd src/Console && npm run --silent check && npm run --silent build); } || { failed=$((failed + 1)); finish; }
if wanted Console.Web; then
  (cd src/Console && npm test --silent -- --reporter=default --reporter=json --outputFile="../../$results/console.json")
  read -r ok bad skip < <(node -e 'const r=require(process.argv[1]);console.log(r.numPassedTests,r.numFailedTests,r.numPendingTests+r.numTodoTests)' "$PWD/$results/console.json" || echo 0 1 0)
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + skip))
fi

say "编译 / build"
dotnet build Platform.sln -c Release -nodeReuse:false -v:quiet -clp:NoSummary || { failed=$((failed + 1)); finish; }

# Two projects at a time: one waits for its broker or browser while the other computes. The longest begin first.
# A test that hangs is ended and dumped. Its limit lies far above the longest silence there is: the system's tests begin when their
# stories of ten years have been played, which took a machine at its limit five minutes.
run() {
  local name; name=$(basename "$1" .csproj)
  dotnet test "$1" -c Release --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    --logger "console;verbosity=normal" --blame-hang-timeout 15m >"$results/$name.log" 2>&1
  echo $? >"$results/$name.status"
  { flock 9; say "$name"; grep -v '^  Passed ' "$results/$name.log"; } 9>"$results/output.lock"
}
projects=()
for name in Funding.Service Console Reporting.Service Registry.Service System Messaging AppHost.Local; do projects+=("tests/$name.Tests/$name.Tests.csproj"); done
for project in tests/*.Tests/*.csproj; do [[ " ${projects[*]} " == *" $project "* ]] || projects+=("$project"); done
for project in "${projects[@]}"; do
  wanted "$(basename "$project" .csproj)" || continue
  while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
  run "$project" &
done
wait

for status in "$results"/*.status; do
  [ -e "$status" ] || continue
  before=$failed
  count "${status%.status}.trx"
  # A crash after the last result still counts.
  [ "$(cat "$status")" -ne 0 ] && [ "$failed" -eq "$before" ] && failed=$((failed + 1))
done

if [ "$failed" -gt 0 ]; then
  say "失败 / failed"
  for status in "$results"/*.status; do
    [ -e "$status" ] && [ "$(cat "$status")" -ne 0 ] || continue
    log=${status%.status}.log
    echo "-- $(basename "$log" .log)"
    # A run that was ended from outside names no test: then the end of what it said tells why.
    grep -hE -A12 '\[FAIL\]|Cleanup Failure' "$log" | grep -vE '\[SKIP\]|^  (Passed|Skipped) |holds no connection string' || tail -n 30 "$log"
  done
fi

finish
