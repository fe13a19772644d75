import type { Report, ReportLayer, ReportModel } from "../report/report.ts";

/** Something that is not there, and why: the view of `failures.hbs`. */
export interface FailureView {
  readonly where: string;
  readonly message: string;
}

/** Views what a layer's page lacks. */
export function viewMissing(layer: ReportLayer): readonly FailureView[] {
  const { kernelsMissing, mapsMissing } = layer;
  const missing: FailureView[] = [];
  if (kernelsMissing !== null) {
    missing.push({ where: "Kernels not drawn", message: kernelsMissing });
  }
  if (mapsMissing !== null) missing.push({ where: "Maps not drawn", message: mapsMissing });
  return missing;
}

/** Views all that a report lacks; layers of a model that lack the same are one entry. */
export function viewFailures({ failures, models }: Report): readonly FailureView[] {
  const told = failures.map(({ where, message }) => ({ where, message }));
  return [...told, ...models.flatMap(viewMissingLayers)];
}

function viewMissingLayers({ name, layers }: ReportModel): readonly FailureView[] {
  const groups = new Map<string, { lack: string; message: string; layers: string[] }>();
  for (const layer of layers) {
    for (const { where, message } of viewMissing(layer)) {
      const key = JSON.stringify([where, message]);
      const group = groups.get(key) ?? { lack: where.toLowerCase(), message, layers: [] };
      group.layers.push(layer.name);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map((group) => ({
    where: `${name}, ${nameLayers(group.layers)}: ${group.lack}`,
    message: group.message,
  }));
}

function nameLayers(names: readonly string[]): string {
  const [first = ""] = names;
  return names.length === 1 ? first : `${names.length} layers from ${first}`;
}
