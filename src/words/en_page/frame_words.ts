/** The words around every page, in English. */
export const FRAME_EN = {
  skip: "Skip to the content",
  layers: "Layers",
  language: "Language",
  foot: (generator: string) => `${generator}. Opens from a disk and asks nothing of the network.`,
  position: (at: string, of: string) => `${at} of ${of}`,
  previousLayer: (name: string) => `Previous layer: ${name}`,
  nextLayer: (name: string) => `Next layer: ${name}`,
};

/** The words around every page. */
export type FrameWords = typeof FRAME_EN;
