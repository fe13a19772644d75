// Two forms of one address. A page of a folder keeps its state in the hash: `#k=12&image=cat`. In a
// report of one file the hash names the page first: `#/net/conv1/index.html?k=12&image=cat`. What
// stands behind the `?` of the second is the hash of the first; without `=` it names an anchor.

/** An address within a report, as a hash tells it. */
export interface Address {
  /** The path of the page from the report's folder; null where the document is the page. */
  readonly page: string | null;
  /** What the hash says of the page, such as `k=12&image=cat` or `rule`. */
  readonly rest: string;
}

/** Parses a hash, with or without its `#`. */
export function parseAddress(hash: string): Address {
  const text = hash.replace(/^#/, "");
  if (!text.startsWith("/")) return { page: null, rest: text };
  const [path = "", ...rest] = text.slice(1).split("?");
  return { page: decode(path), rest: rest.join("?") };
}

/** Formats an address as a hash. */
export function formatAddress({ page, rest }: Address): string {
  if (page === null) return `#${rest}`;
  const path = page.split("/").map(encodeURIComponent).join("/");
  return rest === "" ? `#/${path}` : `#/${path}?${rest}`;
}

/** Parses the state that a link of this page leads to: none where it leads to an anchor. */
export function parseState(href: string): URLSearchParams {
  const at = href.indexOf("#");
  const { rest } = parseAddress(at < 0 ? "" : href.slice(at));
  return new URLSearchParams(namesAnchor(rest) ? "" : rest);
}

/** Reads the state of the page from the address. */
export function readState(): URLSearchParams {
  return parseState(location.hash);
}

/** Writes the state of the page into the address: as a step that Back undoes, or in its place. */
export function writeState(state: URLSearchParams, how: "push" | "replace"): void {
  const href = link(state);
  if (how === "replace") history.replaceState(history.state, "", href);
  else if (href !== location.hash) history.pushState(null, "", href);
}

/** Makes the `href` of a state of this page. */
export function link(state: URLSearchParams): string {
  const { page } = parseAddress(location.hash);
  return formatAddress({ page, rest: state.toString() });
}

/** Tells whether a link leads to a state or an anchor of this page. */
export function isOwnLink(href: string): boolean {
  const { page } = parseAddress(href);
  return href.startsWith("#") && (page === null || page === parseAddress(location.hash).page);
}

/**
 * Calls the listener when a link, Back, Forward or the reader has changed the state. A link to an
 * anchor of the page leaves the state as it is.
 */
export function onNavigate(listener: () => void, signal: AbortSignal): void {
  addEventListener("hashchange", () => {
    const { rest } = parseAddress(location.hash);
    if (!namesAnchor(rest)) listener();
  }, { signal });
}

/** Tells whether an address names a part of its page: a state is made of names and values. */
export function namesAnchor(rest: string): boolean {
  return rest !== "" && !rest.includes("=");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // typed by hand: the page is not found
  }
}
