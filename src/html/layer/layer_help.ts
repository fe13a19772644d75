import type { LayerSubject } from "../../site/layer_subject.ts";
import { HELP_SIDE, type HelpSubject, type HelpView, viewHelp } from "../help/help_view.ts";
import { cutPair } from "../part/pair_tiles.ts";
import { findTellingPair } from "../part/telling_pair.ts";
import { explainLayer } from "./explained_layer.ts";

/** Views the help of a layer's page: on a pair of its own. */
export function viewLayerHelp(subject: LayerSubject): HelpView {
  const explained = explainLayer(subject);
  return viewHelp({ keys: "layer", sentences: readLayerPage(subject), explained }, subject.words);
}

function readLayerPage({ layer, measures, words }: LayerSubject): HelpSubject["sentences"] {
  const { layer: says } = words.help.reading;
  const k = findTellingPair(measures);
  const { kernel, map } = cutPair(layer, k, { folder: "", side: HELP_SIDE, words });
  if (kernel === null) return map === null ? [] : [[says.mapsAlone, map], [says.sort]];
  return [
    [says.kernel, kernel],
    [layer.readsImage ? says.reads : says.readsMaps],
    map === null ? [says.noMap] : [says.map, map],
    [says.pair],
    [measures?.dataset ? says.dataset : says.sort],
  ];
}
