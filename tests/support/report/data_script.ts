/** What a data script delivers. */
export interface Delivery {
  readonly name: string;
  readonly data: unknown;
}

/** Runs a data script as a page would, and gives what it delivers. */
export function runDataScript(script: string): Delivery {
  const deliveries: Delivery[] = [];
  const run = new Function("convatlas", script);
  run((name: string, json: string) => deliveries.push({ name, data: JSON.parse(json) }));
  const [delivery] = deliveries;
  if (deliveries.length === 1 && delivery) return delivery;
  throw new SyntaxError(`Cannot run data script: it delivers ${deliveries.length} times`);
}
