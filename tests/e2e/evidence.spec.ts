import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectNoViolations } from "./axe";
import { expect, test } from "./fixtures";
import { Editor } from "./pages/editor";
import { Evidence } from "./pages/evidence";
import type { Start } from "./pages/start";

const text =
  "部门22个（16个部门、5个社区），应到代表120人，实到96人，到会率80%。\n" +
  "截至6月30日，共有云岭团员{云岭团员}，服务青年300人。";

/** A short report with figures of every outcome. */
async function report(start: Start, page: Page): Promise<{ editor: Editor; evidence: Evidence }> {
  const editor = await start.begin("共青团云岭县委");
  await editor.step("数据指标");
  await editor.addFigure("云岭团员", "人", "1779", "1600", "2000");
  await editor.step("工作情况");
  await editor.clearItems();
  await editor.addItem("强化思想引领", text);
  await editor.step("核对导出");
  return { editor, evidence: new Evidence(page) };
}

const differs = { figure: "22个", words: "16 + 5 = 21，文中为 22" };

test.describe("the page of evidence", () => {
  test("lists every figure with what it was checked against, and leads to its words", async ({ start, page }) => {
    const { editor, evidence } = await report(start, page);
    await evidence.open();
    await expect(evidence.row(differs.figure)).toContainText(differs.words);
    await expect(evidence.row(differs.figure)).toContainText("不符");
    await expect(evidence.row("16个")).toContainText("待确认");
    await expect(evidence.row("80%")).toContainText("96 ÷ 120 × 100% = 80%");
    await expect(evidence.row("80%")).toContainText("到会率");
    await expect(evidence.row("300人")).toContainText("未找到可核对的依据");
    await expect(evidence.row("300人")).toContainText("截至6月30日");
    await expect(evidence.row("增长11.2%")).toContainText("(1779 - 1600) ÷ 1600 × 100% = 11.2%");
    await expect(evidence.row("1779人").first()).toContainText("引自数据指标「云岭团员」");
    await expect(evidence.place(differs.figure)).toHaveText("第1页 工作情况（一）第1段");

    const rows = await evidence.table();
    const count = (outcome: string) => rows.filter((row) => row.at(-1)?.trim() === outcome).length;
    await expect(evidence.summary()).toHaveText(
      `共 ${rows.length} 个数据：相符 ${count("相符")}，不符 ${count("不符")}，待确认 ${count("待确认")}，未核对 ${count("未核对")}`,
    );
    expect(count("不符")).toBe(1);
    await expectNoViolations(page);

    await evidence.place(differs.figure).click();
    await expect(editor.text(0)).toBeFocused();
    const selected = await editor.text(0).evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
    expect(selected).toBe("22个");

    // Back to the row one had followed; what was put right there is right here.
    await editor.text(0).fill(text.replace("5个社区", "6个社区"));
    await page.keyboard.press("F9");
    await evidence.shown();
    await expect(evidence.row("22个")).toContainText("16 + 6 = 22");
    await expect(evidence.row("22个")).toContainText("相符");
    await evidence.back();
    await expect(page.getByRole("heading", { level: 2, name: "核对导出" })).toBeVisible();
    await expect(page.getByRole("button", { name: "数据核对表" })).toBeFocused();
  });

  test("the browser's Back returns from the words to the row", async ({ start, page }) => {
    const { editor, evidence } = await report(start, page);
    await evidence.open();
    await evidence.place("300人").click();
    await expect(editor.text(0)).toBeFocused();
    await page.goBack();
    await evidence.shown();
    await expect(evidence.place("300人")).toBeFocused();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 2, name: "核对导出" })).toBeVisible();
  });

  test("F9 opens it over a field that is being written and leads back into it", async ({ start, page }) => {
    const { editor, evidence } = await report(start, page);
    await editor.step("工作情况");
    await editor.text(0).focus();
    await page.keyboard.press("F9");
    await evidence.shown();
    await page.keyboard.press("F9");
    await expect(page.getByRole("heading", { level: 2, name: "工作情况" })).toBeVisible();
    await expect(editor.text(0)).toBeFocused();
  });

  test("an undo on it is seen at once, and the focus is not lost", async ({ start, page }) => {
    const { editor, evidence } = await report(start, page);
    await editor.step("工作情况");
    // Typing in one field within a second is one step; a word elsewhere makes the next one its own.
    await editor.heading(0).fill("强化思想引领工作");
    await editor.text(0).fill("服务青年300人。");
    await page.keyboard.press("F9");
    await evidence.shown();
    await expect(evidence.row("22个")).toHaveCount(0);
    await evidence.place("300人").focus();
    await page.keyboard.press("Control+z");
    await expect(evidence.row("22个")).toHaveCount(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  });

  test("shows one outcome alone, and says where there is none", async ({ start, page }) => {
    const { evidence } = await report(start, page);
    await evidence.open();
    await evidence.filter("不符").click();
    await expect(evidence.filter("不符")).toHaveAttribute("aria-pressed", "true");
    await expect(evidence.rows()).toHaveCount(1);
    await expect(evidence.rows().first()).toContainText("22个");
    await evidence.filter("全部").click();
    expect(await evidence.rows().count()).toBeGreaterThan(8);
  });

  test("fits a narrow window: the table scrolls and the page does not", async ({ start, page }) => {
    const { evidence } = await report(start, page);
    await evidence.open();
    await page.setViewportSize({ width: 400, height: 800 });
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(wider).toBe(0);
    await evidence.filter("不符").click();
    await evidence.place(differs.figure).click();
    await expect(page.getByRole("textbox", { name: "条目正文" }).first()).toBeFocused();
  });

  test("is exported as a Word file of its own", async ({ start, page }) => {
    const { evidence } = await report(start, page);
    await evidence.open();
    const rows = await evidence.table();
    const word = await evidence.exported();
    expect(word.name).toBe("共青团云岭县委2026年上半年工作总结数据核对表.docx");
    const all = word.paragraphs.filter(Boolean);
    expect(all[0]).toBe("共青团云岭县委2026年上半年工作总结数据核对表");
    const expected = ["序号", "位置", "数据", "统计对象", "时间", "核对依据", "结果"];
    expect(all.join("|")).toContain(expected.join("|"));
    for (const words of [differs.words, "96 ÷ 120 × 100% = 80%", "未找到可核对的依据", "填报人：", "审核人：", "签发人："]) {
      expect(all.join("|")).toContain(words);
    }
    // Each row of the screen stands in the file: its place, its figure and its outcome.
    for (const row of rows) {
      for (const cell of [row[1], row[2], row.at(-1)]) expect(all).toContain(cell?.trim());
    }
    await expect(page.getByText("已导出「共青团云岭县委2026年上半年工作总结数据核对表.docx」")).toBeVisible();
    const keep = process.env.QINGGAO_KEEP;
    if (keep) writeFileSync(join(keep, "evidence.docx"), word.bytes);
  });

  test("prints its own pages, and the report prints again elsewhere", async ({ start, page }) => {
    const { evidence } = await report(start, page);
    await page.evaluate(() => {
      window.print = () => {
        const pages = document.querySelector(".print-pages")?.textContent ?? "";
        document.body.setAttribute("data-printed", pages);
        window.dispatchEvent(new Event("afterprint"));
      };
    });
    await evidence.open();
    await page.getByRole("button", { name: "打印核对表" }).click();
    await expect(page.locator("body")).toHaveAttribute("data-printed", /数据核对表.*核对依据.*未找到可核对的依据.*签发人：.*— \d —/s);
    await evidence.back();
    await page.getByRole("button", { name: "打印", exact: true }).click();
    await expect(page.locator("body")).toHaveAttribute("data-printed", /工作总结及下半年工作计划/);
    await expect(page.locator("body")).not.toHaveAttribute("data-printed", /核对依据/);
  });

  test("a report without figures says so, and its address opens it", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("开头");
    await page.getByRole("textbox", { name: "开头" }).fill("现将工作报告如下。");
    await editor.saved();
    await page.evaluate(() => {
      location.hash = location.hash.replace(/[^/]*$/, "evidence");
    });
    await page.reload();
    const evidence = new Evidence(page);
    await evidence.shown();
    await expect(page.getByText("文稿里还没有数据。")).toBeVisible();
    await expect(evidence.summary()).toHaveText("共 0 个数据：相符 0，不符 0，未核对 0");
    await evidence.back();
    await expect(page.getByRole("heading", { level: 2, name: "核对导出" })).toBeVisible();
  });
});
