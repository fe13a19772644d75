// @ts-types="npm:@types/picomatch@4.0.3"
import picomatch from "picomatch";

// Node names look like paths but are not: `*` also crosses "/" and takes a leading ".", and
// backslashes are no separators.
const options = {
  bash: true,
  dot: true,
  nonegate: true,
  noextglob: true,
  windows: false,
};

/**
 * Tells whether a text matches a glob of `*`, `?`, `[…]` and `{…,…}`, where `*` stands for any
 * characters at all.
 */
export function matchGlob(
  glob: string,
  text: string,
  { ignoreCase = false }: { ignoreCase?: boolean } = {},
): boolean {
  if (glob === "*") return true; // picomatch has it match neither "" nor "."
  return picomatch(takeLiterally(glob), { ...options, flags: ignoreCase ? "si" : "s" })(text);
}

// To picomatch parentheses group and a leading "./" is dropped; in a node's name they are
// themselves.
function takeLiterally(glob: string): string {
  return glob.replace(/^\.(?=\/)/, "[.]").replace(/(?<!\\)[()|]/g, "\\$&");
}
