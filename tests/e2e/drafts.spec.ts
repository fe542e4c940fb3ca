import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "./fixtures";

test.describe("drafts", () => {
  test("two drafts stand side by side in the list, newest first", async ({ start, page }) => {
    const first = await start.begin("共青团云岭县委");
    await first.saved();
    await start.open();
    const second = await start.begin("共青团青禾区委", { span: "下半年" });
    await second.step("工作情况");
    await second.text(0).fill("只写在第二份里。");
    await second.saved();
    await start.open();
    await expect(start.drafts()).toHaveCount(2);
    await expect(start.drafts().nth(0)).toContainText("共青团青禾区委");
    await expect(start.drafts().nth(0)).toContainText("2026年下半年");
    await expect(start.drafts().nth(1)).toContainText("共青团云岭县委");
    await start.drafts().nth(1).getByRole("link").first().click();
    await first.step("工作情况");
    await expect(first.text(0)).toHaveValue("");
    await expect(page).toHaveTitle(/共青团云岭县委/);
  });

  test("all is there after a reload and after the browser's page was closed", async ({ start, context, app }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.text(0).fill("刚刚写完就关掉。");
    // Closed within the pause before saving: hiding the page saves.
    await editor.page.close({ runBeforeUnload: true });
    const page = await context.newPage();
    await page.goto("./");
    await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await page.getByRole("link", { name: "工作情况" }).click();
    await expect(page.getByRole("textbox", { name: "条目正文" }).first()).toHaveValue("刚刚写完就关掉。");
    expect(app).toBeTruthy();
  });

  test("a deleted draft comes back by undo, and from the trash", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.saved();
    await start.open();
    await page.getByRole("button", { name: /^删除/ }).click();
    await expect(start.drafts()).toHaveCount(0);
    await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
    await expect(start.drafts()).toHaveCount(1);
    await page.getByRole("button", { name: /^删除/ }).click();
    await expect(start.drafts()).toHaveCount(0);
    await page.goto("./#/trash");
    await page.getByRole("button", { name: /^恢复/ }).click();
    await start.open();
    await expect(start.drafts()).toHaveCount(1);
  });

  test("a backup goes out and comes in on another machine, and overwrites nothing here", async ({ start, page, browser, baseURL }, info) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.text(0).fill("备份里的话。");
    await editor.saved();
    await start.open();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^下载备份/ }).first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/青稿备份.*\.qinggao$/);
    const file = info.outputPath("backup.qinggao");
    await writeFile(file, await readFile(await download.path()));

    const other = await (await browser.newContext({ baseURL })).newPage();
    await other.goto("./");
    const [chooser] = await Promise.all([
      other.waitForEvent("filechooser"),
      other.getByRole("button", { name: /打开备份文件/ }).click(),
    ]);
    await chooser.setFiles(file);
    await other.getByRole("button", { name: "加入 1 份" }).click();
    await other.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await other.getByRole("link", { name: "工作情况" }).click();
    await expect(other.getByRole("textbox", { name: "条目正文" }).first()).toHaveValue("备份里的话。");
    await other.context().close();

    const [again] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: /打开备份文件/ }).first().click(),
    ]);
    await again.setFiles(file);
    await expect(page.getByRole("dialog").filter({ hasText: "完全相同" }).first()).toBeVisible();
  });

  test("a file that is no backup is told and changes nothing", async ({ start, page }, info) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.saved();
    await start.open();
    const files: [string, string][] = [
      ["notes.json", "{\"hello\": 1}"],
      ["cut.json", "{\"app\":\"qinggao\",\"kind\":\"backup\",\"sch"],
      ["report.json", "PK\u0003\u0004 not json at all"],
    ];
    for (const [name, content] of files) {
      const file = info.outputPath(name);
      await writeFile(file, content);
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: /打开备份文件|换一个文件/ }).last().click(),
      ]);
      await chooser.setFiles(file);
      await expect(page.getByRole("dialog").filter({ hasText: "没有打开这个文件" })).toBeVisible();
    }
    await page.keyboard.press("Escape");
    await expect(start.drafts()).toHaveCount(1);
  });

  test("a stored value that can be read in neither copy is kept and shown", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.saved();
    const { key, cut } = await page.evaluate(() => {
      const [key, text] = Object.entries(localStorage).find(([name]) => name.startsWith("qinggao/draft/")) ?? ["", ""];
      const cut = text.slice(0, 200);
      localStorage.setItem(key, cut);
      return new Promise<{ key: string; cut: string }>((resolve) => {
        const opened = indexedDB.open("qinggao");
        opened.onsuccess = () => {
          const transaction = opened.result.transaction("texts", "readwrite");
          transaction.objectStore("texts").put(cut, key);
          transaction.oncomplete = () => {
            opened.result.close();
            resolve({ key, cut });
          };
        };
      });
    });
    await page.goto("./#/");
    await page.reload();
    await expect(page.getByText("读不出来的文稿")).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^下载原文/ }).click(),
    ]);
    expect(await readFile(await download.path(), "utf8")).toBe(cut);
    expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe(cut);
  });

  test("with blocked storage the app starts, says so, and exports", async ({ page, app }) => {
    await page.addInitScript(() => {
      for (const store of ["localStorage", "indexedDB"]) {
        Object.defineProperty(window, store, {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        });
      }
    });
    await app.open();
    await expect(page.getByText("文稿现在没有保存到浏览器里")).toBeVisible();
    const { Start } = await import("./pages/start");
    const editor = await new Start(page).begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.text(0).fill("存不下也能写。");
    await expect(page.locator(".bar-status")).toContainText("未保存");
    const word = await editor.exported();
    expect(word.paragraphs.join("\n")).toContain("存不下也能写。");
  });

  test("full storage is said, the old state stays, and saving goes on when there is room", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.text(0).fill("先存下这句。");
    await editor.saved();
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      for (let size = 1 << 20; size > 0; size >>= 1) {
        try {
          for (let at = 0; ; at += 1) localStorage.setItem(`other-${size}-${at}`, "x".repeat(size));
        } catch {
          // Full for this size: fill the rest with smaller ones.
        }
      }
    });
    await editor.text(0).fill("再写就满了。".repeat(200));
    await expect(page.locator(".bar-status")).toHaveText(/^未保存：浏览器的保存空间已满/);
    const stored = await page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith("qinggao/draft/"))?.[1] ?? "");
    expect(stored).toContain("先存下这句。");
    await page.evaluate(() => {
      for (const name of Object.keys(localStorage)) if (name.startsWith("other-")) localStorage.removeItem(name);
    });
    await page.keyboard.press("Control+s");
    await expect(page.locator(".bar-status")).toHaveText(/^已保存.*（本机，断电可能丢失最后一分钟）$/);
  });

  test("the template of the chosen kind of unit is offered first and chosen", async ({ start, page }) => {
    await page.getByRole("button", { name: /新建总结/ }).first().click();
    const dialog = page.getByRole("dialog", { name: "新建总结" });
    const offered: [string, string][] = [
      ["开发区团工委", "开发区团工委"],
      ["团支部", "团支部简版"],
      ["街道乡镇团委", "街道乡镇团委全年"],
      ["区县团委", "区县团委上半年"],
    ];
    for (const [kind, template] of offered) {
      await dialog.getByLabel("单位类型").selectOption({ label: kind });
      for (const span of ["全年", "下半年"]) {
        await dialog.getByLabel("期间").selectOption({ label: span });
        await expect(dialog.locator(".template-name").first()).toHaveText(template);
        await expect(dialog.getByRole("radio", { name: template })).toBeChecked();
        await expect(dialog.locator(".template-name").last()).toHaveText("专项工作总结");
      }
    }
    expect(start).toBeTruthy();
  });
});
