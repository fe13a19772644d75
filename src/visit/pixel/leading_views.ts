import type { LeadingComponents } from "../../analysis/leading/leading_components.ts";
import { mixStrongest, mixTints } from "../../analysis/leading/tint.ts";
import { tintPatterns } from "../../analysis/leading/tinted_patterns.ts";
import type { Mixing } from "../../analysis/matrix/mixing.ts";
import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import type { LeadingFinding } from "../../report/finding.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { drawPictures } from "../draw.ts";
import { placeLayers } from "../missing.ts";
import type { Visit } from "../visit.ts";

/** What the patterns that lead in the kernels of a layer are drawn from. */
export interface PatternedLayer {
  /** Reads the patterns, which are out of memory until then; null where kernels have none. */
  readonly patterns: () => LeadingComponents | null;
  /** Reads what kernels of single weights mix, likewise. */
  readonly mixing: () => Mixing | null;
  /** The tints of the kernels, [kernels, 3]; null where these are not seen in the photo's pixels. */
  readonly tints: Tensor | null;
}

/**
 * Draws the patterns that lead in the kernels of a model's layers, in the tints of what these read:
 * of kernels that are seen in pixels, else of the patterns that lead there, layer by layer. Grey
 * where neither is known.
 */
export async function drawLeading(
  model: PlannedModel,
  layers: readonly PatternedLayer[],
  visit: Visit,
): Promise<(LeadingFinding | null)[]> {
  const tints = new Map<string, Tensor | null>();
  const findings: (LeadingFinding | null)[] = [];
  for (const [i, layer] of model.layers.entries()) {
    const { patterns, mixing, tints: own } = layers[i]!;
    const found = patterns();
    const read = gatherTints(layer, tints);
    const mixed = found && read && mixTints(found.reads, read);
    tints.set(layer.id, own ?? mixed ?? mixOthers(layer, { mixing, read }));
    findings.push(found && await drawPatterns({ model, layer }, { found, tints: mixed }, visit));
  }
  return findings;
}

// Those of all inputs, by the layers whose maps are joined to what a layer reads.
function gatherTints(
  { conv: { shape }, sources }: PlannedLayer,
  tints: ReadonlyMap<string, Tensor | null>,
): Tensor | null {
  const count = shape?.inChannels ?? 0;
  const data = new Float32Array(3 * count);
  let known = 0;
  for (const { layer, first } of sources) {
    const part = tints.get(layer) ?? null;
    if (part === null || 3 * first + part.data.length > data.length) return null;
    data.set(part.data, 3 * first);
    known += part.data.length;
  }
  return known === data.length && known > 0 ? { data, dims: [count, 3] } : null;
}

// Of kernels of single weights, and of those of one slice, which have the tint of what they read.
function mixOthers(
  { conv: { kernels } }: PlannedLayer,
  { mixing, read }: Pick<PatternedLayer, "mixing"> & { readonly read: Tensor | null },
): Tensor | null {
  if (kernels === null || read === null) return null;
  const found = mixing();
  if (found !== null) return mixStrongest(found.mix, read);
  const [count = 0, slices] = kernels.dims;
  return slices === 1
    ? mixTints({ data: new Float32Array(count).fill(1), dims: [count, 1] }, read)
    : null;
}

// What fails is told and leaves the rest of the layer as it is.
async function drawPatterns(
  subject: { readonly model: PlannedModel; readonly layer: PlannedLayer },
  { found, tints }: { readonly found: LeadingComponents; readonly tints: Tensor | null },
  visit: Visit,
): Promise<LeadingFinding | null> {
  const { patterns, share } = found;
  const tiles = tints === null ? inGrey(patterns) : tintPatterns(patterns, tints);
  try {
    const drawn = await drawPictures({ leading: tiles }, { ...subject, photo: null }, visit);
    return { ...drawn, measures: { share, tinted: tints !== null } };
  } catch (error) {
    visit.fail(placeLayers(subject.model, [subject.layer]), error);
    return null;
  }
}

function inGrey({ data, dims: [count = 0, ...space] }: Tensor): Tensor {
  return { data, dims: [count, 1, ...space] };
}
