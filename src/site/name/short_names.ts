/**
 * Shortens names for a list of them: leaves out the words that all begin with, and that all end in,
 * such as `squeezenet0_conv7_fwd` to `conv7`. A name alone stays as it is, and so does one of which
 * a mere number would be left.
 */
export function shortenNames(names: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  for (const signs of ["/_", "/"]) {
    const short = cutShared(names, signs);
    if (short.every((name) => /\p{L}/u.test(name))) return short;
  }
  return names;
}

/** Shortens the names of layers for a list of them: names by ids. */
export function shortenLayers(
  layers: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const names = shortenNames(layers.map(({ name }) => name));
  return new Map(layers.map(({ id }, i) => [id, names[i]!]));
}

function cutShared(names: readonly string[], signs: string): readonly string[] {
  const head = countShared(names, signs);
  const rests = names.map((name) => name.slice(head));
  const tail = countShared(rests.map(turn), signs);
  return rests.map((name) => tail === 0 ? name : name.slice(0, -tail));
}

// How many signs of what all of some texts begin with end in one of the given.
function countShared([first = "", ...others]: readonly string[], signs: string): number {
  let shared = first;
  for (const other of others) {
    while (!other.startsWith(shared)) shared = shared.slice(0, -1);
  }
  return 1 + Math.max(...[...signs].map((sign) => shared.lastIndexOf(sign)));
}

function turn(text: string): string {
  return text.split("").toReversed().join("");
}
