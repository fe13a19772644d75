/**
 * Writes control, format and other unseen characters of a text as escapes, so that a terminal shows
 * them and obeys none.
 */
export function visible(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escapeCharacter);
}

// These change the order in which the text around them is shown.
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Writes the marks that turn the order of a text round as escapes: it is read as it is written. */
export function visibleOrder(text: string): string {
  return text.replace(TURNING, escapeCharacter);
}

/** Does so in the strings of a JSON text, whose values then are what {@linkcode visibleOrder} gives. */
export function visibleOrderInJson(json: string): string {
  return json.replace(TURNING, (character) => `\\${escapeCharacter(character)}`);
}

function escapeCharacter(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
