import type { Report } from "../../report/report.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";
import type { ComparedLayer } from "../../site/compare/compare_choice.ts";
import { formatSize } from "../../site/format.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";

/** Lists the layers that can be compared: those with kernels or maps to see. */
export function listCompared({ models, comparisons }: Report): readonly ComparedLayer[] {
  const twins = listTwins(comparisons);
  return models.flatMap((model) =>
    model.layers.filter(isDrawn).map((layer) => {
      const path = `${model.id}/${layer.id}`;
      return {
        path,
        kernel: nameKernel(layer),
        channels: nameChannels(model, layer),
        images: layer.maps.map(({ image }) => image),
        twins: twins.get(path) ?? [],
      };
    })
  );
}

// What goes together goes both ways.
function listTwins(comparisons: Report["comparisons"]): ReadonlyMap<string, readonly string[]> {
  const twins = new Map<string, string[]>();
  for (const { a, b, layers } of comparisons) {
    for (const layer of layers) {
      const [one, other] = [`${a}/${layer.a}`, `${b}/${layer.b}`];
      twins.set(one, [...twins.get(one) ?? [], other]);
      twins.set(other, [...twins.get(other) ?? [], one]);
    }
  }
  return twins;
}

function isDrawn(layer: ReportLayer): boolean {
  return findKernelPicture(layer) !== null || layer.maps.length > 0;
}

function nameKernel(layer: ReportLayer): string {
  if (findKernelPicture(layer) === null) return "";
  return formatSize(...layer.kernelShape, layer.inChannels / layer.group);
}

function nameChannels({ preprocess }: ReportModel, layer: ReportLayer): string {
  const { channels } = preprocess;
  return channels !== "gray" && layer.readsImage && layer.inChannels === channels.length
    ? channels
    : "";
}
