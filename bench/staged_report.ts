import { parseArgs } from "node:util";
import { generate } from "../src/generate.ts";
import { openHostEffects } from "../src/host/host_effects.ts";
import { loadConfig } from "../src/host/file/config_file.ts";
import { divideTime, profileRun, type Wait } from "./profile.ts";
import { noteWaits } from "./waited_effects.ts";

// Writes a report in this thread alone, and prints the seconds of each stage as JSON. The profile,
// where a file is named for it, opens in a browser's developer tools.
const { values: { config: named, out = "dist", profile: kept } } = parseArgs({
  args: Deno.args,
  options: { config: { type: "string" }, out: { type: "string" }, profile: { type: "string" } },
});
await using loaded = await loadConfig(named);
const waits: Wait[] = [];
const { folder, config, source } = loaded;
const ignore = (): void => {};
const told = { foresee: ignore, tell: ignore, note: ignore, warn: ignore };
const effects = await openHostEffects({ folder, out, jobs: 1, ...told });
const { profile, began } = await profileRun(
  () => generate(config, noteWaits(effects, waits), { source }),
);
if (kept !== undefined) await Deno.writeTextFile(kept, JSON.stringify(profile));
const times = JSON.stringify(divideTime(profile, { began, waits }));
await Deno.stdout.write(new TextEncoder().encode(times));
