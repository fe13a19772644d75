import { fileURLToPath } from "node:url";

/**
 * Runs Deno in the project and gives what it writes.
 *
 * @throws {Error} If it fails.
 */
export async function runDeno(args: readonly string[]): Promise<string> {
  const cwd = fileURLToPath(new URL("../", import.meta.url));
  const command = new Deno.Command(Deno.execPath(), { args: [...args], cwd });
  const { success, stdout, stderr } = await command.output();
  const decoder = new TextDecoder();
  if (success) return decoder.decode(stdout);
  throw new Error(`Cannot run deno ${args[0]}: ${decoder.decode(stderr)}`);
}
