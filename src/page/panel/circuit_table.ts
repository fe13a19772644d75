import { encodePath } from "../../site/address.ts";
import { formatCount, formatPercent } from "../../site/format.ts";
import { findMapsData } from "../../site/layer_data.ts";
import { findPicture } from "../../site/sprite.ts";
import { namePage } from "../../words/language.ts";
import { nameLook } from "../tile/colour_filters.ts";
import { create, createSvg, find, tell } from "../shell/dom.ts";
import { findMaps, findPhoto, type PanelContext } from "../pair/panel_context.ts";
import { fitSide, makeTile } from "../tile/tile.ts";
import type { ViewState } from "../tile/view_state.ts";

/** Shows which maps a kernel reads, with which slices, and how much of its own map each makes. */
export function showCircuit(context: PanelContext, k: number, state: ViewState): void {
  const { data, words: { panel } } = context;
  const table = find('[data-row="circuit"] tbody');
  const photo = findPhoto(data, state.image);
  if (!table || !photo) return;
  const circuit = findMapsData(data, photo.id)?.circuit ?? null;
  const shares = circuit?.share[k] ?? [];
  const rows = (circuit?.input[k] ?? []).map((input, i) =>
    create(
      "tr",
      {},
      create("td", {}, ...makeInput(context, input, photo.id)),
      create("td", {}, ...makeSlice(context, { k, input }, nameLook(state.map))),
      create("td", {}, formatPercent(shares[i]!), drawShare(shares[i]!)),
    )
  );
  tell("circuit-head", panel.circuit(photo.name));
  table.replaceChildren(...rows);
  const { inChannels, group } = data.layer;
  const [named, all] = [formatCount(rows.length), formatCount(inChannels / group)];
  const whole = formatPercent(shares.reduce((sum, share) => sum + share, 0));
  tell("circuit-rest", rows.length === 0 ? "" : panel.circuitRest(named, all, whole));
}

const INPUT = fitSide(55);

// Its number leads to the kernel that makes the map, where one does.
function makeInput(
  { data, words }: PanelContext,
  input: number,
  image: string,
): readonly (Node | string)[] {
  const { inputs } = findMaps(data, image);
  const tile = inputs &&
    makeTile({ picture: inputs, folder: "" }, input, { fit: INPUT, look: "none" });
  const { source } = data.layer;
  const page = source && `../${encodePath(source)}/${namePage(words.language)}`;
  const state = new URLSearchParams({ k: String(input), image });
  const name = page ? create("a", { href: `${page}#${state}` }, String(input)) : String(input);
  return tile ? [tile, name] : [name];
}

const SLICE = fitSide(40);

function makeSlice(
  { data: { layer } }: PanelContext,
  { k, input }: { readonly k: number; readonly input: number },
  look: string,
): readonly Node[] {
  const picture = findPicture(layer, "slices");
  if (!picture) return [];
  const count = layer.inChannels / layer.group;
  const first = Math.floor(k / (layer.outChannels / layer.group)) * count; // of its group
  return [
    makeTile({ picture, folder: "" }, k * count + input - first, { fit: SLICE, look }),
  ];
}

function drawShare(share: number): SVGElement {
  const width = Math.min(100, Math.abs(share) * 100);
  return createSvg(
    "svg",
    { viewBox: "-25 0 125 5", preserveAspectRatio: "none", "aria-hidden": "true" },
    createSvg("rect", { x: share < 0 ? -Math.min(25, width) : 0, y: 0, width, height: 5 }),
  );
}
