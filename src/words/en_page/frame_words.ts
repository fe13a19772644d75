/** The words around every page, in English. */
export const FRAME_EN = {
  skip: "Skip to the content",
  layers: "Layers",
  language: "Language",
  foot: (generator: string) => `${generator}. Opens from a disk and asks nothing of the network.`,
  position: (at: string, of: string) => `${at} of ${of}`,
  previousLayer: (name: string) => `Previous layer: ${name}`,
  nextLayer: (name: string) => `Next layer: ${name}`,
  queries: {
    lead: "Terms stand side by side and all must hold.",
    examples: [
      { query: "class:spot", finds: "kernels whose class holds the word" },
      { query: 'class:"colour edge"', finds: "words with a space stand in quotes" },
      {
        query: "fires:rarely",
        finds: "the other classes: fires, strongest, inputs, weights, map-shows",
      },
      { query: "norm>0.3", finds: "any measure of the table by its name, with > >= < <= =" },
      { query: "!duplicate", finds: "an exclamation mark excludes" },
      { query: "is:zero", finds: "the kernel: zero, duplicate, opposite, alike" },
      {
        query: "is:never-on",
        finds: "the map: never-on, constant, flat, border; either: nonfinite",
      },
      { query: "family:3", finds: "kernels by the number of their family, in deep layers" },
      {
        query: "label:tabby",
        finds: "classes of a classifier by their words, where they are known",
      },
      { query: "k:3,5,10-20", finds: "pairs by their number" },
      { query: "like:21>0.5", finds: "kernels whose nearest is 21, by its cosine" },
      { query: "review:suspicious", finds: "pairs by their review" },
    ] as readonly { readonly query: string; readonly finds: string }[],
  },
};

/** The words around every page. */
export type FrameWords = typeof FRAME_EN;
