import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type Page, chromium } from "@playwright/test";

/**
 * A Chromium of its own with a real profile folder, which can be killed as by a power cut: all its
 * processes at once, with nothing said to them before.
 */
export class RealBrowser {
  private constructor(
    private readonly process: ChildProcess,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** A folder for a profile; remove it with `forget`. */
  static async profile(): Promise<string> {
    return mkdtemp(join(tmpdir(), "qinggao-profile-"));
  }

  static async forget(profile: string): Promise<void> {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  static async start(executable: string, args: string[], profile: string): Promise<RealBrowser> {
    const headless = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--lang=zh-CN"];
    // A process group of its own: the kill reaches every process of this browser and no other.
    const process = spawn(executable, [...args, ...headless, "about:blank"], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    const address = await new Promise<string>((resolve, reject) => {
      let said = "";
      process.stderr?.on("data", (data: Buffer) => {
        said += data.toString();
        const found = /DevTools listening on (ws:\S+)/.exec(said);
        if (found?.[1]) resolve(found[1]);
      });
      process.once("exit", () => reject(new Error(`the browser ended: ${said}`)));
    });
    const browser = await chromium.connectOverCDP(address);
    const context = browser.contexts()[0];
    if (!context) throw new Error("the browser has no context");
    return new RealBrowser(process, browser, context.pages()[0] ?? (await context.newPage()));
  }

  /** The power goes. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    if (this.process.pid !== undefined) process.kill(-this.process.pid, "SIGKILL");
    await ended;
    await this.browser.close().catch(() => undefined);
  }
}
