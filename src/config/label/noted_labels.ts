import { type Labels, parseLabels } from "./label_file.ts";

// What tools write where they know no words.
const NO_WORD = /^(LABEL|class)[_ ]?\d+$/i;

/** Reads the words of classes that Ultralytics' exporters note, `{0: 'person', 1: 'bicycle'}`. */
export function readNotedLabels(notes: ReadonlyMap<string, string>): Labels | null {
  const names = notes.get("names");
  return names === undefined ? null : readTold(toJson(names));
}

/** Reads the words in `id2label` of a `config.json` of Hugging Face's; null where it has none. */
export function readConfigLabels(text: string): Labels | null {
  return text.includes('"id2label"') ? readTold(text) : null;
}

function readTold(text: string): Labels | null {
  try {
    const labels = parseLabels(text);
    return labels.every((label) => label === null || NO_WORD.test(label)) ? null : labels;
  } catch {
    return null; // nobody asked for it
  }
}

// A dictionary of Python, as `str` writes it.
function toJson(text: string): string {
  return text.replace(/([{,]\s*)(\d+)\s*:/g, '$1"$2":')
    .replace(
      /(:\s*)'((?:[^'\\]|\\.)*)'/g,
      (_, colon: string, word: string) => colon + JSON.stringify(word.replace(/\\(.)/g, "$1")),
    );
}
