import { parentPort } from "node:worker_threads";

// A thread for jobs that does two things: it answers the job `well`, and ends of all others.
parentPort!.on("message", ({ job }: { readonly job: string }) => {
  if (job === "well") return parentPort!.postMessage({ kind: "done", output: "well" });
  setTimeout(() => {
    throw new RangeError("Array buffer allocation failed");
  });
});
parentPort!.postMessage({ kind: "ready" });
