import { test as base, expect } from "@playwright/test";
import { App } from "./pages/app";
import { Start } from "./pages/start";

/**
 * The test of this project: it gives the page as `app`, and fails when the page asks another host
 * for anything, prints an error or throws one (a panic in the wasm does both).
 */
export const test = base.extend<{ troubles: string[]; app: App; start: Start }>({
  // A test that provokes an error on purpose empties this list itself.
  troubles: [
    async ({ context, baseURL }, use) => {
      const home = new URL(baseURL ?? "http://127.0.0.1/");
      const troubles: string[] = [];
      context.on("request", (request) => {
        const { protocol, host } = new URL(request.url());
        const local = protocol === "data:" || protocol === "blob:";
        if (!local && host !== home.host) troubles.push(`other host: ${request.url()}`);
      });
      context.on("page", (page) => {
        page.on("websocket", (socket) => {
          if (new URL(socket.url()).host !== home.host) troubles.push(`other host: ${socket.url()}`);
        });
      });
      context.on("console", (message) => {
        if (message.type() === "error") troubles.push(`console: ${message.text()}`);
      });
      context.on("weberror", (error) => {
        troubles.push(`error: ${error.error().stack ?? error.error().message}`);
      });
      context.on("requestfailed", (request) => {
        const why = request.failure()?.errorText ?? "";
        // A page that is left or a worker that is ended breaks off what it was loading.
        if (why !== "net::ERR_ABORTED") troubles.push(`failed: ${request.url()} ${why}`);
      });
      await use(troubles);
      expect(troubles, "the page asked no other host and met no error").toEqual([]);
    },
    { auto: true },
  ],

  app: async ({ page }, use) => {
    await use(new App(page));
  },

  start: async ({ page, app }, use) => {
    await app.open();
    await use(new Start(page));
  },
});

export { expect };
