import type { Locator, Page } from "@playwright/test";
import { expectNoViolations } from "./axe";
import { expect, test } from "./fixtures";
import type { Editor } from "./pages/editor";
import type { Start } from "./pages/start";

const SUM = "摸排部门和社区22个（16个部门、5个社区）。";
const OTHER_SUM = "组建队伍30支（城区18支、乡镇11支）。";
const PRODUCT = "开展讲座8场，每场12人，共90人。";

/** A report with findings in two items, at the step of the first part, the findings open. */
async function begin(start: Start, page: Page, first = SUM + PRODUCT, second = OTHER_SUM): Promise<Editor> {
  const editor = await start.begin("共青团云岭县委");
  await editor.step("工作情况");
  await editor.text(0).fill(first);
  await editor.text(1).fill(second);
  await side(page).getByRole("button", { name: "核对" }).click();
  await expect(row(page, "合计不符").first()).toBeVisible();
  return editor;
}

const side = (page: Page): Locator => page.getByRole("complementary");
const row = (page: Page, words: string): Locator => side(page).locator(".finding").filter({ hasText: words });
const mark = (page: Page, words: string): Locator => page.locator(".writing-backdrop .mark").filter({ hasText: words });
const folded = (page: Page): Locator => side(page).locator("summary").filter({ hasText: "已忽略" });
const back = (page: Page, rule: string): Locator => side(page).getByRole("button", { name: `恢复「${rule}」` });
const undo = (page: Page): Locator => page.locator(".toast").getByRole("button", { name: "撤销" });

/** Puts the caret behind some words of a field. */
async function caretBehind(field: Locator, words: string): Promise<void> {
  await field.evaluate((element, wanted) => {
    const area = element as HTMLTextAreaElement;
    const at = area.value.indexOf(wanted) + wanted.length;
    area.focus();
    area.setSelectionRange(at, at);
  }, words);
}

test.describe("a finding that stands as it is", () => {
  test("is gone once ignored, stays gone after a reload and comes back when it is taken back", async ({ start, page }) => {
    const editor = await begin(start, page);
    const before = await side(page).locator(".finding").count();
    await row(page, "16 + 5 = 21 ≠ 22").getByRole("button", { name: "忽略此处" }).click();
    await expect(row(page, "16 + 5")).toHaveCount(0);
    await expect(mark(page, "22个")).toHaveCount(0);
    await expect(row(page, "合计不符"), "the same rule elsewhere is another finding").toHaveCount(1);
    await expect(side(page).locator(".finding")).toHaveCount(before - 1);
    await expect(page.locator(".step.finish .badge")).toContainText(String(before - 1));
    await expect(folded(page)).toHaveText("已忽略 1 项");
    await editor.saved();

    await page.reload();
    await side(page).getByRole("button", { name: "核对" }).click();
    await expect(row(page, "18 + 11 = 29")).toHaveCount(1);
    await expect(row(page, "16 + 5")).toHaveCount(0);
    await expect(mark(page, "22个")).toHaveCount(0);
    await folded(page).click();
    await expect(side(page).locator(".ignored-row")).toContainText("工作情况（一）");
    await back(page, "合计不符").click();
    await expect(row(page, "16 + 5 = 21 ≠ 22")).toHaveCount(1);
    await expect(mark(page, "22个")).toBeVisible();
    await expect(folded(page)).toHaveCount(0);
  });

  test("outlives edits around it, and comes back when its figures change", async ({ start, page }) => {
    const editor = await begin(start, page);
    await row(page, "16 + 5").getByRole("button", { name: "忽略此处" }).click();
    await expect(row(page, "16 + 5")).toHaveCount(0);
    await editor.text(0).fill(`上半年继续推进。${SUM}均已建账。${PRODUCT}`);
    await expect(row(page, "乘积不符")).toHaveCount(1);
    // Longer than the checks lag behind.
    await page.waitForTimeout(500);
    await expect(row(page, "16 + 5")).toHaveCount(0);

    await editor.text(0).fill(SUM.replace("5个", "4个"));
    await expect(row(page, "16 + 4 = 20 ≠ 22")).toHaveCount(1);
    await folded(page).click();
    await expect(side(page).locator(".ignored-row")).toContainText("原处已经改动");
    await editor.text(0).fill(SUM);
    await expect(row(page, "合计不符"), "its old figures are still ignored").toHaveCount(1);
    await editor.text(0).fill("");
    await side(page).getByRole("button", { name: "移除「合计不符」" }).click();
    await editor.text(0).fill(SUM);
    await expect(row(page, "16 + 5 = 21 ≠ 22")).toHaveCount(1);
  });

  test("of two equal ones in a field only the one that was meant goes", async ({ start, page }) => {
    const editor = await begin(start, page, `青苗杯XX人参加。${SUM}又有XX人报名。`);
    await expect(row(page, "XX人")).toHaveCount(2);
    await row(page, "XX人").first().getByRole("button", { name: "忽略此处" }).dblclick();
    await expect(row(page, "XX人"), "a double click ignores one").toHaveCount(1);
    await row(page, "XX人").getByRole("button", { name: /XX人/ }).click();
    const before = () => editor.text(0).evaluate((it: HTMLTextAreaElement) => it.value.slice(0, it.selectionStart));
    await expect.poll(before).toMatch(/又有$/);
  });

  test("is undone by the message and by Ctrl+Z, and made again by Ctrl+Y", async ({ start, page }) => {
    await begin(start, page);
    await row(page, "16 + 5").getByRole("button", { name: "忽略此处" }).click();
    await expect(row(page, "16 + 5")).toHaveCount(0);
    await undo(page).click();
    await expect(row(page, "16 + 5")).toHaveCount(1);
    await row(page, "16 + 5").getByRole("button", { name: "忽略此类" }).click();
    await expect(row(page, "合计不符")).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(row(page, "合计不符")).toHaveCount(2);
    await page.keyboard.press("Control+y");
    await expect(row(page, "合计不符")).toHaveCount(0);
  });
});

test.describe("a rule that is ignored", () => {
  test("finds nothing more, is listed with what it keeps back, and can be taken back", async ({ start, page }) => {
    const editor = await begin(start, page);
    await expect(row(page, "合计不符")).toHaveCount(2);
    await row(page, "合计不符").first().getByRole("button", { name: "忽略此类" }).click();
    await expect(row(page, "合计不符")).toHaveCount(0);
    await expect(mark(page, "22个")).toHaveCount(0);
    await expect(page.locator(".toast")).toContainText("共 2 处");
    await editor.text(2).fill("新建阵地9个（城区4个、乡镇4个）。");
    await folded(page).click();
    await expect(side(page).locator(".ignored-row")).toContainText("现有 3 处");
    await expect(mark(page, "9个")).toHaveCount(0);
    for (const at of [0, 1, 2]) await editor.text(at).fill("");
    await expect(side(page).locator(".ignored-row")).toContainText("现在没有这类问题");
    await back(page, "合计不符").click();
    await expect(folded(page)).toHaveCount(0);
    await editor.text(0).fill(SUM);
    await expect(row(page, "合计不符")).toHaveCount(1);
  });

  test("is listed in the step of the export as well", async ({ start, page }) => {
    const editor = await begin(start, page);
    await row(page, "合计不符").first().getByRole("button", { name: "忽略此类" }).click();
    await editor.step("核对导出");
    const form = page.getByRole("main");
    await expect(form.locator(".finding").filter({ hasText: "合计不符" })).toHaveCount(0);
    await expect(form.locator(".finding").filter({ hasText: "乘积不符" })).toHaveCount(1);
    await form.locator("summary").filter({ hasText: "已忽略" }).click();
    await form.getByRole("button", { name: "恢复「合计不符」" }).click();
    await expect(form.locator(".finding").filter({ hasText: "合计不符" })).toHaveCount(2);
  });
});

test.describe("with the keyboard alone", () => {
  test("the finding at the caret is ignored, and the caret stays", async ({ start, page }) => {
    const editor = await begin(start, page);
    const field = editor.text(0);
    await caretBehind(field, "部门和社区22");
    const card = page.getByRole("group", { name: "光标处的核对结果" });
    await expect(card).toContainText("16 + 5 = 21 ≠ 22");
    await expect(card).toContainText("错误");
    await page.keyboard.press("Alt+l");
    await expect(row(page, "16 + 5")).toHaveCount(0);
    await expect(card).toHaveCount(0);
    await expect(field).toBeFocused();
    await expect(field, "the key writes nothing").toHaveValue(SUM + PRODUCT);
    await page.keyboard.press("Alt+l");
    await expect(page.locator(".toast")).toContainText(["已忽略一处", "没有核对结果"]);

    await caretBehind(editor.text(1), "组建队伍30");
    await expect(card).toContainText("18 + 11");
    await page.keyboard.press("Alt+Shift+L");
    await expect(row(page, "合计不符")).toHaveCount(0);
    await expect(editor.text(1)).toBeFocused();
  });

  test("the buttons of the card are reached by Tab, and lead back into the field", async ({ start, page }) => {
    const editor = await begin(start, page);
    const field = editor.text(0);
    await caretBehind(field, "共90");
    const card = page.getByRole("group", { name: "光标处的核对结果" });
    await expect(card).toContainText("8 × 12 = 96 ≠ 90");
    await page.keyboard.press("Tab");
    await expect(card.getByRole("button", { name: "8场" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(field).toBeFocused();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Tab");
    await expect(card.getByRole("button", { name: /忽略此处/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(row(page, "乘积不符")).toHaveCount(0);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(SUM + PRODUCT);
  });

  test("a row of the list that goes hands the focus to the next", async ({ start, page }) => {
    await begin(start, page);
    const go = (words: string) => row(page, words).locator(".finding-go");
    await go("16 + 5").focus();
    await page.keyboard.press("Alt+l");
    await expect(go("乘积不符")).toBeFocused();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Tab");
    await expect(row(page, "乘积不符").getByRole("button", { name: "忽略此处" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(go("18 + 11")).toBeFocused();
    for (let left = await side(page).locator(".finding").count(); left > 0; left -= 1) {
      await page.keyboard.press("Alt+l");
      await expect(side(page).locator(".finding")).toHaveCount(left - 1);
    }
    await expect(folded(page), "with the last row the focus goes to what is ignored").toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(back(page, "合计不符").first()).toBeFocused();
    const listed = await side(page).locator(".ignored-back").count();
    await page.keyboard.press("Enter");
    await expect(side(page).locator(".ignored-back")).toHaveCount(listed - 1);
    await expect(side(page).locator(".ignored-back").first()).toBeFocused();
  });

  test("F8 passes over what is ignored", async ({ start, page }) => {
    const editor = await begin(start, page);
    await row(page, "16 + 5").getByRole("button", { name: "忽略此处" }).click();
    await expect(row(page, "16 + 5")).toHaveCount(0);
    await caretBehind(editor.text(0), "");
    await page.keyboard.press("F8");
    await expect(page.getByRole("group", { name: "光标处的核对结果" })).toContainText("8 × 12");
  });
});

test.describe("the figures that took part", () => {
  test("light up in every field, and lead there", async ({ start, page }) => {
    const editor = await begin(start, page, `全区团员1797人。${SUM}`, "全区团员1779人。");
    const lit = page.locator(".writing-backdrop .lit");
    await caretBehind(editor.text(1), "177");
    await expect(lit).toHaveText(["1797人"]);
    await expect(page.locator(".item").nth(0).locator(".writing-backdrop .lit")).toHaveCount(1);
    const card = page.getByRole("group", { name: "光标处的核对结果" });
    await card.getByRole("button", { name: "1797人 · 工作情况（一）" }).click();
    await expect(editor.text(0)).toBeFocused();
    const selected = await editor.text(0).evaluate((it: HTMLTextAreaElement) => it.value.slice(it.selectionStart, it.selectionEnd));
    expect(selected).toBe("1797人");

    await caretBehind(editor.text(0), "部门和社区22");
    await expect(lit).toHaveText(["16个", "5个"]);
    await editor.heading(0).focus();
    await expect(lit).toHaveCount(0);
    await row(page, "前后数据不一").hover();
    await expect(lit).toHaveText(["1797人"]);
    await expect(page.locator(".writing-backdrop .pointed")).toHaveText("1779人");
    await side(page).locator(".findings-counts").hover();
    await expect(lit).toHaveCount(0);
    await row(page, "前后数据不一").locator(".finding-go").focus();
    await expect(lit).toHaveText(["1797人"]);
  });

  test("light up in the table of figures", async ({ start, page }) => {
    const editor = await begin(start, page, `${SUM}云岭团员1779人。`);
    await editor.step("数据指标");
    await editor.addFigure("云岭团员", "人", "1797");
    const cell = editor.cell("云岭团员", "本期");
    await row(page, "前后数据不一").locator(".finding-go").hover();
    await expect(cell).toHaveClass(/\blit\b/);
    await editor.cell("云岭团员", "目标").hover();
    await expect(cell).not.toHaveClass(/\blit\b/);
    await row(page, "前后数据不一").getByRole("button", { name: /^1797/ }).click();
    await expect(cell).toBeFocused();
    await side(page).locator(".findings-counts").hover();
    await expect(page.locator(".input.lit")).toHaveCount(0);

    // A whole that its parts do not make up: the parts light up while it has the caret.
    const parts = ["团委数", "团工委数", "团总支数", "团支部数"];
    for (const part of parts) await editor.cell(part, "本期").fill("5");
    await editor.cell("基层团组织数", "本期").fill("21");
    await expect(row(page, "5 + 5 + 5 + 5 = 20 ≠ 21")).toHaveCount(1);
    await expect(page.locator(".input.lit")).toHaveCount(4);
    await page.keyboard.press("Alt+l");
    await expect(row(page, "指标合计不符")).toHaveCount(0);
    await expect(page.locator(".input.lit")).toHaveCount(0);
    await expect(editor.cell("基层团组织数", "本期")).toBeFocused();
  });
});

test.describe("the card under a field", () => {
  test("does not pull away what is being clicked", async ({ start, page }) => {
    const editor = await begin(start, page);
    const card = page.getByRole("group", { name: "光标处的核对结果" });
    await caretBehind(editor.text(0), "部门和社区22");
    await expect(card).toBeVisible();
    const box = page.locator(".item").nth(1).getByRole("checkbox");
    const checked = await box.isChecked();
    await box.scrollIntoViewIfNeeded();
    await box.hover();
    await page.mouse.down();
    // As long as a slow hand presses.
    await page.waitForTimeout(400);
    await page.mouse.up();
    await expect(box).toBeChecked({ checked: !checked });
    await expect(card).toHaveCount(0);
  });

  test("goes with the caret, and leaving the editor with figures alight does no harm", async ({ start, page }) => {
    const editor = await begin(start, page);
    const card = page.getByRole("group", { name: "光标处的核对结果" });
    await caretBehind(editor.text(0), "部门和社区22");
    await expect(card).toContainText("16 + 5");
    await caretBehind(editor.text(0), "共90");
    await expect(card).toContainText("8 × 12");
    await caretBehind(editor.text(0), "摸排");
    await expect(card).toHaveCount(0);
    await row(page, "16 + 5").hover();
    await page.evaluate(() => {
      document.querySelector<HTMLElement>(".finding-go")?.focus();
      location.hash = "#/";
    });
    await expect(start.drafts()).toHaveCount(1);
  });
});

test.describe("nobody is shut out", () => {
  test("by the card, the list and what is ignored", async ({ start, page }) => {
    const editor = await begin(start, page);
    await row(page, "18 + 11").getByRole("button", { name: "忽略此处" }).click();
    await row(page, "部分未写").first().getByRole("button", { name: "忽略此类" }).click();
    await editor.text(1).fill("改过了。");
    await folded(page).click();
    await expect(side(page).locator(".ignored-row")).toHaveCount(2);
    await caretBehind(editor.text(0), "部门和社区22");
    await expect(page.getByRole("group", { name: "光标处的核对结果" })).toBeVisible();
    await expectNoViolations(page);
    await editor.step("核对导出");
    await page.getByRole("main").locator("summary").filter({ hasText: "已忽略" }).click();
    await expectNoViolations(page);
  });

  for (const [width, height] of [[1366, 768], [400, 800]] as const) {
    test(`at ${width} × ${height} nothing of card and list is cut`, async ({ start, page }) => {
      const editor = await begin(start, page);
      await page.setViewportSize({ width, height });
      await row(page, "18 + 11").getByRole("button", { name: "忽略此处" }).click();
      await folded(page).click();
      await caretBehind(editor.text(0), "部门和社区22");
      await expect(page.getByRole("group", { name: "光标处的核对结果" })).toBeVisible();
      const cut = await page.evaluate(() => {
        const shown = [...document.querySelectorAll(".finding-card *, .findings *")];
        const wide = (it: Element) => it.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
        return shown.filter((it) => wide(it) && !it.closest(".visually-hidden")).map((it) => it.className);
      });
      expect(cut).toEqual([]);
    });
  }
});
