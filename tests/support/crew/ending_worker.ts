// A thread for jobs that does two things: it answers the job `well`, and ends of all others.
self.addEventListener("message", (event) => {
  const { data: { job } } = event as MessageEvent<{ readonly job: string }>;
  if (job === "well") return self.postMessage({ kind: "done", output: "well" });
  setTimeout(() => {
    throw new RangeError("Array buffer allocation failed");
  });
});
self.postMessage({ kind: "ready" });
