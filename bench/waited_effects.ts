import type { Effects, Session, Tools } from "../src/effects.ts";
import { createThreadCrew } from "../src/host/crew/thread_crew.ts";
import { findStage, type Stage } from "./stage.ts";
import type { Wait } from "./profile.ts";

/** Effects that do all in this thread and note when their answers are waited for, each with the stage that asks. */
export function noteWaits(effects: Effects, waits: Wait[]): Effects {
  const note = async <T>(stage: Stage, answer: Promise<T>, isRun = false): Promise<T> => {
    const from = performance.now();
    return await answer.finally(() => waits.push({ stage, isRun, from, to: performance.now() }));
  };
  const { files, images, runtime, output } = effects;
  const watch = (session: Session): Session => ({
    run: (inputs, outputs) => note(findAsker() ?? "run", session.run(inputs, outputs), true),
    close: () => session.close(),
  });
  const tools: Tools = {
    images: {
      readHead: (bytes) => note("read", images.readHead(bytes)),
      readPixels: (...photo) => note("read", images.readPixels(...photo)),
      encodePng: (...picture) => note("encode", images.encodePng(...picture)),
      encodeWebp: (...picture) => note("encode", images.encodeWebp(...picture)),
    },
    runtime: {
      ...runtime,
      open: async (model) => watch(await note(findAsker() ?? "run", runtime.open(model), true)),
    },
  };
  return {
    ...effects,
    ...tools,
    crew: createThreadCrew(tools),
    files: { ...files, read: (path) => note("read", files.read(path)) },
    output: {
      ...output,
      write: (path, content) => note("write", output.write(path, content)),
      remove: (folder) => note("write", output.remove(folder)),
      commit: () => note("write", output.commit()),
      discard: () => note("write", output.discard()),
    },
  };
}

Error.stackTraceLimit = 50;

// V8 lists the functions that await a call behind those that made it.
function findAsker(): Stage | null {
  const { stack = "" } = new Error();
  for (const [url] of stack.matchAll(/file:\/\/[^\s):]+/g)) {
    const stage = findStage(url);
    if (stage !== null) return stage;
  }
  return null;
}
