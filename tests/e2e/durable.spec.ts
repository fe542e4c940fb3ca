import type { Page } from "@playwright/test";
import { RealBrowser } from "./browser";
import { expect, test } from "./fixtures";
import { Editor } from "./pages/editor";
import { Start } from "./pages/start";

const status = (page: Page) => page.locator(".bar-status");
const SAVED = /^已保存 \d+:\d\d$/;

/** The texts of our keys in IndexedDB. */
function durable(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const opened = indexedDB.open("qinggao");
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const store = opened.result.transaction("texts").objectStore("texts");
          const keys = store.getAllKeys();
          const texts = store.getAll();
          texts.onsuccess = () => {
            resolve(Object.fromEntries(keys.result.map((key, at) => [String(key), String(texts.result[at])])));
            opened.result.close();
          };
        };
      }),
  );
}

/** Writes a text under the first draft's key of IndexedDB. */
function setDurable(page: Page, text: string): Promise<void> {
  return page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open("qinggao");
        opened.onerror = () => reject(opened.error);
        opened.onsuccess = () => {
          const transaction = opened.result.transaction("texts", "readwrite");
          const store = transaction.objectStore("texts");
          const keys = store.getAllKeys();
          keys.onsuccess = () => {
            const key = keys.result.map(String).find((key) => key.startsWith("qinggao/draft/"));
            if (key) store.put(text, key);
          };
          transaction.oncomplete = () => {
            opened.result.close();
            resolve();
          };
        };
      }),
    text,
  );
}

function fillLocalStorage(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (let size = 1 << 20; size > 0; size >>= 1) {
      try {
        for (let at = 0; ; at += 1) localStorage.setItem(`other-${size}-${at}`, "x".repeat(size));
      } catch {
        // Full for this size: the rest is filled with smaller ones.
      }
    }
  });
}

async function firstDraft(page: Page): Promise<Editor> {
  await new Start(page).drafts().first().getByRole("link").first().click();
  return new Editor(page);
}

test.describe("the browser is killed", () => {
  for (const seconds of [0, 1, 10, 45]) {
    test(`a draft is there after the browser was killed ${seconds} s after 已保存`, async ({ baseURL, launchOptions }) => {
      test.setTimeout(180_000);
      const profile = await RealBrowser.profile();
      const start = () => RealBrowser.start(launchOptions.executablePath ?? "chromium", launchOptions.args ?? [], profile);
      const first = await start();
      await first.page.goto(baseURL ?? "");
      const editor = await new Start(first.page).begin("共青团云岭县委");
      await editor.step("开头");
      // The words may stand for a moment only: they are waited for from before the typing on.
      const saving = first.page.waitForFunction(() =>
        document.querySelector(".bar-status")?.textContent?.startsWith("正在保存"),
      );
      await first.page.locator("#preamble").fill("断电前最后一句。");
      await saving;
      await expect(status(first.page)).toHaveText(SAVED);
      await first.page.waitForTimeout(seconds * 1000);
      await first.kill();

      const second = await start();
      await second.page.goto(baseURL ?? "");
      const again = await firstDraft(second.page);
      await again.step("开头");
      await expect(second.page.locator("#preamble")).toHaveValue("断电前最后一句。");
      await second.kill();
      await RealBrowser.forget(profile);
    });
  }

  test("at most the last two seconds of typing are gone when the browser is killed in the middle of it", async ({ baseURL, launchOptions }) => {
    test.setTimeout(120_000);
    const profile = await RealBrowser.profile();
    const start = () => RealBrowser.start(launchOptions.executablePath ?? "chromium", launchOptions.args ?? [], profile);
    const first = await start();
    await first.page.goto(baseURL ?? "");
    const editor = await new Start(first.page).begin("共青团云岭县委");
    await editor.step("开头");
    await first.page.locator("#preamble").focus();
    // A key every 100 ms, never a pause.
    const begun = Date.now();
    let typed = 0;
    while (Date.now() - begun < 8000) {
      await first.page.keyboard.type(String(typed % 10), { delay: 0 });
      typed += 1;
      await first.page.waitForTimeout(Math.max(0, begun + typed * 100 - Date.now()));
    }
    const pace = (Date.now() - begun) / typed;
    await first.kill();
    const second = await start();
    await second.page.goto(baseURL ?? "");
    const again = await firstDraft(second.page);
    await again.step("开头");
    const kept = (await second.page.locator("#preamble").inputValue()).length;
    // Two seconds, and the writing itself.
    expect(typed - kept, `${kept} of ${typed} kept`).toBeLessThanOrEqual(Math.ceil(3000 / pace));
    await second.kill();
    await RealBrowser.forget(profile);
  });
});

test.describe("one of the two copies fails", () => {
  test("a draft opens from the database when localStorage was cleared", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("只在数据库里了。");
    await expect(status(page)).toHaveText(SAVED);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect(page.locator("#preamble")).toHaveValue("只在数据库里了。");
    await expect(status(page)).toHaveText(SAVED);
    await start.open();
    await expect(start.drafts()).toHaveCount(1);
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("qinggao/draft/")).length)).toBe(1);
  });

  test("localStorage cleared while writing loses nothing, and saving goes on", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("清空之前。");
    await expect(status(page)).toHaveText(SAVED);
    await page.evaluate(() => localStorage.clear());
    await page.locator("#preamble").fill("清空之前。清空之后。");
    await expect(status(page)).toHaveText(/^正在保存/);
    await expect(status(page)).toHaveText(SAVED);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect(page.locator("#preamble")).toHaveValue("清空之前。清空之后。");
  });

  test("an older text in localStorage gives way to the newer one in the database", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("旧的一句。");
    await expect(status(page)).toHaveText(SAVED);
    const old = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith("qinggao/draft/")));
    await page.locator("#preamble").fill("新的一句。");
    await expect(status(page)).toHaveText(/^正在保存/);
    await expect(status(page)).toHaveText(SAVED);
    await page.evaluate(([key, text]) => localStorage.setItem(key ?? "", text ?? ""), old ?? []);
    await page.reload();
    await expect(page.locator("#preamble")).toHaveValue("新的一句。");
  });

  test("a draft is stored anew when the database was deleted", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.saved();
    await start.open();
    await page.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase("qinggao").onsuccess = resolve)));
    await page.reload();
    await expect(start.drafts()).toHaveCount(1);
    await expect.poll(async () => Object.keys(await durable(page)).filter((key) => key.startsWith("qinggao/draft/")).length).toBe(1);
  });

  test("a damaged text in localStorage is set aside, the sound one opens, and it is said", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("完好的一份。");
    await expect(status(page)).toHaveText(SAVED);
    const cut = await page.evaluate(() => {
      const [key, text] = Object.entries(localStorage).find(([key]) => key.startsWith("qinggao/draft/")) ?? ["", ""];
      localStorage.setItem(key, text.slice(0, 200));
      return text.slice(0, 200);
    });
    await page.goto("./#/");
    await page.reload();
    await expect(page.getByRole("status").filter({ hasText: "已改用另一处完好的内容" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "读不出来的文稿" })).toBeVisible();
    await expect(page.locator(".draft:not(.unreadable)")).toHaveCount(1);
    expect(Object.values(await durable(page))).toContain(cut);
    await page.locator(".draft:not(.unreadable)").getByRole("link").first().click();
    await editor.step("开头");
    await expect(page.locator("#preamble")).toHaveValue("完好的一份。");
  });

  test("a damaged text in the database is set aside and the draft opens as it was", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.saved();
    await start.open();
    await setDurable(page, '{"app":"qinggao","kind":"dr');
    await page.reload();
    await expect(page.getByRole("heading", { name: "读不出来的文稿" })).toBeVisible();
    await expect(page.locator(".draft:not(.unreadable)")).toHaveCount(1);
  });

  test("with localStorage full saving goes on in the database, says so, and the draft opens from there", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("先存下这句。");
    await expect(status(page)).toHaveText(SAVED);
    await fillLocalStorage(page);
    await page.locator("#preamble").fill("再写就满了。".repeat(200));
    await expect(status(page)).toHaveText(/^已保存 \d+:\d\d（已存入浏览器数据库；快速保存区已满/);
    await page.reload();
    await expect(page.locator("#preamble")).toHaveValue("再写就满了。".repeat(200));
    await page.evaluate(() => {
      for (const name of Object.keys(localStorage)) if (name.startsWith("other-")) localStorage.removeItem(name);
    });
    await page.locator("#preamble").fill("又有地方了。");
    await expect(status(page)).toHaveText(SAVED);
  });

  test("with localStorage blocked everything goes to the database and comes from there", async ({ page, app }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    await app.open();
    const editor = await new Start(page).begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("只有数据库。");
    await expect(status(page)).toHaveText(/^已保存 \d+:\d\d（已存入浏览器数据库）$/);
    await page.reload();
    await expect(page.locator("#preamble")).toHaveValue("只有数据库。");
  });

  const failures: [string, () => void][] = [
    ["absent", () => Object.defineProperty(window, "indexedDB", { value: null })],
    [
      "blocked",
      () =>
        Object.defineProperty(window, "indexedDB", {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        }),
    ],
    [
      "failing",
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("broken", "UnknownError");
        };
      },
    ],
    ["hanging", () => void (IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest)],
  ];
  for (const [how, fail] of failures) {
    test(`with the database ${how} the draft is in localStorage and the words are careful`, async ({ page, app }) => {
      await page.addInitScript(fail);
      await app.open();
      const editor = await new Start(page).begin("共青团云岭县委");
      await editor.step("开头");
      await page.locator("#preamble").fill("只有这一份。");
      await expect(status(page)).toHaveText(/^已保存 \d+:\d\d（本机，断电可能丢失最后一分钟）$/);
      await page.reload();
      await expect(page.locator("#preamble")).toHaveValue("只有这一份。");
    });
  }

  test("with both refused the user is told to take a backup and nothing written is gone", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("先存下这句。");
    await expect(status(page)).toHaveText(SAVED);
    await fillLocalStorage(page);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.locator("#preamble").fill("再写就满了。".repeat(200));
    await expect(status(page)).toHaveText(/^未保存：浏览器的保存空间已满.*请先下载备份/);
    await page.goto("./#/");
    await expect(start.drafts().first()).toContainText("未存入浏览器");
    await firstDraft(page);
    await editor.step("开头");
    await expect(page.locator("#preamble")).toHaveValue("再写就满了。".repeat(200));
  });

  test("a draft deleted for ever does not come back when localStorage is lost", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.saved();
    await start.open();
    await page.getByRole("button", { name: /^删除/ }).click();
    await page.goto("./#/trash");
    const kept = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith("qinggao/draft/")));
    await page.getByRole("button", { name: /^彻底删除/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "彻底删除" }).click();
    await expect(page.getByText("回收站是空的。")).toBeVisible();
    await expect.poll(async () => Object.keys(await durable(page)).filter((key) => key.startsWith("qinggao/draft/"))).toEqual([]);
    await page.evaluate(([key, text]) => {
      localStorage.clear();
      localStorage.setItem(key ?? "", text ?? "");
    }, kept ?? []);
    await page.reload();
    await expect(page.getByText("回收站是空的。")).toBeVisible();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("qinggao/draft/")))).toEqual([]);
  });

  test("a page of an older build stops writing when a newer one has moved in", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("旧页面存的。");
    await expect(status(page)).toHaveText(SAVED);
    await page.evaluate(() => localStorage.setItem("qinggao/schema", "99"));
    const before = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("qinggao/draft/")));
    await page.locator("#preamble").fill("旧页面又写的。");
    await expect(status(page)).toHaveText(/^未保存：.*新版青稿.*请下载备份/);
    expect(await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("qinggao/draft/")))).toEqual(before);
    expect(Object.values(await durable(page)).join()).not.toContain("旧页面又写的。");
  });

  for (const [when, year] of [["a year back", 2025], ["ten years on", 2036]] as const) {
    test(`with the clock ${when} the last words typed are the ones that stand`, async ({ start, page }) => {
      const editor = await start.begin("共青团云岭县委");
      await editor.step("开头");
      await page.locator("#preamble").fill("时钟改动之前。");
      await expect(status(page)).toHaveText(SAVED);
      const before = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith("qinggao/draft/")));
      await page.clock.setSystemTime(new Date(`${year}-07-01T09:30:00+08:00`));
      await page.locator("#preamble").fill("时钟改动之后。");
      await expect(status(page)).toHaveText("已保存 9:30");
      await page.evaluate(([key, text]) => localStorage.setItem(key ?? "", text ?? ""), before ?? []);
      await page.reload();
      await expect(page.locator("#preamble")).toHaveValue("时钟改动之后。");
    });
  }
});
