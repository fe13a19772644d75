import type { Runtime, Session } from "../../effects.ts";
import type { Submodel } from "../../onnx/write/cut.ts";
import { freeTensors } from "../../tensor/freed_bytes.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/** A network that jobs run, in whatever thread they are done. */
export interface Network {
  /** What tells it from others of the process. */
  readonly id: number;
  /** Its bytes may be shared by all threads. */
  readonly model: NetworkModel;
  /** Whether its nodes may run as one. */
  readonly fused: boolean;
  /** The values of inputs that are the same in every run, by the name to feed them by. */
  readonly constants: readonly { readonly feed: string; readonly tensor: Tensor }[];
}

/** A model in bytes that any thread may read. */
export interface NetworkModel extends Omit<Submodel, "bytes" | "externalData"> {
  readonly bytes: Uint8Array;
  readonly externalData: readonly { readonly path: string; readonly data: Uint8Array }[];
}

/** A network that this thread has loaded. */
export interface LoadedNetwork {
  /**
   * Runs it on what one input is fed with.
   *
   * @param use Takes the outputs by name; the next run writes over them.
   */
  run<Result>(feed: string, input: Tensor, use: (outputs: Outputs) => Result): Promise<Result>;
}

type Outputs = ReadonlyMap<string, Tensor>;

/** Picks the outputs of layers by their names; null where one has none. */
export function pickOutputs(
  given: Outputs,
  names: readonly (string | null)[],
): readonly (Tensor | null)[] {
  return names.map((name) => name === null ? null : given.get(name) ?? null);
}

let held: { readonly id: number; readonly loaded: Promise<LoadedNetwork> } | null = null;
let close: () => Promise<void> = () => Promise.resolve();

/** Loads a network once for all jobs of this thread that run it in a row. */
export function holdNetwork(network: Network, runtime: Runtime): Promise<LoadedNetwork> {
  if (held?.id !== network.id) held = { id: network.id, loaded: replaceBy(network, runtime) };
  return held.loaded;
}

async function replaceBy(
  { model, fused, constants }: Network,
  runtime: Runtime,
): Promise<LoadedNetwork> {
  await close();
  close = () => Promise.resolve();
  const session = await runtime.open(takeCopy(model), { fused, repeated: true });
  close = session.close;
  const own = constants.map(({ feed, tensor: { data, dims } }) =>
    [feed, { data: data.slice(), dims }] as const
  );
  const run = reuseOutputs(session);
  return {
    run: async (feed, input, use) => {
      const { outputs, release } = await run(new Map([...own, [feed, input]]), String(input.dims));
      const result = use(outputs);
      release();
      return result;
    },
  };
}

/** What a run gave, until it is let go. */
interface HeldOutputs {
  readonly outputs: Outputs;
  release(): void;
}

// The memory of maps, a few megabytes a photo, would wait for the collector of garbage. Outputs whose
// dims depend on more than those of the input are not written over again.
function reuseOutputs(
  session: Session,
): (inputs: Outputs, dims: string) => Promise<HeldOutputs> {
  let [free, isLike]: [{ dims: string; outputs: Outputs } | null, boolean] = [null, true];
  return async (inputs, dims) => {
    const last = free?.dims === dims && isLike ? free.outputs : undefined;
    if (free !== null && last === undefined) freeTensors(free.outputs.values());
    free = null; // as long as it is written
    const outputs = await session.run(inputs, last).catch((error) => {
      if (last === undefined) throw error;
      isLike = false;
      return session.run(inputs);
    });
    return { outputs, release: () => free = { dims, outputs } };
  };
}

// The runtime reads no memory that is shared; of a copy it keeps nothing.
function takeCopy(model: NetworkModel): Submodel {
  return {
    ...model,
    bytes: new Uint8Array(model.bytes),
    externalData: model.externalData.map(({ path, data }) => ({
      path,
      data: new Uint8Array(data),
    })),
  };
}
