import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROGRAM, startDeno } from "../../support/program/command.ts";
import { makeTempFolder, type TempFolder } from "../../support/temp_folder.ts";

const SUPERVISOR = new URL("../../../src/host/process/supervisor.ts", import.meta.url).href;
const INTERRUPT = new URL("../../../src/host/process/interrupt.ts", import.meta.url).href;

const TOLD = new URL("../../../src/host/process/terminal.ts", import.meta.url).href;
const THREAD = new URL("../../../src/host/process/thread.ts", import.meta.url).href;
const WORKER = new URL("../../support/crew/ending_worker.ts", import.meta.url).href;

/** Makes a program whose work is a function of its arguments. */
async function makeProgram(work: string): Promise<TempFolder> {
  return await makeTempFolder({
    "main.ts": `
      import { superviseWork } from ${JSON.stringify(SUPERVISOR)};
      Deno.exit(await superviseWork(new URL("./work.ts", import.meta.url), Deno.args));
    `,
    "work.ts": `
      import { cleanOnInterrupt, workForSupervisor } from ${JSON.stringify(INTERRUPT)};
      import { openTerminal } from ${JSON.stringify(TOLD)};
      workForSupervisor(async (args) => { ${work} });
    `,
  });
}

function startProgram({ path }: TempFolder, ...args: readonly string[]): Deno.ChildProcess {
  return startDeno([...PROGRAM.slice(0, -1), join(path, "main.ts"), ...args], path);
}

/** Waits until a program has written a text. */
async function awaitText(child: Deno.ChildProcess, text: string): Promise<void> {
  let written = "";
  for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
    written += chunk;
    if (written.includes(text)) return;
  }
  assert.fail(`the program wrote ${JSON.stringify(written)}`);
}

// Of Linux: other systems have a program of this name that takes other arguments.
const TERMINAL = "/usr/bin/script";

Deno.test({
  name: "superviseWork() gives a terminal its cursor back where Ctrl-C cuts a bar off",
  ignore: Deno.build.os !== "linux" || !existsSync(TERMINAL),
  fn: async () => {
    await using program = await makeProgram(`
      const terminal = await openTerminal({ quiet: false });
      terminal.tell({ doing: "draw", done: 1, total: 9, seconds: { done: 1, total: 9 } });
      await new Promise(() => {});
    `);
    const line = [Deno.execPath(), ...PROGRAM.slice(0, -1), join(program.path, "main.ts")];
    const args = ["-qfec", line.map((word) => `'${word}'`).join(" "), "/dev/null"];
    const child = new Deno.Command(TERMINAL, { args, stdin: "piped", stdout: "piped" }).spawn();
    const keys = child.stdin.getWriter();
    let shown = "";
    let pressed = false;
    for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
      shown += chunk;
      if (pressed || !shown.includes("draw")) continue;
      pressed = true;
      await keys.write(Uint8Array.of(3)); // Ctrl-C
    }
    await keys.close();
    assert.equal((await child.status).code, 130);
    assert(shown.lastIndexOf("\x1b[?25h") > shown.lastIndexOf("\x1b[?25l"), "the cursor");
    assert(shown.lastIndexOf("\x1b[?7h") > shown.lastIndexOf("\x1b[?7l"), "lines wrap");
  },
});

Deno.test("superviseWork() gives the exit code of the work", async () => {
  await using program = await makeProgram("return args.length;");
  const { code, stderr } = await startProgram(program, "a", "b", "c").output();
  assert.equal(code, 3);
  assert.equal(new TextDecoder().decode(stderr), "");
});

Deno.test("superviseWork() tells what the work throws, without its stack", async () => {
  await using program = await makeProgram('throw new Error("no such luck");');
  const { code, stderr } = await startProgram(program).output();
  assert.equal(code, 2);
  assert.match(new TextDecoder().decode(stderr), /^error: .*no such luck\n$/);
});

Deno.test("superviseWork() starts the threads of the work", async () => {
  await using program = await makeProgram(`
    const { openThread } = await import(${JSON.stringify(THREAD)});
    const answer = Promise.withResolvers();
    const { port } = openThread(new URL(${JSON.stringify(WORKER)}), answer.reject);
    port.onmessage = ({ data: { output } }) => output === "well" && answer.resolve(7);
    port.postMessage({ job: "well" });
    return await answer.promise;
  `);
  const { code, stderr } = await startProgram(program).output();
  assert.equal(new TextDecoder().decode(stderr), "");
  assert.equal(code, 7);
});

// [what, work, how it ends]
const works: readonly [string, string][] = [
  ["that never yields", 'console.log("busy"); for (;;) {}'],
  [
    "that waits for ever",
    'console.log("busy"); await new Promise(() => setTimeout(() => {}, 1e9));',
  ],
  [
    "whose clean-up waits for ever",
    'cleanOnInterrupt(() => new Promise(() => {})); console.log("busy"); await new Promise(() => {});',
  ],
];

for (const [what, work] of works) {
  Deno.test({
    name: `superviseWork() ends work ${what} at Ctrl-C`,
    ignore: Deno.build.os === "windows", // has no SIGINT to send
    fn: async () => {
      await using program = await makeProgram(`${work} return 0;`);
      const child = startProgram(program);
      await awaitText(child, "busy");
      child.kill("SIGINT");
      assert.equal((await child.status).code, 130);
      await child.stderr.cancel();
    },
  });
}

for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
  Deno.test({
    name: `superviseWork() lets work clean up before it ends at ${signal}`,
    ignore: Deno.build.os === "windows", // has no such signal to send
    fn: async () => {
      await using program = await makeProgram(`
        cleanOnInterrupt(() => Deno.writeTextFile("cleaned", ""));
        console.log("busy");
        await new Promise(() => {});
        return 0;
      `);
      const child = startProgram(program);
      await awaitText(child, "busy");
      child.kill(signal);
      assert.equal((await child.status).code, code);
      assert((await Deno.stat(join(program.path, "cleaned"))).isFile);
      await child.stderr.cancel();
    },
  });
}
