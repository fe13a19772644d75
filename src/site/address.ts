/**
 * Encodes a path for an attribute or a CSS `url("…")`, segment by segment. What
 * `encodeURIComponent` leaves but CSS or HTML could read is encoded too.
 */
export function encodePath(...parts: readonly string[]): string {
  return parts.flatMap((part) => part.split("/")).map(encodeSegment).join("/");
}

// A path of `..` climbs and has to stay as it is; ids never are `..`.
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
