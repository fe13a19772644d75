/**
 * Parses the data of a data script, which is a call of JSON arguments,
 * `convatlas("net/conv1/layer", {…})`: nothing of it has to run.
 */
export function parseDataScript(text: string): unknown {
  const inside = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
  return JSON.parse(`[${inside}]`)[1];
}
