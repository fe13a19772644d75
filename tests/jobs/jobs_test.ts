import assert from "node:assert/strict";
import { JOBS } from "../../src/jobs/jobs.ts";

Deno.test("JOBS has every job under its name", async () => {
  const folder = new URL("../../src/jobs/", import.meta.url);
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith("_job.ts")) continue;
    const noun = name.replace("_job.ts", "").replaceAll("_", " ");
    const variable = noun.replace(/ (.)/g, (_, letter) => letter.toUpperCase());
    const { [`${variable}Job`]: job } = await import(new URL(name, folder).href);
    assert.equal(job.name, noun);
    assert.equal(JOBS.get(noun), job);
  }
});
