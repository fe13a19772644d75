import assert from "node:assert/strict";
import type { PlacedPhoto } from "../../src/dataset/shard.ts";
import { createFiles } from "../../src/host/file/files.ts";
import { isLost, openDataset } from "../../src/measure/dataset_files.ts";
import { createError, findReason } from "../../src/reason/error.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const photo: PlacedPhoto = {
  path: "a.png",
  file: "a.png",
  bytes: 4,
  start: null,
  label: null,
  place: 0,
};

/** Reads a photo of a folder that holds some files, and gives the error. */
async function failAt(
  asked: Partial<PlacedPhoto>,
  present: Readonly<Record<string, string>>,
): Promise<Error> {
  await using folder = await makeTempFolder(present);
  using files = openDataset(createFiles(folder.path));
  return await files.read({ ...photo, ...asked }).then(
    () => assert.fail("it was read"),
    (error: Error) => error,
  );
}

Deno.test("a photo that was listed and is there no more is lost", async () => {
  const error = await failAt({}, {});
  assert.match(
    error.message,
    /^Cannot read photo "a\.png" any more: there is no such file; nothing/,
  );
  assert(isLost(findReason(error)));
});

Deno.test("a photo that has other bytes than were listed is lost", async () => {
  const error = await failAt({}, { "a.png": "12345" });
  assert.match(error.message, /^Cannot measure photo "a\.png": it has 5 bytes, and had 4 when/);
  assert(isLost(findReason(error)));
});

Deno.test("a photo that a share does not give is lost", async () => {
  const files = createFiles(".");
  const reason = { code: "unforeseen", text: "i/o error" } as const;
  const load = () => Promise.reject(createError(Error, { code: "unread", file: "a.png", reason }));
  using opened = openDataset({ ...files, load });
  await assert.rejects(opened.read(photo), (error) => {
    assert.match(
      String(error),
      /^Error: Cannot read photo "a\.png" any more: i\/o error; nothing is/,
    );
    return isLost(findReason(error));
  });
});

Deno.test("a photo whose archive is there no more, or ends before it, is lost", async () => {
  const within = { path: "all.tar/a.png", file: "all.tar", start: 512 };
  const gone = await failAt(within, {});
  assert.match(
    gone.message,
    /^Cannot read photo "all\.tar\/a\.png" any more: there is no such file;/,
  );
  const cut = await failAt(within, { "all.tar": "x".repeat(514) });
  assert.match(cut.message, /^Cannot measure photo "all\.tar\/a\.png": it has 2 bytes, and had 4/);
  assert([gone, cut].map(findReason).every(isLost));
});

Deno.test("a photo that was never there, or is no file, is only broken", async () => {
  const never = await failAt({ bytes: 0 }, {});
  assert.match(never.message, /^Cannot read file "a\.png": there is no such file$/);
  const folder = await failAt({}, { "a.png/b": "" });
  assert.match(folder.message, /^Cannot read file "a\.png": it is a folder$/);
  assert.equal([never, folder].map(findReason).some(isLost), false);
});
