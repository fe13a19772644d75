import { LARGEST_TURNED } from "../../analysis/likeness/largest_turned.ts";
import type { MeasureMeanings } from "../measure_section.ts";
import { formatCount } from "../quantity.ts";

/** What measures are, each in one sentence, in English. */
export const MEASURE_MEANING_EN: MeasureMeanings = {
  kernels: {
    norm: "How strong its weights are together: the root of the sum of their squares.",
    bias: "What the layer adds to every cell of the kernel's map.",
    dcGain: "How much of the kernel averages: 0 answers to differences alone, 1 to averages alone.",
    lumaGain: "How much of it averages brightness: the DC gain of its luma part alone.",
    chroma:
      "How coloured it is: the share of its energy off the grey axis, in the space of the photo's pixels.",
    hue: "The axis of its opponent colours: 0° red–cyan, 60° yellow–blue, 120° green–magenta.",
    centroid:
      "How fine its pattern is: the mean of its radial frequency, weighted by power; at 0.5 light and dark change from pixel to pixel.",
    orientation: "Along which way its edges run, counter-clockwise: 0° lies like –, 90° like |; " +
      "in brackets where none leads, which is coherence below 0.18.",
    coherence:
      "How much one orientation leads the others: 0 where none does, 1 where all runs one way.",
    bandwidth:
      "How many frequencies it holds: the standard deviation of its radial frequency, weighted by power.",
    separability:
      "The share of its energy that is a column times a row in each slice: 1 where its pattern lies level or upright, less where it is slanted.",
    symmetry: "The share of its energy that a turn by 180° keeps: 1 is even, 0 is odd.",
    ownSymmetry:
      "The share of its energy that a turn by 180° about the middle of its pattern keeps: " +
      "1 is a line or a spot, 0 is an edge.",
    roundness:
      "The share of its energy that is alike all around the middle of its pattern: 1 is a " +
      "spot, with or without a surround.",
    waves: "How many waves lie across its pattern: about 1.5 in one edge or line, more in " +
      "stripes and checks.",
    sparsity: "The share of its weights that are next to zero: below 1 % of the layer's largest.",
    min: "Its smallest finite weight.",
    max: "Its largest finite weight.",
    mean: "The mean of its finite weights.",
    nonFinite: "How many of its weights are NaN or infinite.",
  },
  maps: {
    keepsPicture:
      "How much of the map is photo: the share of its variance that a linear fit of the " +
      "photo's colours explains, 0 to 1.",
    turnedPicture:
      "The photo share with the photo turned by 180°: how much comes about by chance, " +
      "most in maps of few cells.",
    luma:
      "How closely the map goes with the photo's brightness: the size of their correlation, 0 to 1.",
    edges:
      "How closely the map goes with the photo's edges: the size of their correlation, 0 to 1.",
    on: "The share of the map's cells above 0 after the activation.",
    mean: "The mean of the map's finite values.",
    std: "How much the map varies: the standard deviation of its finite values.",
    zeros: "The share of the map's cells that are exactly 0, after the activation if any.",
    negatives: "The share of the map's cells below 0.",
    entropy:
      "How evenly the map's values fill 256 levels: 0 where all are one, 8 where each level is as frequent.",
  },
  experiments: {
    colourDependence:
      "How far the map is from that of the photo in grey: the share of its variance that no " +
      "straight line through that explains, 0 to 1.",
    colourLoss: "How much of what the map has above 0, behind the activation, goes without colour.",
    detailDependence:
      "How far the map is from that of the photo blurred, without what is finer than 8 pixels a cycle: the share of its variance that no straight line through that explains, 0 to 1.",
    detailLoss:
      "How much of what the map has above 0, behind the activation, goes where the photo is blurred, without what is finer than 8 pixels a cycle.",
    detailPeriod:
      "About how many pixels a cycle of what carries the map has, by two blurs: 4 where all " +
      "is fine, 64 where all is coarse.",
    coarseDependence:
      "How far the map is from that of the photo without what is coarser than 32 pixels a " +
      "cycle: the share of its variance that no straight line through that explains, 0 to 1.",
    coarseLoss:
      "How much of what the map has above 0, behind the activation, goes without what is coarser than 32 pixels a cycle.",
    mirrorSymmetry:
      "How the map of the mirrored photo, mirrored back, goes with the map: 1 where left and " +
      "right are alike to the kernel, −1 where it answers to their difference.",
  },
  tuning: {
    orientation:
      "Along which way the stripes run that it responds to most, counter-clockwise: 0° lies " +
      "like –, 90° like |; where it hardly prefers any, which is a selectivity below 0.1, none.",
    orientationBandwidth: "How far apart the orientations are at which its response falls to half.",
    orientationSelectivity:
      "How much one orientation leads the others: 1 − the circular variance of its responses.",
    frequency:
      "The frequency of the stripes that it responds to most; 0.035 and 0.34 are the ends of " +
      "what was tried.",
    frequencyBandwidth: "How far apart the frequencies are at which its response falls to half.",
    frequencySelectivity:
      "How much one frequency leads the others: 0 where all respond alike, 1 where one does.",
    hue: "The hue that it responds to most, at the same sum of red, green and blue: 0° red, 60° " +
      "yellow, 120° green; of a hue and its opposite the one below 180°.",
    hueSelectivity: "How much one hue, or one and its opposite, lead the others.",
    response:
      "The largest number of its map on a grating or a hue, above that on plain grey, behind " +
      "the activation.",
  },
  dataset: {
    onPhotos:
      "The share of the dataset’s photos in whose map a cell is above 0, behind the activation.",
    onCells:
      "The share of the cells of all its maps in the dataset that are above 0, behind the activation.",
    mean: "The mean of all finite cells of its maps in the dataset, behind the activation.",
    deviation: "How much the cells of its maps in the dataset vary: their standard deviation.",
    min: "The smallest cell of its maps in the dataset.",
    max: "The largest cell of its maps in the dataset.",
    selectivity:
      "How far the label with the largest mean of strongest cells stands above the mean of the others: (a − b) ÷ (a + b), 0 where all labels are alike, 1 where it answers to one alone (Morcos et al. 2018).",
    auc:
      "How well it tells its best label from all others: the chance that its strongest cell is larger in a photo of that label than in another, 0.5 by chance, 1 without a mistake.",
    likest:
      "How closely the kernel whose maps are most like its own goes with it: the correlation of the means of their maps over a sample of the dataset.",
    colour:
      "How far its maps in the dataset are from those of the photos in grey: the share of their variance that these do not explain, 0 to 1; the median of the photos that it was tried on.",
    detail:
      "How far its maps in the dataset are from those of the photos blurred: the share of their variance that these do not explain, 0 to 1; the median of the photos that it was tried on.",
  },
  columns: {
    class: "What the kernel looks for, by thresholds of its measures.",
    confidence:
      "How far the kernel is from the nearest threshold that decided its class: 0 on it; " +
      "for the class other there is none.",
    nearest: "The kernel most like it, or most like its negative, from a cosine of ±0.5 on.",
    similarity: "The largest cosine with another kernel, or the most negative; shifted by up to " +
      "two cells, where that brings it to ±0.95.",
    likeness: "The kernel's place in an order in which like ones stand side by side; of more " +
      `than ${formatCount(LARGEST_TURNED)} kernels, only roughly.`,
  },
};
