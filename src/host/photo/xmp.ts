import type { Caption } from "../../effects.ts";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

// Characters that XML 1.0 cannot hold, not even escaped.
// deno-lint-ignore no-control-regex
const UNFIT = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Encodes a caption as an XMP packet, which image programs show as the
 * picture's title and description.
 */
export function encodeXmp({ title, description }: Caption): string {
  return '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${encodeText(title)}</dc:title>` +
    `<dc:description>${encodeText(description)}</dc:description>` +
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>';
}

// Both are texts in alternative languages, with one for any.
function encodeText(text: string): string {
  const escaped = text.replace(UNFIT, "\ufffd").replace(/[&<>]/g, (found) => ESCAPES[found]!);
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt>`;
}
