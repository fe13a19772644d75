/**
 * Reads the JSON in a data script, which is a call of two texts, `convatlas("net/conv1/layer", '{…}')`:
 * nothing of it has to run.
 */
export function parseDataScript(text: string): unknown {
  const [, json] = /^convatlas\("(?:[^"\\]|\\.)*", '([^]*)'\);\s*$/.exec(text) ?? [];
  if (json === undefined) {
    throw new SyntaxError("Cannot parse data script: it is no call with data");
  }
  return JSON.parse(json.replace(/\\([\\'])/g, "$1"));
}
