#!/usr/bin/env bash
# Measures a dataset in parts with GNU parallel, as many at once as there are cores, and puts them
# together. It goes on where it was stopped: parts that are there and whole are not done again.
#
#   deploy/parallel.sh 64                        64 parts on this machine
#   deploy/parallel.sh 64 -S 8/one,16/two        8 at once on host one, 16 on host two, over ssh; both
#                                                see this folder under the same path
#
# CONVATLAS is the program, for which `convatlas` stands; CONFIG, JOBS and the folder PARTS may be set.
set -euo pipefail

of=${1:?how many parts}
shift
program=${CONVATLAS:-convatlas}
parts=${PARTS:-parts}
mkdir -p "$parts"

seq "$of" | parallel --workdir "$PWD" --retries 3 --halt soon,fail=1 --joblog "$parts/log" "$@" \
  "$program measure --quiet --jobs ${JOBS:-1} ${CONFIG:+--config $CONFIG} \
    --shard {}/$of --out $parts/{}.tally"

$program merge $(seq -f "$parts/%.0f.tally" "$of") --out all.tally
