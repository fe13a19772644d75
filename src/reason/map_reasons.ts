import { type NamedNode, nameNode } from "./node_name.ts";
import type { AnyReason, Tell } from "./tell.ts";

/** A node that does not run, and why. */
interface Needed extends NamedNode {
  /** Empty for an operator of ONNX itself. */
  readonly domain: string;
  readonly reason: AnyReason;
}

function describeNeeded({ domain, reason, ...node }: Needed, tell: Tell): string {
  const named = domain === "" ? nameNode(node) : `${nameNode(node)} of ${domain}`;
  return `${named}: ${tell(reason)}`;
}

function tellMemory(bytes: number, most: number): string {
  const [takes, taken] = [bytes, most].map((count) => (count / 2 ** 30).toFixed(1));
  return `it would take ${takes} GiB of memory, at most ${taken} is taken`;
}

const RESIZE = 'give "preprocess" a "resize", as {"shortestEdge": 512}';

/** Why pictures of kernels or maps are not drawn. */
export const MAP_REASONS = {
  "kernels-not-drawn": ({ reason }: { readonly reason: AnyReason }, tell: Tell): string =>
    `Cannot draw kernels: ${tell(reason)}`,
  "maps-not-drawn": ({ reason }: { readonly reason: AnyReason }, tell: Tell): string =>
    `Cannot draw maps: ${tell(reason)}`,
  "no-photo": (): string => "no photo could be read",
  "several-reasons": (): string => "none could be drawn; the failures say why",
  "no-trial": (): string =>
    "no photo ran that could be fed in other ways; arrays are fed as they are",
  "no-trials-asked": (): string => "this report was made without experiments",
  "no-sample": (): string => "Cannot draw maps: no sample reached this layer on this photo",
  "no-cells": ({ space }: { readonly space: readonly number[] }): string =>
    `Cannot draw maps: they have no cells on this photo, ${space.join(" x ")}`,
  "maps-need-node": (needed: Needed, tell: Tell): string =>
    `the maps need ${describeNeeded(needed, tell)}`,
  "activated-need-node": (
    { operators, ...needed }: Needed & { readonly operators: readonly string[] },
    tell: Tell,
  ): string => `the maps behind ${operators.join(", ")} need ${describeNeeded(needed, tell)}`,
  "picture-too-large": (
    { file, width, height, most }: {
      readonly file: string;
      readonly width: number;
      readonly height: number;
      readonly most: number;
    },
  ): string =>
    `Cannot draw "${file}": it would have ${width} x ${height} pixels, at most ${most}; ` +
    'give "preprocess" a smaller size, or choose other "layers"',
  "input-too-large": (
    { dims, bytes, most }: {
      readonly dims: readonly number[];
      readonly bytes: number;
      readonly most: number;
    },
  ): string => `Cannot feed input of [${dims.join(", ")}]: ${tellMemory(bytes, most)}; ${RESIZE}`,
  "maps-too-large": ({ bytes, most }: { readonly bytes: number; readonly most: number }): string =>
    `Cannot capture maps with those of smaller layers: ${tellMemory(bytes, most)}; ` +
    `choose fewer "layers", or ${RESIZE}`,
  "size-misfit": (
    { own, width, height, multiple, fitting }: {
      /** Whether it is the size of the photo itself. */
      readonly own: boolean;
      readonly width: number;
      readonly height: number;
      readonly multiple: number;
      /** A width and a height that fit. */
      readonly fitting: readonly number[];
    },
  ): string =>
    `${own ? "the photo's own size" : "the size"} ${width} x ${height} was fed; ` +
    `sizes that are multiples of ${multiple} fit, as "resize": {"width": ${
      fitting[0]
    }, "height": ` +
    `${fitting[1]}} in "preprocess" gives one`,
};

/** Why layers of two models are not compared. */
export const COMPARISON_REASONS = {
  "no-common-photo": (): string => "no photo gave maps of both",
  "maps-of-other-size": (
    { a, b }: { readonly a: readonly number[]; readonly b: readonly number[] },
  ): string => `their maps have other sizes, ${a.join(" x ")} and ${b.join(" x ")}`,
  "inputs-unpaired": (): string =>
    "kernels before them stand in another order, and it is not known which make their inputs",
  "side-lacks": (
    { model, reason }: { readonly model: string; readonly reason: AnyReason },
    tell: Tell,
  ): string => `${model} lacks them: ${tell(reason)}`,
};
