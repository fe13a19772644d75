import assert from "node:assert/strict";
import { join } from "node:path";
import { measureRoom, requireRoom } from "../../../src/host/output/room.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

Deno.test("measureRoom() measures above a place where nothing is yet", async () => {
  await using folder = await makeTempFolder();
  const room = await measureRoom(join(folder.path, "not/yet/there"));
  assert(room !== null && room > 0, String(room));
});

Deno.test("requireRoom() refuses what the disk does not take, and says how much is left", async () => {
  await using folder = await makeTempFolder();
  await requireRoom(folder.path, "dist", 1000);
  await assert.rejects(requireRoom(folder.path, "dist", 1e18), {
    name: "RangeError",
    message:
      /^Cannot write report to "dist": it would take about 1000000000 GB, and \S+ .B are left on the disk$/,
  });
});
