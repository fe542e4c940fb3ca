// One test by hand, in this folder, after `npm ci`:
//   npx playwright test smoke -g 青稿                          against ../../dist
//   QINGGAO_DIST=/path/to/dist npx playwright test smoke       against another build
//   QINGGAO_URL=http://127.0.0.1:8080/ npx playwright test     against a running `cargo xtask serve`
import { existsSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

// Every process of a run reads this file; the first one chooses a free port for all.
process.env.QINGGAO_PORT ??= String(await freePort());
const port = Number(process.env.QINGGAO_PORT);
const dist = process.env.QINGGAO_DIST ?? join("..", "..", "dist");
const served = process.env.QINGGAO_URL;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The Chromium of the system: no browser is downloaded for the tests. */
function chromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return files.find((file) => existsSync(file));
}

export default defineConfig({
  testDir: ".",
  outputDir: "results/files",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: !!process.env.CI,
  reporter: [["line"], ["json", { outputFile: "results/report.json" }]],
  use: {
    baseURL: served ?? `http://127.0.0.1:${port}/`,
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromium(),
      args: [
        // Chromium refuses to run as root inside its sandbox.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: served
    ? undefined
    : {
        command: `node server.mjs "${dist}" ${port}`,
        url: `http://127.0.0.1:${port}/`,
        // Whatever else listens there is not the build under test.
        reuseExistingServer: false,
      },
});
