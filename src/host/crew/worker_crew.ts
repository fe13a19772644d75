import type { Crew, Job, Tools } from "../../effects.ts";
import { createThreadCrew } from "./thread_crew.ts";
import { openPlace, type WorkerPlace } from "./worker_place.ts";

/** How many threads there are, and what they run. */
export interface CrewOptions {
  /** How many jobs are done side by side, that of this thread included. */
  readonly size: number;
  /** A module that answers as `worker.ts` does. */
  readonly module?: URL;
}

/** A job that waits, and who waits for it. */
interface Task {
  readonly job: Job<unknown, unknown>;
  readonly input: unknown;
  readonly ended: PromiseWithResolvers<unknown>;
}

/**
 * Opens a crew of this thread and of workers, each a thread of its own. Jobs go to the workers; what
 * they have no place for, this thread does when it has nothing else to do. The first worker starts at
 * once, as that takes a while, another when there is a job for it; where none starts, this thread does
 * them all.
 */
export function openWorkerCrew(tools: Tools, options: CrewOptions): Crew {
  const { size, module = new URL("./worker.ts", import.meta.url) } = options;
  const places = Array.from({ length: size - 1 }, () => openPlace(module));
  places[0]?.start();
  const tasks: Task[] = [];
  const share = shareTasks(tasks, { places, own: createThreadCrew(tools) });
  return {
    breadth: 4 * size, // what workers hold, and what is gathered, done here and written
    do: <Input, Output>(job: Job<Input, Output>, input: Input): Promise<Output> => {
      const ended = Promise.withResolvers<unknown>();
      tasks.push({ job: job as Job<unknown, unknown>, input, ended });
      share();
      return ended.promise as Promise<Output>;
    },
    close: () => places.forEach((place) => place.close()),
  };
}

/** Who does tasks. */
interface Hands {
  readonly places: readonly WorkerPlace[];
  readonly own: Crew;
}

// Gives what is called when there are tasks to be shared out.
function shareTasks(tasks: Task[], { places, own }: Hands): () => void {
  let isFree = true;
  const share = (): void => {
    for (let place = findPlace(places); place !== null; place = findPlace(places)) {
      const task = tasks.shift();
      if (task === undefined) return;
      give(place, task);
    }
    if (tasks.length === 0 || !isFree) return;
    isFree = false;
    setTimeout(work); // behind all else that there is to do
  };
  const give = async (place: WorkerPlace, task: Task): Promise<void> => {
    const { job: { name, takesInput = false }, input, ended } = task;
    try {
      const done = await place.do({ job: name, input, takesInput });
      if (done === null) tasks.unshift(task);
      else ended.resolve(done.output);
    } catch (error) {
      ended.reject(error);
    }
    share();
  };
  const work = async (): Promise<void> => {
    const task = tasks.shift();
    if (task !== undefined) {
      await own.do(task.job, task.input).then(task.ended.resolve, task.ended.reject);
    }
    isFree = true;
    share();
  };
  return share;
}

// The one with the fewest jobs; null where none takes another.
function findPlace(places: readonly WorkerPlace[]): WorkerPlace | null {
  const open = places.filter(({ isOpen }) => isOpen);
  return open.toSorted((a, b) => a.given - b.given)[0] ?? null;
}
