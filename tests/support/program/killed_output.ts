import { openOutput } from "../../../src/host/output/output.ts";

// Writes a report into a folder and ends, as if killed, before a number of renames.
const [out = "", renames = "0", mount = "no"] = Deno.args;

const rename = Deno.rename;
let left = Number(renames);

Deno.rename = async (from, to) => {
  const isProbe = String(from).endsWith("/probe");
  if (isProbe && mount === "yes") throw new Deno.errors.NotSupported(); // as a mount point's parent
  if (!isProbe && left-- === 0) Deno.exit(137);
  await rename(from, to);
};

const output = await openOutput(out, { warn: () => {} });
await output.write("net/conv/page.txt", "new");
await output.write("net/added.txt", "new");
await output.write("report.json", '{"format":"convatlas-report","version":1}');
await output.commit();
