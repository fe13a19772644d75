import type { ConfigInput } from "../../../src/config/config_input.ts";
import { makeTempFolder, type TempFolder } from "../temp_folder.ts";
import { drawPlantedScenes } from "./planted_scenes.ts";
import { encodeSeeingModel } from "./seeing_model.ts";

/** Makes a folder with the network that sees labels, so many scenes a label, and a config of both. */
export async function makeSeeingProject(
  each: number,
  fields: Partial<ConfigInput> = {},
): Promise<TempFolder> {
  return await makeTempFolder({
    "convatlas.json": JSON.stringify({
      models: [{ path: "seeing.onnx", preprocess: "unit" }],
      images: ["set/neither/000.png"],
      dataset: { images: ["set/*/*.png"], labels: "folder" },
      ...fields,
    }),
    "seeing.onnx": encodeSeeingModel(),
    ...await drawPlantedScenes(each),
  });
}
