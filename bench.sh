#!/usr/bin/env bash
# Measures what must stay fast, on real databases of its own that are gone afterwards.
# usage: ./bench.sh directory [ROWS ...]   lists, filters and names; 10000 and 1000000 institutions unless told otherwise
#        ./bench.sh imports [ROWS]         a table of 100000 rows with 500 wrong ones, from upload to effect
#        ./bench.sh approve [ROUNDS]       approvals of advances by 1, 8 and 64 clients, beside the same rows and commits by bare ADO.NET
#        ./bench.sh settle [BODIES ...]    settling a year beside the same rows by bare ADO.NET; 1000, 10000 and 100000 bodies
# ONLY=Sqlite or ONLY=Postgres measures one database.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet run --project bench -c Release -p:RunAnalyzers=false -v:quiet -- "$@"
