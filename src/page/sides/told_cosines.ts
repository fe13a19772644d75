import type { KernelCosines } from "../../analysis/comparison/kernel_cosines.ts";
import { nameToldCosines } from "../../plan/numbers/told_cosines.ts";
import type { CosinesFile } from "../../report/cosines_file.ts";
import type { LayerData } from "../../site/layer_data.ts";
import type { ReportFiles } from "../files/report_files.ts";
import type { Comparison } from "./comparison.ts";

/** Loads how alike the kernels of two layers are, as the report tells it; null where numbers alone do. */
export async function loadToldCosines(
  { files, root }: { readonly files: ReportFiles; readonly root: string },
  [one, other]: readonly [LayerData, LayerData],
): Promise<KernelCosines | null> {
  const [teller, of] = tells(one, other) ? [one, other] : [other, one];
  if (!tells(teller, of)) return null;
  const name = nameToldCosines(`${teller.model.id}/${teller.layer.id}`);
  return (await files.data.load(root, name, decodeCosines))[of.layer.id] ?? null;
}

function tells({ model, layer }: LayerData, of: LayerData): boolean {
  return model.id === of.model.id && layer.cosines.includes(of.layer.id);
}

function decodeCosines(bytes: Uint8Array): CosinesFile {
  return JSON.parse(new TextDecoder().decode(bytes));
}

// Half of the fourth decimal, which is shown, and half of the fifth, which is told.
const COSINE_ERROR = 1e-4;

/** Puts what is told of pair k in the place of what its rounded numbers tell. */
export function putToldCosines(
  comparison: Comparison,
  { cosine, correlation }: KernelCosines,
  k: number,
): Comparison {
  return {
    ...comparison,
    cosine: cosine[k] ?? null,
    correlation: correlation[k] ?? null,
    errors: { ...comparison.errors, cosine: COSINE_ERROR },
  };
}
