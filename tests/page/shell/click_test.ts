import assert from "node:assert/strict";
import { isPlainClick } from "../../../src/page/shell/click.ts";

const PLAIN = {
  defaultPrevented: false,
  button: 0,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
};

function ask(change: Partial<typeof PLAIN>): boolean {
  return isPlainClick({ ...PLAIN, ...change } as MouseEvent);
}

Deno.test("isPlainClick() takes a click of the first button without keys", () => {
  assert(ask({}));
});

Deno.test("isPlainClick() leaves clicks that the browser or another listener answers", () => {
  const others = [
    { altKey: true }, // saves the link
    { ctrlKey: true },
    { metaKey: true },
    { shiftKey: true },
    { button: 1 },
    { defaultPrevented: true },
  ];
  for (const other of others) assert(!ask(other), JSON.stringify(other));
});
