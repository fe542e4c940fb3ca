// A static file server over one folder: `node server.mjs FOLDER PORT`.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const [folder = "dist", port = "4173"] = process.argv.slice(2);
const root = resolve(folder);

/** The file that a request asks for, or nothing if it is missing or outside the folder. */
async function find(address) {
  const path = decodeURIComponent(new URL(address, "http://localhost").pathname);
  const file = join(root, normalize(path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(root + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? { file, size: found.size } : undefined;
}

const server = createServer(async (request, response) => {
  const found = await find(request.url ?? "/").catch(() => undefined);
  if (!found) {
    response.writeHead(404, { "content-type": "text/plain" }).end("404");
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[extname(found.file)] ?? "application/octet-stream",
    "content-length": found.size,
    // A test after a rebuild must see the rebuild.
    "cache-control": "no-store",
  });
  createReadStream(found.file).pipe(response);
});

if (!(await stat(join(root, "index.html")).catch(() => undefined))) {
  console.error(`${root} 中没有 index.html,请先构建 / no index.html there: build first`);
  process.exit(1);
}
server.listen(Number(port), "127.0.0.1");
