import assert from "node:assert/strict";
import { parsePreprocessorConfig } from "../../src/config/preprocess/huggingface.ts";
import { fitPhoto } from "../../src/raster/fitted_photo.ts";
import { layoutImage } from "../../src/raster/image_layout.ts";
import { toInput } from "../../src/raster/input.ts";
import type { Raster } from "../../src/raster/raster.ts";
import golden from "./processor_golden.json" with { type: "json" };

// The same photo as in make/processor_golden.py.
const photo: Raster = { width: 90, height: 67, channels: 3, data: draw(90, 67) };

function draw(width: number, height: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 3 * width * height }, (_, i) => {
    const mixed = (Math.imul(i, 2654435761) + 12345) >>> 0;
    const smooth = (Math.floor(i / 3) % width * 2 + Math.floor(i / (3 * width))) % 256;
    return (mixed >>> 14) % 64 + Math.floor(smooth * 3 / 4);
  });
}

for (const { fields, dims, samples } of golden) {
  const { image_processor_type: type, ...rest } = fields;
  const told = Object.keys(rest).length === 0 ? "its defaults" : JSON.stringify(rest);
  Deno.test(`a file of ${type} gives what the processor gives, with ${told}`, () => {
    const recipe = parsePreprocessorConfig(JSON.stringify(fields), "preprocessor_config.json");
    const layout = layoutImage(photo, recipe, { width: null, height: null });
    const input = toInput(fitPhoto(photo, layout), recipe);
    assert.deepEqual(input.dims, dims);
    const values = samples.map((_, i) => input.data[(i * 7919 + 13) % input.data.length]!);
    const far = values.filter((value, i) => Math.abs(value - samples[i]!) > 2e-5);
    assert.deepEqual(far, [], `[${values}] is not [${samples}]`);
  });
}
