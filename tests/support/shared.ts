import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const named = Deno.env.get("CONVATLAS_SHARED");

/** The folder of reference results, real models and photos, which is not part of the project. */
export const sharedFolder = named ?? fileURLToPath(new URL("../../../shared", import.meta.url));

/** Whether the tests that need the folder run: where it is named they do, and fail without it. */
export const hasShared = named !== undefined || existsSync(`${sharedFolder}/golden`);

/** Registers a test that reads the reference folder, or says in a line that it is skipped. */
export function testShared(
  name: string,
  run: (t: Deno.TestContext) => void | Promise<void>,
): void {
  const note = hasShared
    ? ""
    : ` (skipped: no ${sharedFolder}, CONVATLAS_SHARED names another place)`;
  Deno.test({ name: `${name}${note}`, ignore: !hasShared, fn: run });
}

/** Gives the path of a file in the reference folder. */
export function sharedPath(path: string): string {
  return `${sharedFolder}/${path}`;
}
