import assert from "node:assert/strict";
import { tellInactive } from "../../../src/html/overview/model_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { report } from "../../support/report/report_fixture.ts";

const [model] = report.models;
const layers = model!.layers.map((layer) => ({ ...layer, badges: [], activation: [] as string[] }));
const [first, ...rest] = layers;
const tell = (shown: typeof layers): string | null =>
  tellInactive({ ...model!, layers: shown }, WORDS.en);

Deno.test("tellInactive() says why no cell is on where no activation follows any layer", () => {
  assert.match(tell(layers)!, /^No activation follows any layer in the file: /);
  const quantized = [{ ...first!, badges: ["quantized" as never] }, ...rest];
  assert.match(tell(quantized)!, /quantizing may stand for it/);
});

Deno.test("tellInactive() says nothing where one is followed, or no map was made", () => {
  assert.equal(tell([{ ...first!, activation: ["Relu"] }, ...rest]), null);
  assert.equal(tell(layers.map((layer) => ({ ...layer, maps: [] }))), null);
});
