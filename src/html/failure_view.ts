import type { Report, ReportLayer } from "../report/report.ts";

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

/** Views all that a report lacks. */
export function viewFailures({ failures, models }: Report): readonly FailureView[] {
  const missing = models.flatMap(({ name, layers }) =>
    layers.flatMap((layer) =>
      viewMissing(layer).map(({ where, message }) => ({
        where: `${name}, ${layer.name}: ${where.toLowerCase()}`,
        message,
      }))
    )
  );
  return [...failures, ...missing].map(({ where, message }) => ({ where, message }));
}
