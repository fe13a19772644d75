import assert from "node:assert/strict";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { JOBS } from "../../src/jobs/jobs.ts";
import { listTree } from "../support/temp_folder.ts";

Deno.test("JOBS has every job under its name", async () => {
  const folder = new URL("../../src/jobs/", import.meta.url);
  for (const path of await listTree(fileURLToPath(folder))) {
    if (!path.endsWith("_job.ts")) continue;
    const noun = basename(path, "_job.ts").replaceAll("_", " ");
    const variable = noun.replace(/ (.)/g, (_, letter) => letter.toUpperCase());
    const { [`${variable}Job`]: job } = await import(new URL(path, folder).href);
    assert.equal(job.name, noun);
    assert.equal(JOBS.get(noun), job);
  }
});
