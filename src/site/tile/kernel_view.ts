import type { Picture } from "../../plan/picture.ts";
import type { PictureKind } from "../../plan/picture_kind.ts";
import type { ReportLayer } from "../../report/report_layer.ts";

/** How kernels can stand beside their maps. */
export type KernelView = keyof typeof VIEWS;

/** The kernels of a layer as one of its views shows them. */
export interface ViewedKernels {
  readonly view: KernelView;
  /** Its tile k stands for kernel k. */
  readonly picture: Picture;
  /** Whether its tiles have colours of their own, which no choice of colours changes. */
  readonly coloured: boolean;
  /** Whether the pixels of its tiles are weights, which can be read one by one. */
  readonly readable: boolean;
}

interface ViewRow {
  readonly kind: PictureKind;
  readonly coloured: (layer: Pick<ReportLayer, "inChannels">) => boolean;
  readonly readable: boolean;
}

/** The views, the first choice of a layer that has several before the others. */
const VIEWS = {
  /** As they look on the photo that they read. */
  weights: {
    kind: "kernels",
    coloured: ({ inChannels }) => inChannels === 3,
    readable: true,
  },
  /** Composed with those of the layers before, down to the pixels. */
  composed: { kind: "effective", coloured: () => true, readable: false },
  /** By the pattern that the slices of each have most in common. */
  leading: { kind: "leading", coloured: () => true, readable: false },
  /** Of single weights: which inputs they mix. */
  mix: { kind: "mix", coloured: () => false, readable: true },
  /** By their strongest slices. */
  slices: { kind: "strongest", coloured: () => false, readable: true },
} as const satisfies Record<string, ViewRow>;

/** The names of all views, as they stand in addresses. */
export const KERNEL_VIEWS = Object.keys(VIEWS) as readonly KernelView[];

/** Lists the views that a layer has, its first choice first; none where no kernels are drawn. */
export function listKernelViews(layer: ReportLayer): readonly ViewedKernels[] {
  const pictures = [...layer.pictures, ...layer.effective?.pictures ?? []];
  return KERNEL_VIEWS.flatMap((view) => {
    const { kind, coloured, readable } = VIEWS[view];
    const picture = pictures.find((each) => each.kind === kind);
    return picture ? [{ view, picture, coloured: coloured(layer), readable }] : [];
  });
}

/** Finds the kernels of a layer in a view, in its first choice where it has no such; else null. */
export function findKernelView(layer: ReportLayer, view: string): ViewedKernels | null {
  const views = listKernelViews(layer);
  return views.find((each) => each.view === view) ?? views[0] ?? null;
}

/** Finds the picture whose tile k stands for kernel k at first; null where there is none. */
export function findKernelPicture(layer: ReportLayer): Picture | null {
  return listKernelViews(layer)[0]?.picture ?? null;
}
