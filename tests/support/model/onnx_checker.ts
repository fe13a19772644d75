/** The Python that has the onnx package; null where none has. */
const python = ["python3", "/usr/bin/python3"].find(hasOnnx) ?? null;

function hasOnnx(command: string): boolean {
  try {
    return new Deno.Command(command, { args: ["-c", "import onnx"] }).outputSync().success;
  } catch {
    return false; // there is no such command
  }
}

// Prints the words of the checker, empty where it is content.
const SCRIPT = `
import json, sys, onnx
words = []
for path in sys.argv[1:]:
    try:
        onnx.checker.check_model(path, full_check=True)
        words.append("")
    except Exception as error:
        words.append(str(error))
print(json.dumps(words))
`;

/**
 * Registers a test that asks the checker of the onnx package, or says in a line that it is skipped;
 * with CI set it is not.
 */
export function testWithChecker(
  name: string,
  run: (check: (paths: readonly string[]) => Promise<string[]>) => Promise<void>,
  { ignore = false }: { readonly ignore?: boolean } = {},
): void {
  const skipped = python === null && Deno.env.get("CI") === undefined;
  const note = skipped ? " (skipped: no python3-onnx)" : "";
  Deno.test({ name: `${name}${note}`, ignore: ignore || skipped, fn: () => run(check) });
}

/** Gives what the checker says of each file, with shape inference; empty where it is content. */
async function check(paths: readonly string[]): Promise<string[]> {
  const { stdout, stderr, success } = await new Deno.Command(python ?? "python3", {
    args: ["-c", SCRIPT, ...paths],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout).trim().split("\n").at(-1)!);
}
