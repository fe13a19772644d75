import {
  type Coarseness,
  countCoarseCells,
  planCoarseness,
} from "../../analysis/family/coarse_maps.ts";
import { type Families, type Family, LEAST_CELLS } from "../../analysis/family/families.ts";
import { encodePath } from "../../site/address.ts";
import { projectCells } from "../../site/field/projection.ts";
import { formatShare, formatSize } from "../../site/format.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { findShownFamilies } from "../../site/shown_families.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import { type KernelLinksView, viewKernelLinks } from "../rule/kernel_links.ts";

/** The kernels of a layer in families: the view of `families.hbs`. */
export interface FamiliesView {
  /** How many kernels are in how many families, or why none is known. */
  readonly said: string;
  /** From which correlation on, and over what; null where none is known. */
  readonly how: string | null;
  readonly families: readonly FamilyView[];
}

/** A family with its patch: a part of the view of `controls.hbs` too. */
export interface FamilyView {
  readonly number: string;
  readonly name: string;
  readonly about: string;
  /** How many kernels are in it. */
  readonly count: string;
  /** The photo of which a part names it; null where nothing excites its kernel, or its field is not known. */
  readonly patch: PatchedPhoto | null;
  /** The part, as an SVG has it; empty where there is none. */
  readonly box: string;
  readonly patchName: string;
  readonly links: KernelLinksView;
}

/** A photo, as the network saw it: the view of `patch.hbs`. */
export interface PatchedPhoto {
  readonly href: string;
  readonly width: string;
  readonly height: string;
}

const ROOT = "../../";

/** Views the families of a layer's kernels; null for a first layer, and where no map is compared. */
export function viewFamilies(subject: LayerSubject): FamiliesView | null {
  const { layer, words: { family } } = subject;
  if (layer.readsImage || layer.maps.length === 0 || layer.pairs < 2) return null;
  const found = findShownFamilies(subject);
  if (found === null) return { said: explainUnknown(subject), how: null, families: [] };
  const families = listFamilies(subject, found);
  const placed = found.of.filter((number) => number !== null).length;
  return {
    said: families.length === 0 ? family.none : family.found(placed, layer.pairs, families.length),
    how: describeHow(subject, found),
    families,
  };
}

// The largest first.
function listFamilies(subject: LayerSubject, { families }: Families): readonly FamilyView[] {
  const { layer, words } = subject;
  return families.map((found, i) => {
    const number = String(i + 1);
    const { kernels, correlation } = found;
    return {
      number,
      name: words.family.name(number),
      about: words.family.about(kernels.length, formatShare(correlation)),
      count: String(kernels.length),
      ...findPatch(subject, found),
      patchName: words.family.patch(String(found.strongest)),
      links: viewKernelLinks(findKernelPicture(layer), kernels, words),
    };
  });
}

// The strongest of the kernel that stands for all.
function findPatch(
  { model, layer, measures }: LayerSubject,
  { strongest }: Family,
): Pick<FamilyView, "patch" | "box"> {
  const { image = [], x = [], y = [] } = measures?.excitingInside ?? {};
  const photo = image[strongest]?.[0];
  const seen = model.inputs.find((input) => input.image === photo);
  const maps = layer.maps.find((each) => each.image === photo);
  const cell = { row: y[strongest]?.[0] ?? 0, column: x[strongest]?.[0] ?? 0 };
  const box = maps && seen && projectCells(layer, maps)?.field(cell);
  if (!box || !seen) return { patch: null, box: "" };
  const { file, width, height } = seen;
  return {
    patch: { href: ROOT + encodePath(file), width: String(width), height: String(height) },
    box: `${box.left} ${box.top} ${box.width} ${box.height}`,
  };
}

function describeHow(
  { report, layer, words: { family, count } }: LayerSubject,
  { correlation }: Families,
): string {
  const { side, every } = planCoarseness(report.images.length);
  const cells = formatSize(side, side);
  const photos = count.photos(Math.ceil(layer.maps.length / every));
  return correlation === null
    ? family.howNone(cells, photos)
    : family.how(formatShare(correlation), cells, photos);
}

function explainUnknown({ report, layer, words: { family } }: LayerSubject): string {
  const coarseness = planCoarseness(report.images.length);
  const cells = countCells(layer.maps, coarseness);
  return cells < LEAST_CELLS ? family.tooFew(cells, LEAST_CELLS) : family.tooMany;
}

function countCells(
  maps: LayerSubject["layer"]["maps"],
  { side, every }: Coarseness,
): number {
  return maps.filter((_, i) => i % every === 0)
    .reduce((sum, { space }) => sum + countCoarseCells(space, side), 0);
}
