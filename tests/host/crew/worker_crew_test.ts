import assert from "node:assert/strict";
import type { Job, Tools } from "../../../src/effects.ts";
import { jobTools } from "../../../src/host/crew/job_tools.ts";
import { createThreadCrew } from "../../../src/host/crew/thread_crew.ts";
import { openWorkerCrew } from "../../../src/host/crew/worker_crew.ts";
import { kernelsJob } from "../../../src/jobs/kernels_job.ts";
import { findReason } from "../../../src/reason/error.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

const ENDING = new URL("../../support/crew/ending_worker.ts", import.meta.url);

// A job that answers in this thread what it would in another.
function describeJob(name: string): Job<null, string> {
  return { name, work: () => Promise.resolve("here") };
}

const noTools = {} as Tools;

Deno.test("openWorkerCrew() does jobs side by side as one thread does them", async () => {
  const crew = openWorkerCrew(jobTools, { size: 2 });
  const random = createRandom(5);
  const inputs = [3, 8, 1, 5].map((count) => ({
    kernels: randomTensor(random, [count, 2, 3, 3], -1, 1),
    known: { bias: random.floats(count) },
    drawings: [],
    leading: true,
    values: { folder: `net/conv${count}/values`, form: "compact" as const },
    npy: `net/conv${count}.npy`,
    spread: { tag: "conv/kernels/weights", step: 0 },
  }));
  const done = await Promise.all(inputs.map((input) => crew.do(kernelsJob, input)));
  crew.close();
  const own = createThreadCrew(jobTools);
  for (const [i, input] of inputs.entries()) {
    assert.deepEqual(done[i], await own.do(kernelsJob, input)); // what was given is as it was
  }
});

Deno.test("openWorkerCrew() fails with the reason of a job", async () => {
  const crew = openWorkerCrew(jobTools, { size: 2 });
  const kernels = { data: new Float32Array(4), dims: [1, 1, 2, 2] };
  const picture = { kind: "no such kind" };
  const input = { kernels, known: {}, drawings: [{ picture }], values: null, npy: null };
  const failing = crew.do(kernelsJob, input as never);
  const error = await failing.catch((error) => error);
  const own = await createThreadCrew(jobTools).do(kernelsJob, input as never).catch((e) => e);
  crew.close();
  assert(error instanceof Error);
  assert.deepEqual(findReason(error), findReason(own));
  assert.equal(error.message, own.message);
});

Deno.test("openWorkerCrew() fails the job whose thread ends, and starts another for the next", async () => {
  const crew = openWorkerCrew(noTools, { size: 2, module: ENDING });
  assert.equal(await crew.do(describeJob("well"), null), "well");
  const error = await crew.do(describeJob("ill"), null).catch((error) => error);
  assert.deepEqual(findReason(error), {
    code: "thread-ended",
    text: "Array buffer allocation failed",
  });
  assert.equal(await crew.do(describeJob("well"), null), "well");
  crew.close();
});

Deno.test("openWorkerCrew() does the jobs in this thread where none starts", async () => {
  const module = new URL("no_such_file.ts", ENDING);
  const crew = openWorkerCrew(noTools, { size: 2, module });
  const done = await Promise.all([1, 2, 3].map(() => crew.do(describeJob("well"), null)));
  assert.deepEqual(done, ["here", "here", "here"]);
  crew.close();
});

Deno.test("openWorkerCrew() goes on when what a job is given cannot be sent", async () => {
  const crew = openWorkerCrew(noTools, { size: 2, module: ENDING });
  const sent: Job<() => void, string> = { name: "well", work: () => Promise.resolve("here") };
  await assert.rejects(crew.do(sent, () => {}), { name: "DataCloneError" });
  assert.equal(await crew.do(describeJob("well"), null), "well");
  crew.close();
});

Deno.test("openWorkerCrew() does in this thread what its workers have no place for", async () => {
  const crew = openWorkerCrew(noTools, { size: 2, module: ENDING });
  const jobs = Array.from({ length: 500 }, () => crew.do(describeJob("well"), null));
  const done = await Promise.all(jobs);
  assert.deepEqual(done.slice(0, 3), ["well", "well", "well"]);
  assert(done.includes("here")); // a worker that answers at once takes some of the others too
  crew.close();
});

Deno.test("openWorkerCrew() gives the jobs to others that a worker had not begun when it ended", async () => {
  const crew = openWorkerCrew(noTools, { size: 2, module: ENDING });
  const names = ["ill", "well", "well"];
  const done = await Promise.allSettled(names.map((name) => crew.do(describeJob(name), null)));
  assert.deepEqual(done.map(({ status }) => status), ["rejected", "fulfilled", "fulfilled"]);
  crew.close();
});

Deno.test("openWorkerCrew() moves what a job takes to a thread that is there", async () => {
  const crew = openWorkerCrew(noTools, { size: 2, module: ENDING });
  const taking: Job<Float32Array, string> = {
    name: "well",
    work: () => Promise.resolve("here"),
    takesInput: true,
  };
  const kept = new Float32Array(8);
  assert.equal(await crew.do({ ...taking, takesInput: false }, kept), "well");
  assert.equal(kept.length, 8);
  const [taken, part] = [new Float32Array(8), new Float32Array(8).subarray(0, 4)];
  assert.equal(await crew.do(taking, taken), "well");
  assert.equal(await crew.do(taking, part), "well");
  assert.deepEqual([taken.length, part.length], [0, 4]); // others may see the rest of the buffer
  crew.close();
});

Deno.test("openWorkerCrew() fails a job whose thread ends with what it took, before it begins", async () => {
  const crew = openWorkerCrew(noTools, { size: 2, module: ENDING });
  assert.equal(await crew.do(describeJob("well"), null), "well"); // it is there
  const taking = { ...describeJob("well"), takesInput: true };
  const jobs = [describeJob("ill"), taking, describeJob("well")];
  const done = await Promise.allSettled(jobs.map((job) => crew.do(job, null)));
  assert.deepEqual(done.map(({ status }) => status), ["rejected", "rejected", "fulfilled"]);
  crew.close();
});
