import assert from "node:assert/strict";
import { join } from "node:path";
import { serveFolder } from "../../src/host/serve.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

async function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

Deno.test("serveFolder() answers with what the folder holds at that moment", async () => {
  await using folder = await makeTempFolder({ "dist/index.html": "old" });
  const dist = join(folder.path, "dist");
  await using serving = await serveFolder({ folder: dist, port: 0 });
  assert.equal((await ask(serving.address)).text, "old");
  await Deno.writeTextFile(join(dist, "index.html"), "new and longer");
  await Deno.mkdir(join(dist, "net"));
  await Deno.writeTextFile(join(dist, "net/layer.json"), "{}");
  const { text, headers } = await ask(serving.address);
  assert.equal(text, "new and longer");
  assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(headers.get("cache-control"), "no-cache");
  assert.equal((await ask(`${serving.address}net/layer.json`)).text, "{}");
});

Deno.test("serveFolder() outlives its folder, and finds it again", async () => {
  await using folder = await makeTempFolder();
  const dist = join(folder.path, "dist");
  await using serving = await serveFolder({ folder: dist, port: 0 });
  assert.equal((await ask(serving.address)).status, 404, "before there is one");
  await Deno.mkdir(dist);
  await Deno.writeTextFile(join(dist, "index.html"), "there");
  assert.equal((await ask(serving.address)).text, "there");
  await Deno.remove(dist, { recursive: true });
  assert.equal((await ask(`${serving.address}index.html`)).status, 404);
});

Deno.test("serveFolder() serves the folder alone, and nothing hidden in it", async () => {
  await using folder = await makeTempFolder({
    "secret.txt": "secret",
    "dist/.git/config": "secret",
    "dist/index.html": "open",
  });
  await using serving = await serveFolder({ folder: join(folder.path, "dist"), port: 0 });
  for (const path of ["..%2fsecret.txt", "%2e%2e/secret.txt", ".git/config", "%00", "%"]) {
    const { status, text } = await ask(serving.address + path);
    assert(status >= 400, path);
    assert.doesNotMatch(text, /secret/);
  }
});

Deno.test("serveFolder() says that a port is taken", async () => {
  await using folder = await makeTempFolder();
  await using serving = await serveFolder({ folder: folder.path, port: 0 });
  const port = Number(new URL(serving.address).port);
  await assert.rejects(serveFolder({ folder: folder.path, port }), {
    message: new RegExp(`^Cannot serve at port ${port}: `),
  });
});
