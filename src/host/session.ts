import "./process/telemetry.ts"; // before the runtime is loaded
import { env, InferenceSession, Tensor as RuntimeTensor } from "onnxruntime-node";
import type { Runtime, Session } from "../effects.ts";
import { type MappedWeights, mapWeights } from "./mapped_weights.ts";
import type { Submodel } from "../onnx/write/cut.ts";
import { freeBytes, freeOwnBytes } from "../tensor/freed_bytes.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { createError } from "../reason/error.ts";
import { keepFreedMemory } from "./process/freed_memory.ts";

/**
 * Runs networks in onnxruntime on the CPU. Graph optimisation is off, unless it is asked for: it fuses
 * convolutions with what follows, and a map would no longer be the convolution's own output.
 */
export const onnxRuntime: Runtime = openRuntime(null);

/**
 * Opens a runtime that maps large weights from files, which are in a folder while a network is loaded;
 * without one it copies them.
 */
export function openRuntime(weights: string | null): Runtime {
  return createRuntime({
    weights,
    // What is fused runs beside jobs that draw: more threads than half of the cores would wait for them.
    fused: { intraOpNumThreads: Math.ceil(navigator.hardwareConcurrency / 2) },
  });
}

/** Runs what jobs compute in one thread, as jobs are done side by side. */
export const jobRuntime: Runtime = createRuntime({
  whole: { intraOpNumThreads: 1 },
  fused: { intraOpNumThreads: 1 },
});

type Settings = Pick<
  InferenceSession.SessionOptions,
  "intraOpNumThreads" | "graphOptimizationLevel" | "enableCpuMemArena"
>;

/** How networks are run whose nodes may run as one, and how others. */
interface RuntimeSettings {
  /** The folder for files that weights are mapped from; null where they are copied. */
  readonly weights?: string | null;
  readonly whole?: Settings;
  readonly fused: Settings;
}

function createRuntime(
  { whole = {}, fused: fast, weights = null }: RuntimeSettings,
): Runtime {
  return {
    name:
      `onnxruntime-node ${env.versions.node} (executionProviders: cpu; graphOptimizationLevel: disabled)`,
    open: (model, { fused = false, repeated = false } = {}) => {
      if (repeated) keepFreedMemory();
      return openSession(model, weights, {
        ...fused ? { graphOptimizationLevel: "all", ...fast } : whole,
        // An arena keeps what the largest run needed, twice over; where runs are few, they take as long
        // without it.
        enableCpuMemArena: repeated,
      });
    },
  };
}

async function openSession(
  model: Submodel,
  weights: string | null,
  settings: Settings,
): Promise<Session> {
  const mapped = weights === null ? null : mapWeights(model.externalData, weights);
  const session = await InferenceSession.create(model.bytes, {
    graphOptimizationLevel: "disabled",
    ...settings,
    executionProviders: ["cpu"],
    // Threads that wait in circles take the cores from those that draw.
    extra: { session: { intra_op: { allow_spinning: "0" }, ...mapped && placeWeights(mapped) } },
    externalData: mapped === null ? [...model.externalData] : [],
    logSeverityLevel: 4, // failures come as exceptions
  }).catch((cause) => {
    const text = readReason(cause);
    throw createError(Error, { code: "runtime-refuses", text }, { cause });
  }).finally(() => mapped?.remove());
  for (const { data } of model.externalData) freeOwnBytes(data); // the session has its own
  return {
    run: (inputs, outputs = session.outputNames) => runSession(session, inputs, outputs),
    close: () => session.release(),
  };
}

function placeWeights({ folder }: MappedWeights): Record<string, string> {
  return { model_external_initializers_file_folder_path: folder };
}

type Tensors = ReadonlyMap<string, Tensor>;

async function runSession(
  session: InferenceSession,
  inputs: Tensors,
  outputs: readonly string[] | Tensors,
): Promise<Tensors> {
  const wanted = outputs instanceof Map ? toRuntime(outputs) : outputs as readonly string[];
  const results = await session.run(toRuntime(inputs), wanted).catch((cause) => {
    throw createError(Error, { code: "runtime-fails", text: readReason(cause) }, { cause });
  });
  if (!(outputs instanceof Map)) return readResults(results);
  for (const [name, { data }] of readResults(results)) {
    // What was written over is given as a copy too.
    if (data.buffer !== outputs.get(name)!.data.buffer) freeBytes(data);
  }
  return outputs;
}

function readResults(results: InferenceSession.OnnxValueMapType): Tensors {
  return new Map(
    Object.entries(results).map(([name, result]) =>
      [name, toTensor(name, result as RuntimeTensor)] as const
    ),
  );
}

function toRuntime(tensors: Tensors): Record<string, RuntimeTensor> {
  const entries = [...tensors].map(([name, { data, dims }]) =>
    [name, new RuntimeTensor("float32", data, dims)] as const
  );
  return Object.fromEntries(entries);
}

// Without places in onnxruntime's own source, which are of no use here.
function readReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\/\S*onnxruntime\/\S+:\d+ .*?\) (?:const )?(?=\w)/gs, "")
    .replace(/\b\w+\.(?:h|cc):\d+ \S+ (?=[A-Z])/g, "").trim();
}

function toTensor(name: string, { data, dims }: RuntimeTensor): Tensor {
  if (data instanceof Float32Array) return { data, dims };
  throw createError(TypeError, { code: "runtime-type", tensor: name });
}
