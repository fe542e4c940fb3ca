import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import type { Editor } from "./pages/editor";

/** Fills the item on the screen with `count` paragraphs: about 7 make a page. */
async function long(editor: Editor, page: Page, count: number): Promise<void> {
  await editor.step("工作情况");
  const lines = Array.from(
    { length: count },
    (_, at) => `第${at + 1}段：各级团组织围绕中心、服务大局，走访青年，听他们说困难，能办的当场办，不能办的记下来逐条回复，做到件件有着落、事事有回音。`,
  );
  await editor.text(0).fill(lines.join("\n"));
  await expect(page.locator(".pages-count")).toContainText(/共 \d{2,} 页/);
}

/** The text of what the browser saved. */
async function saved(download: Download): Promise<string> {
  return (await readFile(await download.path())).toString("utf8");
}

test("the report is saved as plain text and as Markdown under its own name", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("工作情况");
  await editor.heading(0).fill("抓牢*思想*引领");
  await editor.text(0).fill("组织学习36场。\n1. 另起一段。");
  await editor.step("核对导出");
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return file;
  };
  const plain = await download("下载纯文本");
  expect(plain.suggestedFilename()).toBe("共青团云岭县委员会2026年上半年工作总结及下半年工作计划.txt");
  const text = await saved(plain);
  expect(text.startsWith("\ufeff共青团云岭县委员会")).toBe(true);
  expect(text).toContain("（一）抓牢*思想*引领\r\n组织学习36场。\r\n1. 另起一段。\r\n");
  const marked = await download("下载 Markdown");
  expect(marked.suggestedFilename()).toMatch(/工作计划\.md$/);
  const markdown = await saved(marked);
  expect(markdown).toContain("### （一）抓牢\\*思想\\*引领\n\n组织学习36场。\n\n1\\. 另起一段。\n");
});

test("a double click on a download saves one file, and a later click another", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("核对导出");
  let saved = 0;
  page.on("download", () => (saved += 1));
  const button = page.getByRole("button", { name: "下载纯文本" });
  await button.dblclick();
  await page.waitForTimeout(1000);
  expect(saved).toBe(1);
  await button.click();
  await expect.poll(() => saved).toBe(2);
});

test("a short version says so beside the pages and in its file's name, and the draft stays whole", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("工作情况");
  await editor.heading(0).fill("抓牢思想引领");
  await editor.text(0).fill("组织学习36场。截止6月1日又学两场。");
  expect(await editor.pages()).toContain("又学两场");
  await expect(page.locator(".pages-brief")).toHaveCount(0);
  await editor.step("版式");
  await page.getByRole("checkbox", { name: /简版/ }).check();
  await expect(page.locator(".pages-brief")).toContainText("简版");
  const pages = await editor.pages();
  expect(pages).toContain("组织学习36场。");
  expect(pages).not.toContain("又学两场");
  const word = await editor.exported();
  expect(word.name).toBe("共青团云岭县委员会2026年上半年工作总结及下半年工作计划（简版）.docx");
  expect(word.paragraphs.join("\n")).not.toContain("又学两场");
  // What does not print is checked as well.
  await expect(page.getByRole("main")).toContainText("截止");
  await editor.step("工作情况");
  await expect(editor.text(0)).toHaveValue("组织学习36场。截止6月1日又学两场。");
});

test("a double click, and Enter with a click behind it, bring one file", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("核对导出");
  const files: string[] = [];
  page.on("download", (download) => files.push(download.suggestedFilename()));
  const button = page.getByRole("main").getByRole("button", { name: "导出 Word" });
  await button.dblclick();
  await expect(page.locator(".export-done")).toBeVisible();
  await page.waitForTimeout(1000);
  expect(files).toHaveLength(1);
  await button.focus();
  await page.keyboard.press("Enter");
  await button.click();
  await page.waitForTimeout(1500);
  expect(files).toHaveLength(2);
});

test("while 200 pages are written the page answers, and the writing can be ended", async ({ start, page }) => {
  test.setTimeout(180_000);
  const editor = await start.begin("共青团云岭县委员会");
  await long(editor, page, 1500);
  await editor.step("核对导出");
  const button = page.getByRole("main").getByRole("button", { name: "导出 Word" });
  const files: string[] = [];
  page.on("download", (download) => files.push(download.suggestedFilename()));
  // A slow computer's worker: it is at work for seconds.
  const worker = page.workers()[0] ?? (await page.waitForEvent("worker"));
  await expect.poll(() => worker.evaluate(() => typeof self.onmessage)).toBe("function");
  await worker.evaluate(() => {
    const own = self.onmessage as ((event: MessageEvent) => void) | null;
    self.onmessage = (event: MessageEvent) => {
      const end = Date.now() + 8000;
      while (Date.now() < end) continue;
      own?.(event);
    };
  });
  await button.click();
  const running = page.locator(".export-running");
  await expect(running).toBeVisible();
  // Frames run and keys are heard while the worker writes.
  const frames = await page.evaluate(async () => {
    let count = 0;
    for (; count < 10 && document.querySelector(".export-running"); count += 1) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
    return count;
  });
  expect(frames).toBe(10);
  const field = page.getByRole("textbox", { name: "页码" });
  await field.fill("100");
  await field.press("Enter");
  await expect(page.getByRole("group", { name: "第 100 页", exact: true })).toBeInViewport();
  await running.getByRole("button", { name: "取消" }).click();
  await expect(running).toHaveCount(0);
  await page.waitForTimeout(500);
  expect(files).toHaveLength(0);
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 90_000 }), button.click()]);
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe("PK");
});

test("a worker whose program is missing is told at once, and the next try works", async ({ start, page, troubles }) => {
  await page.route("**/workshop_bg.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("核对导出");
  await page.getByRole("main").getByRole("button", { name: "导出 Word" }).click();
  const notice = page.locator(".export-state .notice");
  await expect(notice).toContainText("导出程序没有启动", { timeout: 10_000 });
  await expect(notice).toContainText("刷新页面");
  await page.unroute("**/workshop_bg.wasm");
  const [file] = await Promise.all([page.waitForEvent("download"), notice.getByRole("button", { name: "重试" }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.docx$/);
  troubles.length = 0;
});

test("a worker that dies while it writes is told, and the next try works", async ({ start, page, troubles }) => {
  test.setTimeout(180_000);
  const editor = await start.begin("共青团云岭县委员会");
  const export_ = page.getByRole("main").getByRole("button", { name: "导出 Word" });
  await editor.exported();
  const worker = page.workers()[0];
  if (!worker) throw new Error("no worker");
  // It falls at the next job, as a panic would.
  await worker.evaluate(() => {
    self.onmessage = () => {
      throw new Error("fell on purpose");
    };
  });
  await page.waitForTimeout(700);
  await export_.click();
  const notice = page.locator(".export-state .notice");
  await expect(notice).toContainText("中途停止");
  const [file] = await Promise.all([page.waitForEvent("download"), notice.getByRole("button", { name: "重试" }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.docx$/);
  expect(troubles.filter((trouble) => !trouble.includes("fell on purpose"))).toEqual([]);
  troubles.length = 0;
});
