import type { Job } from "../effects.ts";
import { answersJob } from "./answers_job.ts";
import { comparedKernelsJob } from "./compared_kernels_job.ts";
import { comparedMapsJob } from "./compared_maps_job.ts";
import { composedJob } from "./composed_job.ts";
import { datasetJob } from "./dataset_job.ts";
import { kernelCosinesJob } from "./kernel_cosines_job.ts";
import { kernelsJob } from "./kernels_job.ts";
import { mapsJob } from "./maps_job.ts";
import { pagesJob } from "./pages_job.ts";
import { pairedMapsJob } from "./paired_maps_job.ts";
import { patchesJob } from "./patch/patches_job.ts";
import { photoJob } from "./photo_job.ts";
import { picturesJob } from "./pictures_job.ts";
import { studyJob } from "./study_job.ts";
import { tallyJob } from "./tally/tally_job.ts";
import { tilesJob } from "./patch/tiles_job.ts";
import { trialJob } from "./trial/trial_job.ts";

/** All jobs, by their names: how a thread that cannot be sent functions finds them. */
export const JOBS: ReadonlyMap<string, Job<never, unknown>> = new Map(
  [
    answersJob,
    comparedKernelsJob,
    comparedMapsJob,
    composedJob,
    datasetJob,
    kernelCosinesJob,
    kernelsJob,
    mapsJob,
    pagesJob,
    pairedMapsJob,
    patchesJob,
    photoJob,
    picturesJob,
    studyJob,
    tallyJob,
    tilesJob,
    trialJob,
  ].map((job) => [job.name, job]),
);
