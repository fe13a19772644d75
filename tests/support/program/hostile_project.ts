import assert from "node:assert/strict";
import { annotateModel } from "../model/hostile_model.ts";
import { encodeModel, type ModelText } from "../model/onnx_model.ts";
import { describeTinyModel } from "../model/tiny_model.ts";
import { encodeTaggedJpeg, encodeTaggedPng } from "../hostile_photo.ts";
import { makeTempFolder, type TempFolder } from "../temp_folder.ts";
import { runCommand } from "./command.ts";

// Whatever strings a model, a config, reviews and photos hold, pages show them and obey none, and
// so does the terminal.

/** Gives the string of a place. */
export type Word = (place: string) => string;

// Breaks out of each context that it is not escaped in: elements, attributes, scripts, styles,
// comments, templates, terminals, and the order of a text.
const HARM = `</script></style></title>--><script>globalThis.harmed = 1</script>'"><img src=x ` +
  `onerror="globalThis.harmed = 2">' onmouseover='harmed=3' {{x}} {{{y}}} \${z} \\"]]>*/}` +
  `javascript:harmed=4 &lt;&amp; \u001b[31m\u001b]0;x\u0007\u009b2J\r\n\u2028\u202e\u2066🐈`;

/** A string of a place that does harm wherever it is obeyed. */
export const hostile: Word = (place) => `${place} ${HARM}`;

/** As long, since pages have room for short names where they have none for long ones. */
export const plain: Word = (place) => `${place} ${"a".repeat(HARM.length)}`;

/** A network of two convolutions, and one behind an operator that nobody knows. */
function describeNet(word: Word): ModelText {
  const { nodes, initializers } = describeTinyModel();
  const rename = (names: readonly string[]): string[] => names.map((name) => word(name));
  const foreign = { op: word("Warp"), name: word("warp"), domain: word("example.com") };
  const lost = { op: "Conv", name: word("lost"), inputs: ["warped", "w2"], outputs: ["lost map"] };
  return {
    nodes: [...nodes, { ...foreign, inputs: ["lit"], outputs: ["warped"] }, lost].map((node) => ({
      ...node,
      name: word(node.name ?? ""),
      inputs: rename(node.inputs),
      outputs: rename(node.outputs),
    })),
    initializers: Object.fromEntries(
      Object.entries(initializers).map(([name, tensor]) => [word(name), tensor]),
    ),
    inputs: { [word("photo")]: [word("batch"), 3, 8, 8] },
    domains: { [word("example.com")]: 1 },
  };
}

/** Makes a folder whose model, config, reviews and photos hold the word in every string. */
export async function makeHostileProject(word: Word): Promise<TempFolder> {
  const file = (name: string): string => word(name).replaceAll("/", "").slice(0, 200);
  const [model, jpeg, png] = [`${file("net")}.onnx`, `${file("a")}.jpg`, `${file("b")}.png`];
  const review = { model: word("net"), layer: word("conv1"), kernel: 1, verdict: "suspicious" };
  const reviews = [
    { ...review, note: word("note"), reviewer: word("reviewer") },
    { ...review, layer: word("no layer"), note: word("note"), reviewer: word("reviewer") },
  ];
  return await makeTempFolder({
    "convatlas.json": JSON.stringify({
      title: word("title"),
      note: word("note"),
      models: [{ name: word("net"), path: model, preprocess: "unit" }],
      images: [{ name: word("photo"), path: jpeg }, png, { path: `${file("none")}.png` }],
      reviews: [`${file("reviews")}.json`],
    }),
    [model]: annotateModel(encodeModel(describeNet(word)), word("text")),
    [jpeg]: await encodeTaggedJpeg(word("tag")),
    [png]: await encodeTaggedPng(word("tag")),
    [`${file("reviews")}.json`]: JSON.stringify({
      ...{ format: "convatlas-review", version: 1, reviews },
    }),
  });
}

/** What a terminal obeys but for the ends of lines, and what turns the order of a text. */
export const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Writes a report into `dist`, and checks what the terminal is given. */
export async function writeHostileReport(
  { path }: TempFolder,
  args: readonly string[] = [],
): Promise<void> {
  const { code, stdout, stderr } = await runCommand(["report", ...args], path);
  assert.equal(code, 1, stderr); // what is missing is named
  assert.match(stderr, /Warp/);
  assert.match(stderr, /no layer/);
  assert.doesNotMatch(stdout + stderr, OBEYED);
}
