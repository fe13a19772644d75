import type { LeadingComponents } from "../../analysis/leading/leading_components.ts";
import { mixTints } from "../../analysis/leading/tint.ts";
import { tintPatterns } from "../../analysis/leading/tinted_patterns.ts";
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
    const { patterns, tints: own } = layers[i]!;
    const found = patterns();
    const read = tints.get(layer.source ?? "") ?? null;
    const isWhole = read !== null && read.dims[0] === layer.conv.shape?.inChannels;
    const mixed = found && isWhole ? mixTints(found.reads, read) : null;
    tints.set(layer.id, own ?? mixed);
    findings.push(found && await drawPatterns({ model, layer }, { found, tints: mixed }, visit));
  }
  return findings;
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
