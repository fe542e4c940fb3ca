import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { paragraphs } from "./docx";
import { expect, test } from "./fixtures";

/** Presses Tab until the focus is on an element of this name, as someone without a mouse does. */
async function tabTo(page: Page, name: RegExp, back = false): Promise<void> {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      // Neither the page nor the form as a whole is what was looked for.
      if (element === document.body || element?.tagName === "MAIN") return "";
      const labels = (element as HTMLInputElement | null)?.labels;
      const label = labels ? [...labels].map((it) => it.textContent ?? "").join(" ") : "";
      return `${element?.getAttribute("aria-label") ?? ""} ${label} ${element?.innerText ?? ""}`;
    });
    if (name.test(found)) return;
  }
  throw new Error(`nothing named ${name} can be reached by Tab`);
}

test("the whole job is done with the keyboard alone", async ({ app, page }) => {
  test.setTimeout(180_000);
  const { keyboard } = page;
  await app.open();
  await tabTo(page, /新建总结/);
  await keyboard.press("Enter");
  // The dialog opens on its first field; Enter in it begins.
  await keyboard.type("共青团云岭县委");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "基本信息" })).toBeVisible();

  await tabTo(page, /下一步/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "数据指标" })).toBeVisible();
  const rows = page.locator("[id^=indicator-][id$=-name]");
  const before = await rows.count();
  await tabTo(page, /名称/);
  const figures: [string, string, string][] = [
    ["云岭团员", "人", "1779"],
    ["云岭志愿者", "名", "860"],
    ["云岭活动", "场", "36"],
    ["云岭支部", "个", "41"],
    ["云岭阵地", "个", "17"],
  ];
  for (const [index, row] of figures.entries()) {
    await keyboard.press("Control+Enter");
    await expect(rows).toHaveCount(before + index + 1);
    await expect(rows.nth(index + 1)).toBeFocused();
    for (const cell of row) {
      await keyboard.type(cell);
      await keyboard.press("Tab");
    }
  }

  // Each step's items: written in the headings that the template set, and one more below.
  for (const step of ["开头", "工作情况", "经验做法", "存在问题", "工作计划"]) {
    await tabTo(page, /下一步/);
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 2, name: step })).toBeVisible();
    if (step === "开头") {
      await tabTo(page, /^开头/);
      await keyboard.press("Control+a");
      await keyboard.type("现将工作报告如下。");
      continue;
    }
    await tabTo(page, /条目标题/);
    await keyboard.press("Control+a");
    await keyboard.type(`${step}甲`);
    await keyboard.press("Enter");
    await keyboard.type(`${step}正文，共有{云岭团`);
    await keyboard.press("Enter");
    await keyboard.type("。");
    await keyboard.press("Control+Enter");
    await keyboard.type(`${step}乙`);
    await keyboard.press("Alt+Shift+ArrowRight");
    await expect(page.locator(".item .ordinal").nth(1)).toHaveText("1.");
    await keyboard.press("Enter");
    await keyboard.type("下一级正文。");
  }
  await tabTo(page, /下一步/);
  await keyboard.press("Enter");
  await tabTo(page, /^结尾/);
  await keyboard.press("Control+a");
  await keyboard.type("特此报告。");
  await tabTo(page, /下一步/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "版式" })).toBeVisible();
  await tabTo(page, /下一步/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "核对导出" })).toBeVisible();
  await tabTo(page, /导出 Word/);
  const [download] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
  const text = paragraphs(await readFile(await download.path())).join("\n");
  for (const step of ["工作情况", "经验做法", "存在问题", "工作计划"]) {
    expect(text).toContain(`${step}甲`);
    expect(text).toContain(`${step}正文，共有1779人。`);
    expect(text).toContain(`1.${step}乙`);
  }
  expect(text).toContain("特此报告。");
});

test("a button that goes off under the focus keeps it", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委");
  await editor.step("开头");
  const before = await page.locator("#preamble").inputValue();
  await page.locator("#preamble").fill("一句。");
  const undo = page.getByRole("button", { name: "撤销" });
  await undo.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#preamble")).toHaveValue(before);
  await expect(undo).toBeDisabled();
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "重做" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#preamble")).toHaveValue("一句。");
});
