#!/usr/bin/env bash
# Makes a migration for all three databases of every service whose model has changed (or of one service).
# usage: tools/add-migration.sh NAME [Registry|Funding|Reporting|Gateway]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

name=${1:?usage: tools/add-migration.sh NAME [SERVICE]}
services=("${@:2}")
[ ${#services[@]} -gt 0 ] || services=(Registry Funding Reporting Gateway)

# The tools start each service's Program.cs to learn its model; no server is contacted.
at_design_time() {
  env ASPNETCORE_ENVIRONMENT=Development Database__Provider="$provider" "ConnectionStrings__${service,,}-db=${address[$provider]}" \
    ConnectionStrings__messaging=amqp://localhost Keycloak__realm=platform Keycloak__auth-server-url=http://localhost:8180/ \
    Keycloak__resource=platform-api Keycloak__ssl-required=none Keycloak__ClientId=platform-gateway Keycloak__Credentials__Secret=none \
    services__registry__http__0=http://localhost services__funding__http__0=http://localhost services__reporting__http__0=http://localhost "$@"
}
declare -A address=([Sqlite]="Data Source=design-time.db" [SqlServer]="Server=localhost;Database=d" [Postgres]="Host=localhost;Database=d")

dotnet tool restore >/dev/null
for service in "${services[@]}"; do
  project=src/$service.Service
  [ -d "$project" ] || project=src/$service
  dotnet build "$project" -nodeReuse:false -v:quiet -clp:NoSummary
  for provider in Sqlite SqlServer Postgres; do
    context=$provider${service}Db
    if at_design_time dotnet ef migrations has-pending-model-changes --no-build -p "$project" -c "$context" >/dev/null 2>&1; then
      echo "$context: unchanged"
    else
      if ! made=$(at_design_time dotnet ef migrations add "$name" --no-build -p "$project" -c "$context" -o "Data/Migrations/$provider" 2>&1); then
        echo "$made" >&2
        exit 1
      fi
      echo "$context: $name"
    fi
  done
done
