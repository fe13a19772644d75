/** What an input is by its name: a picture or another signal, something beside one, or open. */
export type NameHint = "signal" | "beside" | "open";

const SIGNALS = new Set([
  ..."image images img imgs im input inputs pixel pixels photo picture rgb bgr grey gray".split(
    " ",
  ),
  ..."x data src source sample frame frames left video clip audio wave waveform wav".split(" "),
  ..."signal spectrogram mel volume search query".split(" "),
]);

const BESIDE = new Set([
  ..."mask masks masking state states hidden cell memory cache".split(" "),
  ..."weight weights w kernel kernels filter filters bias biases gamma beta alpha".split(" "),
  ..."anchor anchors prior priors box boxes bbox roi rois coord coords point points grid".split(
    " ",
  ),
  ..."mean std shift gain scale scales shape size sizes length lengths len num count".split(" "),
  ..."threshold iou score label labels target targets gt ids id index indices token tokens".split(
    " ",
  ),
  ..."embedding embeddings embed context cond condition control style noise latent latents".split(
    " ",
  ),
  ..."template exemplar reference ref right depth flow disparity time timestep timesteps t".split(
    " ",
  ),
  ..."position positions sr rate ratio h c h0 c0 hx cx hn cn r1 r2 r3 r4 r1i r2i r3i r4i".split(
    " ",
  ),
]);

// These say of any signal that it is another one.
const EARLIER = new Set(["prev", "previous", "past", "last", "old"]);

/**
 * Reads what an input is from its name; the last word that is known decides, so
 * that `pixel_mask` is a mask and `masked_image` an image.
 */
export function readNameHint(name: string): NameHint {
  const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z0-9]+/);
  if (words.some((word) => EARLIER.has(word))) return "beside";
  for (const word of words.reverse().flatMap((each) => [each, withoutNumber(each)])) {
    if (word.length === 1 && words.length > 1) continue; // `x_t` says little
    if (BESIDE.has(word)) return "beside";
    if (SIGNALS.has(word)) return "signal";
  }
  return "open";
}

function withoutNumber(word: string): string {
  return word.replace(/\d+$/, "");
}
