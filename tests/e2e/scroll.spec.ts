import type { Page } from "@playwright/test";
import { expectNoViolations } from "./axe";
import { expect, test } from "./fixtures";
import type { Editor } from "./pages/editor";

/** Pages that may be drawn at once, seen and near. */
const DRAWN = 12;

/** A report of about 200 pages: each paragraph is a page by itself, named by its number. */
async function long(editor: Editor, page: Page, paragraphs: number): Promise<void> {
  await editor.step("工作情况");
  const words = "各级团组织走访青年，听他们说困难，能办的当场办，不能办的记下来逐条回复。";
  const lines = Array.from({ length: paragraphs }, (_, at) => `第${at + 1}段起。${words.repeat(17)}`);
  await editor.text(0).fill(lines.join("\n"));
  await expect.poll(() => pages(page), { timeout: 30_000 }).toBeGreaterThan(paragraphs - 1);
}

/** How many pages there are. */
async function pages(page: Page): Promise<number> {
  const said = (await page.locator(".pages-count").textContent()) ?? "";
  return Number(/共 (\d+) 页/.exec(said)?.[1] ?? 0);
}

test("of 200 pages only those near are drawn, at the middle and at the end", async ({ start, page }) => {
  test.setTimeout(120_000);
  const editor = await start.begin("共青团云岭县委员会");
  await long(editor, page, 200);
  const all = await pages(page);
  const field = page.getByRole("textbox", { name: "页码" });
  const drawn = page.locator(".pages .page");
  expect(await drawn.count()).toBeLessThanOrEqual(DRAWN);

  const middle = Math.floor(all / 2);
  await field.fill(String(middle));
  await field.press("Enter");
  await expect(page.getByRole("group", { name: `第 ${middle} 页`, exact: true })).toBeInViewport();
  await expect(page.getByRole("group", { name: `第 ${middle} 页`, exact: true })).toContainText("能办的当场办");
  await expect(field).toHaveValue(String(middle));
  expect(await drawn.count()).toBeLessThanOrEqual(DRAWN);

  const panel = page.getByRole("region", { name: /版面/ });
  await panel.focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("group", { name: `第 ${all} 页`, exact: true })).toBeInViewport();
  await expect(page.locator(".pages .page").last()).toContainText("共青团云岭县委员会");
  await expect(field).toHaveValue(String(all));
  expect(await drawn.count()).toBeLessThanOrEqual(DRAWN);
  await page.keyboard.press("Home");
  await expect(field).toHaveValue("1");
  await expect(page.locator(".pages .page").first()).toContainText("工作总结");

  await field.fill("9999");
  await field.press("Enter");
  await expect(field).toHaveValue(String(all));
  await field.fill("二");
  await field.press("Enter");
  await expect(field).toHaveValue(String(all));
});

test("a whole page fits, keys turn and size the pages, and the size stays while the draft is open", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await long(editor, page, 6);
  const field = page.getByRole("textbox", { name: "页码" });
  const panel = page.getByRole("region", { name: /版面/ });
  await page.getByRole("button", { name: "整页" }).click();
  await expect(page.getByRole("button", { name: "整页" })).toHaveAttribute("aria-pressed", "true");
  await panel.focus();
  await page.keyboard.press("Home");
  const slot = page.getByRole("group", { name: "第 1 页", exact: true });
  const [box, room] = [await slot.boundingBox(), await panel.boundingBox()];
  expect(box?.height).toBeLessThanOrEqual(room?.height ?? 0);
  await page.keyboard.press("PageDown");
  await expect(field).toHaveValue("2");
  await page.keyboard.press("PageDown");
  await expect(field).toHaveValue("3");
  await page.keyboard.press("PageUp");
  await expect(field).toHaveValue("2");

  const percent = page.locator(".pages-zoom");
  const size = async () => Number((await percent.textContent())?.replace("%", ""));
  const whole = await size();
  await page.keyboard.press("Control+Equal");
  await expect.poll(size).toBeGreaterThan(whole);
  await page.keyboard.press("Control+Minus");
  await page.keyboard.press("Control+Minus");
  await expect.poll(size).toBeLessThan(whole);
  const before = await size();
  await panel.hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await expect.poll(size).toBeGreaterThan(before);
  const kept = await size();
  await editor.step("开头");
  await page.locator(".side .tabs .tab").last().click();
  await page.getByRole("button", { name: "版面" }).click();
  expect(await size()).toBe(kept);
});

test("the length stands part by part against its limit, beside the pages and before the export", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("工作情况");
  await editor.text(0).fill("团".repeat(6000));
  const length = page.locator(".pages .length");
  await expect(length.locator("summary")).toContainText(/超过上限 \d+ 字，多 \d+ 字/);
  await length.locator("summary").press("Enter");
  const rows = length.locator("tbody tr");
  await expect(rows.first()).toContainText("标题、主送和开头");
  await expect(rows.last()).toContainText("结尾落款");
  const work = rows.filter({ hasText: "工作情况" });
  expect(Number(await work.locator("td").first().textContent())).toBeGreaterThan(6000);
  const counts = (await rows.locator("td:nth-child(2)").allTextContents()).map(Number);
  const whole = Number(await length.locator("tfoot td").first().textContent());
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(whole);
  await expectNoViolations(page);
  await editor.step("核对导出");
  const facts = page.getByRole("main").locator(".length");
  await expect(facts.locator("summary")).toContainText(`${whole} 字`);
  await facts.locator("summary").click();
  await expect(facts.locator("tbody tr")).toHaveCount(await rows.count());
  await expectNoViolations(page);
});
