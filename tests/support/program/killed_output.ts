import fs from "node:fs/promises";
import { openOutput } from "../../../src/host/output/output.ts";

// Writes a report into a folder and ends, as if killed, before a number of renames.
const [out = "", renames = "0", mount = "no"] = Deno.args;

const { rename } = fs;
let left = Number(renames);

fs.rename = async (from, to) => {
  const isProbe = String(from).endsWith("/probe");
  if (isProbe && mount === "yes") throw new Error("EXDEV"); // as a mount point's parent
  if (!isProbe && left-- === 0) Deno.exit(137);
  await rename(from, to);
};

const output = await openOutput(out, { warn: () => {} });
await output.write("net/conv/page.txt", "new");
await output.write("net/added.txt", "new");
await output.write("report.json", '{"format":"convatlas-report","version":1}');
await output.commit();
