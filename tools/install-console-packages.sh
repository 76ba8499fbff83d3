#!/usr/bin/env bash
# Installs what the console's package-lock.json locks, unless it is there already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../src/Console"

[[ node_modules/.package-lock.json -nt package-lock.json ]] && exit
# A registry that lacks the optional packages of other systems makes "ci" refuse; "install" takes the same locked versions.
npm ci --no-audit --no-fund --loglevel=silent || npm install --no-audit --no-fund --no-save --loglevel=error
