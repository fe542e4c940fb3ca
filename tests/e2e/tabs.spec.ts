import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { Start } from "./pages/start";

const status = (page: Page) => page.locator(".bar-status");
const take = (page: Page) => page.getByRole("button", { name: "在此继续编辑" });

test.describe("two pages", () => {
  test("the second page on a draft reads it, follows the first, and takes it over with all that was typed", async ({ start, page, context }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("在第一页写的。");
    await editor.saved();
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(status(other)).toHaveText(/正在另一个页面中编辑/);
    // Nothing can be written: the one field is that of the page to go to.
    await expect(other.locator("#form, textarea")).toHaveCount(0);
    await expect(other.getByRole("region")).toContainText("在第一页写的。");
    await page.locator("#preamble").fill("在第一页接着写的。");
    await expect(other.getByRole("region")).toContainText("在第一页接着写的。");
    // Typed and not saved yet when the other page asks for it.
    await page.locator("#preamble").pressSequentially("最后一句。");
    await take(other).click();
    await expect(other.locator("#preamble")).toHaveValue("在第一页接着写的。最后一句。");
    await expect(take(page)).toBeVisible();
    await expect(page.locator("#form, textarea")).toHaveCount(0);
    await other.locator("#preamble").fill("在第二页写的。");
    await expect(status(other)).toHaveText(/^已保存 \d+:\d\d$/);
    await expect(page.getByRole("region")).toContainText("在第二页写的。");
    // And back.
    await take(page).click();
    await expect(page.locator("#preamble")).toHaveValue("在第二页写的。");
    await page.locator("#preamble").fill("又回到第一页。");
    await editor.saved();
    await expect(take(other)).toBeVisible();
    await start.open();
    await expect(start.drafts()).toHaveCount(1);
  });

  test("a draft whose page was closed is free to be written on", async ({ start, page, context }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await editor.saved();
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(take(other)).toBeVisible();
    await page.close({ runBeforeUnload: true });
    await expect(status(other)).toHaveText(/另一个页面已关闭/);
    await take(other).click();
    await other.locator("#preamble").fill("接着写。");
    await expect(status(other)).toHaveText(/^已保存 \d+:\d\d$/);
  });

  test("a draft whose page crashed can be written on at once", async ({ start, page, context, troubles }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("崩溃之前存下的。");
    await expect(status(page)).toHaveText(/^已保存 \d+:\d\d$/);
    const address = page.url();
    const other = await context.newPage();
    await other.goto(address);
    await expect(take(other)).toBeVisible();
    await page.goto("chrome://crash").catch(() => undefined);
    troubles.length = 0;
    await take(other).click();
    await expect(other.locator("#preamble")).toHaveValue("崩溃之前存下的。");
    await other.locator("#preamble").fill("接着写。");
    await expect(status(other)).toHaveText(/^已保存 \d+:\d\d$/);
  });

  test("two drafts in two pages are saved without touching each other", async ({ start, page, context }) => {
    const first = await start.begin("共青团云岭县委");
    await first.step("开头");
    const other = await context.newPage();
    await other.goto("./");
    const second = await new Start(other).begin("共青团青禾区委");
    await second.step("开头");
    for (const at of [1, 2, 3]) {
      await page.locator("#preamble").fill(`第一份第${at}次。`);
      await other.locator("#preamble").fill(`第二份第${at}次。`);
      await Promise.all([expect(status(page)).toHaveText(/^已保存/), expect(status(other)).toHaveText(/^已保存/)]);
    }
    await Promise.all([page.reload(), other.reload()]);
    await expect(page.locator("#preamble")).toHaveValue("第一份第3次。");
    await expect(other.locator("#preamble")).toHaveValue("第二份第3次。");
  });

  test("a page that missed the taking over keeps what it typed as a draft beside the other", async ({ start, page, context }) => {
    // This page hears nobody, as a frozen one.
    await page.addInitScript(() => {
      Object.defineProperty(BroadcastChannel.prototype, "onmessage", { set() {} });
      window.addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
    });
    await page.reload();
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("原来的话。");
    await editor.saved();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator("#preamble").fill("别的页面写的。");
    await expect(status(other)).toHaveText(/^已保存 \d+:\d\d$/);
    await page.locator("#preamble").fill("醒来的页面写的。");
    await expect(page.getByRole("status").filter({ hasText: "另存为一份" })).toBeVisible();
    await expect(take(page)).toBeVisible();
    await other.reload();
    await expect(other.locator("#preamble")).toHaveValue("别的页面写的。");
    await start.open();
    await expect(start.drafts()).toHaveCount(2);
    const texts = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("qinggao/draft/")).map(([, text]) => text).join());
    expect(texts).toContain("醒来的页面写的。");
  });

  test("a draft deleted for ever in one page and written on in the other is kept", async ({ start, page, context }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await editor.saved();
    const other = await context.newPage();
    await other.goto("./");
    await other.getByRole("button", { name: /^删除/ }).click();
    await other.goto("./#/trash");
    await other.getByRole("button", { name: /^彻底删除/ }).click();
    await other.getByRole("dialog").getByRole("button", { name: "彻底删除" }).click();
    await expect(other.getByText("回收站是空的。")).toBeVisible();
    await page.locator("#preamble").fill("还在写。");
    await expect(status(page)).toHaveText(/^正在保存/);
    await expect(status(page)).toHaveText(/^已保存 \d+:\d\d$/);
    await page.reload();
    await expect(page.locator("#preamble")).toHaveValue("还在写。");
  });
});

test.describe("what the browser may clear", () => {
  test("the start screen reminds of a backup, gently, and can be put off", async ({ start, page }) => {
    const reminder = page.locator(".reminder");
    await expect(reminder).toHaveCount(0);
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.locator("#preamble").fill("写了一些。");
    await editor.step("工作情况");
    await editor.heading(0).fill("抓学习");
    await editor.text(0).fill("开展主题团日活动。");
    await editor.step("结尾落款");
    await page.locator("#closing").fill("特此报告。");
    await editor.saved();
    await start.open();
    await page.reload();
    if (await page.evaluate(() => navigator.storage.persisted())) {
      await expect(reminder).toHaveCount(0);
      return;
    }
    await expect(reminder).toContainText("下载一份备份");
    await reminder.getByRole("button", { name: "全部备份" }).click();
    await expect(reminder).toHaveCount(0);
    await page.reload();
    await expect(start.drafts()).toHaveCount(1);
    await expect(reminder).toHaveCount(0);
  });

  test("the browser is asked to keep what is stored at the first text, once", async ({ page, app }) => {
    await page.addInitScript(() => {
      const asked: number[] = [];
      Object.defineProperty(window, "asked", { value: asked });
      StorageManager.prototype.persist = async () => {
        asked.push(1);
        return true;
      };
    });
    const asked = () => page.evaluate(() => (window as unknown as { asked: number[] }).asked.length);
    await app.open();
    const editor = await new Start(page).begin("共青团云岭县委");
    await editor.saved();
    expect(await asked()).toBe(0);
    await editor.step("开头");
    await page.locator("#preamble").fill("第一句。");
    await editor.saved();
    await expect.poll(asked).toBe(1);
    await page.locator("#preamble").fill("第二句。");
    await editor.saved();
    expect(await asked()).toBe(1);
  });
});
