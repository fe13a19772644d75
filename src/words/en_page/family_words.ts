import { formatCount, plural } from "../quantity.ts";

/** The words of families of kernels, in English. */
export const FAMILY_EN = {
  heading: "Families: maps that go together",
  chips: "Families",
  sort: "family",
  name: (number: string) => `family ${number}`,
  /** How large a family is, and how well it goes together. */
  about: (kernels: number, correlation: string) => `${plural(kernels, "kernel")}, r ${correlation}`,
  /** What names a family. */
  patch: (kernel: string) => `what excites kernel ${kernel} most`,
  found: (placed: number, pairs: number, families: number) =>
    `${formatCount(placed)} of ${plural(pairs, "kernel")} stand in ` +
    `${families === 1 ? "one family" : `${formatCount(families)} families`}: their maps fire at ` +
    "the same places of the photos. Each is named by its number and by the patch that most " +
    "excites the kernel whose map goes best with those of all others.",
  none: "No three maps go together more than chance would have it.",
  how: (correlation: string, cells: string, photos: string) =>
    `Maps of a family, averaged to at most ${cells} cells, have a mean correlation r of at least ` +
    `${correlation} over ${photos}: the least at which the same maps, each moved by itself, make ` +
    "no more than a tenth as many families.",
  howNone: (cells: string, photos: string) =>
    `Maps, averaged to at most ${cells} cells, were correlated over ${photos}; the same maps, each ` +
    "moved by itself, make more than a tenth as many families, wherever the line is drawn.",
  tooFew: (cells: number, least: number) =>
    `Which maps go together is not known: over all photos they have ${
      plural(cells, "cell")
    }, and ` +
    `${formatCount(least)} are needed to tell. Give more photos.`,
  tooMany: "Which maps go together is not known: there are too many kernels to compare.",
};

/** The words of families of kernels. */
export type FamilyWords = typeof FAMILY_EN;
