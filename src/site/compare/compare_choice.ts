/** A layer that can be compared. */
export interface ComparedLayer {
  /** Its place in the report, `<model>/<layer>`. */
  readonly path: string;
  /** The size of one kernel, such as `11 × 11 × 3`; empty where kernels are not drawn. */
  readonly kernel: string;
  /** The channels of the photo that its kernels read, in their order, such as `RGB`; else empty. */
  readonly channels: string;
  /** The ids of the photos that it has maps of. */
  readonly images: readonly string[];
  /** The layers of other models that are compared with it. */
  readonly twins: readonly string[];
}

/** One side of a comparison: a layer on a photo. */
export interface Side {
  readonly path: string;
  /** The id of the photo; empty where the layer has no maps. */
  readonly image: string;
}

/** Chooses what is compared at first; null where there is nothing to compare. */
export function chooseSides(
  layers: readonly ComparedLayer[],
): { readonly a: Side; readonly b: Side } | null {
  const twins = Map.groupBy(layers, nameTwins);
  const first = layers.find((layer) => findTwin(twins.get(nameTwins(layer))!, layer)) ?? layers[0];
  if (!first) return null;
  const a = { path: first.path, image: first.images[0] ?? "" };
  const b = chooseOther(layers, a);
  return a.path === b.path && a.image === b.image ? null : { a, b };
}

/**
 * Chooses what a side is compared with: the same layer of another model, else the
 * same layer on another photo, else a layer whose kernels are of the same size,
 * else any; itself where there is nothing else.
 */
export function chooseOther(layers: readonly ComparedLayer[], { path, image }: Side): Side {
  const own = layers.find((layer) => layer.path === path);
  if (!own) return { path, image };
  const twin = layers.find((layer) => own.twins.includes(layer.path)) ?? findTwin(layers, own);
  if (twin) return { path: twin.path, image: keepImage(twin, image) };
  const photo = own.images.find((each) => each !== image);
  if (photo !== undefined) return { path, image: photo };
  const others = layers.filter((layer) => layer !== own);
  const other = others.find(({ kernel }) => kernel === own.kernel) ?? others[0];
  return other ? { path: other.path, image: keepImage(other, image) } : { path, image };
}

/**
 * Chooses the other side when one becomes another layer: one that went with it goes with it again, and
 * stays where it is in all other cases.
 */
export function followTwin(
  layers: readonly ComparedLayer[],
  { from, to, other }: { readonly from: string; readonly to: string; readonly other: string },
): string {
  const find = (path: string): readonly string[] =>
    layers.find((layer) => layer.path === path)?.twins ?? [];
  if (!find(from).includes(other)) return other;
  const [model] = other.split("/");
  return find(to).find((twin) => twin.split("/")[0] === model) ?? other;
}

/** Keeps a photo where a layer has it; else the layer's first. */
export function keepImage({ images }: ComparedLayer, image: string): string {
  return images.includes(image) ? image : images[0] ?? "";
}

function findTwin(
  layers: readonly ComparedLayer[],
  { path, kernel }: ComparedLayer,
): ComparedLayer | undefined {
  const [model] = path.split("/");
  const name = nameTwins({ path, kernel });
  return layers.find((other) => other.path.split("/")[0] !== model && nameTwins(other) === name);
}

// Layers of one id whose kernels are of one size.
function nameTwins({ path, kernel }: Pick<ComparedLayer, "path" | "kernel">): string {
  return `${path.split("/")[1]} ${kernel}`;
}
