#!/usr/bin/env bash
# Measures a dataset in parts as an array of Slurm, and puts them together in a job that depends on it.
# A task whose node fails, or that is preempted, is queued again. Where one fails by itself the merge is
# given up; the same command goes on from there: parts that are there and whole are not done again.
#
#   deploy/slurm.sh 64                           64 tasks
#   deploy/slurm.sh 64 --partition=cpu --time=2:00:00
#   deploy/slurm.sh 64 --array=1-64%8            no more than 8 at once
#
# CONVATLAS is the program, for which `convatlas` stands; CONFIG and the folder PARTS may be set. All
# nodes see this folder under the same path.
set -euo pipefail

of=${1:?how many parts}
shift
program=${CONVATLAS:-convatlas}
parts=${PARTS:-parts}
mkdir -p "$parts"

whole=() # the options of the merge, which is no array
for option; do [[ $option = --array=* ]] || whole+=("$option"); done

array=$(sbatch --parsable --job-name=convatlas --array="1-$of" --requeue \
  --cpus-per-task=4 --mem=4G --output="$parts/%a.log" "$@" \
  --wrap "$program measure --quiet --jobs \$SLURM_CPUS_ON_NODE ${CONFIG:+--config $CONFIG} \
    --shard \$SLURM_ARRAY_TASK_ID/$of --out $parts/\$SLURM_ARRAY_TASK_ID.tally")

merge=$(sbatch --parsable --job-name=convatlas-merge --output="$parts/merge.log" "${whole[@]}" \
  --dependency="afterok:${array%%;*}" --kill-on-invalid-dep=yes \
  --wrap "$program merge $(seq -s ' ' -f "$parts/%.0f.tally" "$of") --out all.tally")

echo "parts: job $array, merge: job $merge"
