import assert from "node:assert/strict";
import { join } from "node:path";
import { get } from "node:http";
import { openReload } from "../../../src/host/serve/reload.ts";
import { serveFolder } from "../../../src/host/serve/server.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

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
    message: new RegExp(`^Cannot serve at port ${port}: another program has it; --port names`),
  });
});

Deno.test("serveFolder() answers ranges, and whether something has changed", async () => {
  await using folder = await makeTempFolder({ "kernels.png": "0123456789" });
  await using serving = await serveFolder({ folder: folder.path, port: 0 });
  const url = `${serving.address}kernels.png`;
  const part = await ask(url, { range: "bytes=2-4" });
  assert.deepEqual([part.status, part.text], [206, "234"]);
  assert.equal(part.headers.get("content-range"), "bytes 2-4/10");
  const etag = part.headers.get("etag")!;
  assert.equal((await ask(url, { "if-none-match": etag })).status, 304);
});

// With the host that a page of another name would send; fetch() does not let it be set.
function askAs(host: string, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { host } }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode!));
    }).on("error", reject);
  });
}

Deno.test("serveFolder() answers to the names of this machine alone", async () => {
  await using folder = await makeTempFolder({ "index.html": "mine" });
  await using serving = await serveFolder({ folder: folder.path, port: 0 });
  for (const host of ["localhost:8080", "127.0.0.1", "[::1]:8080"]) {
    assert.equal(await askAs(host, serving.address), 200, host);
  }
  for (const host of ["evil.example", "localhost.evil.example", "10.0.0.1:8080"]) {
    assert.equal(await askAs(host, serving.address), 403, host);
  }
});

Deno.test("serveFolder() gives pages what reloads them, in no file, and tells them of a build", async () => {
  const page = "<html><head></head></html>";
  await using folder = await makeTempFolder({ "index.html": page, "a.json": "{}" });
  const reload = openReload();
  await using serving = await serveFolder({ folder: folder.path, port: 0, reload });
  const { text, headers } = await ask(serving.address);
  const [, script] = /<script src="([^"]+)" data-build="0"/.exec(text) ?? [];
  assert.equal(headers.get("cache-control"), "no-store");
  assert.match((await ask(new URL(script!, serving.address).href)).text, /location\.reload/);
  assert.equal((await ask(`${serving.address}a.json`)).text, "{}");
  assert.equal((await ask(`${serving.address}none.html`)).status, 404);
  assert.equal(await Deno.readTextFile(join(folder.path, "index.html")), page);

  const { body } = await fetch(`${serving.address}.convatlas/events`);
  const events = body!.pipeThrough(new TextDecoderStream()).getReader();
  assert.equal((await events.read()).value, "data: 0\n\n");
  reload.tell();
  assert.equal((await events.read()).value, "data: 1\n\n");
  await events.cancel();
});
