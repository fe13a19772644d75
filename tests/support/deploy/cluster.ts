import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeTempFolder } from "../temp_folder.ts";
import { runIn } from "./dataset_project.ts";
import { waitForEnd } from "./halfway.ts";

/** A Slurm of one machine, which its user runs for a test. */
export interface Cluster extends AsyncDisposable {
  /** The variables by which its commands find it. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs one of its commands, and gives what that tells. */
  ask(...command: readonly string[]): Promise<string>;
  /** Waits until no job is left. */
  drain(): Promise<void>;
}

const PATH = `${Deno.env.get("PATH")}:/usr/sbin:/sbin`; // where Debian has what runs on its own

/** Tells whether this machine has Slurm. */
export async function hasSlurm(): Promise<boolean> {
  try {
    for (const command of ["munged", "slurmctld", "slurmd"]) {
      if ((await runIn(".", ["sh", "-c", `command -v ${command}`], { PATH })).code !== 0) {
        return false;
      }
    }
    return true;
  } catch {
    return false; // there is no shell
  }
}

/** Starts one; it ends, and its folder goes, when it is disposed of. */
export async function startCluster(): Promise<Cluster> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(
    await makeTempFolder(
      Object.fromEntries(["munge", "state", "spool"].map((name) => [`${name}/.keep`, ""])),
    ),
  );
  const { path } = folder;
  const conf = join(path, "slurm.conf");
  await Deno.writeTextFile(conf, await describeCluster(path));
  await Deno.writeTextFile(join(path, "cgroup.conf"), await describeGroups(path));
  const env = { PATH, SLURM_CONF: conf };
  const ask = async (...command: readonly string[]): Promise<string> => {
    const { code, text } = await runIn(path, command, env);
    if (code !== 0) throw new Error(`${command.join(" ")}: ${text}${await readLog(command, path)}`);
    return text;
  };
  started.defer(() => stop(path));
  await startMunge(path, ask);
  await ask("slurmctld", "-f", conf);
  await ask("slurmd", "-f", conf);
  const all = started.move();
  return { env, ask, drain: () => drain(ask), [Symbol.asyncDispose]: () => all.disposeAsync() };
}

// What runs on its own tells why it does not.
async function readLog([name]: readonly string[], path: string): Promise<string> {
  return await Deno.readTextFile(join(path, `${name}.log`)).catch(() => "");
}

async function drain(ask: Cluster["ask"]): Promise<void> {
  while ((await ask("squeue", "--noheader")) !== "") await wait(STEP);
}

const STEP = 200; // ms

// From 24.05 on groups of processes are asked for even where nothing uses them; earlier versions do not
// know the word.
async function describeGroups(path: string): Promise<string> {
  const { text } = await runIn(path, ["slurmd", "-V"], { PATH });
  const [, year = "0", month = "0"] = /(\d+)\.(\d+)/.exec(text) ?? [];
  return Number(year) * 100 + Number(month) >= 2405 ? "CgroupPlugin=disabled\n" : "";
}

async function startMunge(path: string, ask: Cluster["ask"]): Promise<void> {
  const key = join(path, "munge/key");
  await Deno.writeFile(key, crypto.getRandomValues(new Uint8Array(1024)), { mode: 0o600 });
  for (const each of [path, join(path, "munge")]) await Deno.chmod(each, 0o755);
  const places = ["key-file=munge/key", "pid-file=munge.pid", "log-file=munge/log"];
  await ask(
    ...["munged", "--force", `--socket=${join(path, "munge/socket")}`],
    ...[...places, "seed-file=munge/seed"].map((each) => `--${each.replace("=", `=${path}/`)}`),
  );
}

// A job that is queued again waits until the credential of its first run is of no more use:
// `cred_expire`, of which 5 seconds is the least.
async function describeCluster(path: string): Promise<string> {
  const host = (await runIn(path, ["hostname", "-s"])).text.trim();
  const user = (await runIn(path, ["id", "-un"])).text.trim();
  const [control, node] = findPorts();
  return `
    ClusterName=test
    SlurmctldHost=${host}(127.0.0.1)
    SlurmctldPort=${control}
    SlurmdPort=${node}
    SlurmUser=${user}
    SlurmdUser=${user}
    AuthType=auth/munge
    AuthInfo=socket=${path}/munge/socket,cred_expire=5
    ProctrackType=proctrack/linuxproc
    TaskPlugin=task/none
    MpiDefault=none
    SelectType=select/cons_tres
    SelectTypeParameters=CR_Core
    SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1
    StateSaveLocation=${path}/state
    SlurmdSpoolDir=${path}/spool
    SlurmctldPidFile=${path}/slurmctld.pid
    SlurmdPidFile=${path}/slurmd.pid
    SlurmctldLogFile=${path}/slurmctld.log
    SlurmdLogFile=${path}/slurmd.log
    SlurmdParameters=config_overrides
    NodeName=${host} NodeAddr=127.0.0.1 CPUs=16 RealMemory=64000 State=UNKNOWN
    PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
  `.replace(/^ +/gm, "");
}

function findPorts(): number[] {
  const listeners = [1, 2].map(() => Deno.listen({ hostname: "127.0.0.1", port: 0 }));
  return listeners.map((listener) => {
    const { port } = listener.addr as Deno.NetAddr;
    listener.close();
    return port;
  });
}

async function stop(path: string): Promise<void> {
  for (const name of ["slurmd.pid", "slurmctld.pid", "munge.pid"]) {
    const id = Number(await Deno.readTextFile(join(path, name)).catch(() => ""));
    if (id === 0) continue; // it has not started
    Deno.kill(id, "SIGTERM");
    await waitForEnd(id);
  }
}
