import assert from "node:assert/strict";
import process from "node:process";
import { requireNode } from "../../../src/host/process/node_version.ts";

Deno.test("requireNode() takes Deno, and Node from 22.12 on", () => {
  for (const version of [process.versions.node, "22.12.0", "22.23.3", "24.0.0", "100.1.0"]) {
    requireNode(version);
  }
});

Deno.test("requireNode() refuses an older Node, and says which is needed", () => {
  for (const version of ["22.11.0", "20.20.2", "9.11.2"]) {
    assert.throws(() => requireNode(version), {
      message: `Cannot run on Node ${version}: convatlas needs 22.12.0 or later, or Deno 2.9`,
    });
  }
});
