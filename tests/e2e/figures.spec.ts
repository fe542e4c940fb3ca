import type { Locator, Page } from "@playwright/test";
import { expectNoViolations } from "./axe";
import { expect, test } from "./fixtures";
import { Editor } from "./pages/editor";

test.describe("figures", () => {
  test("a figure typed once stands in the pages, and a change is a change everywhere", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("数据指标");
    await editor.addFigure("云岭团员数", "人", "1779", "1600", "2000");
    await editor.step("工作情况");
    const field = editor.text(0);
    await field.focus();
    await page.keyboard.type("共有{云岭");
    await expect(page.getByRole("option", { name: /云岭团员数/ }).first()).toBeVisible();
    await page.keyboard.press("Enter");
    await page.keyboard.type("，{云岭团员数:同");
    await page.keyboard.press("Enter");
    await page.keyboard.type("。");
    await expect(field).toHaveValue("共有{云岭团员数}，{云岭团员数:同比}。");
    expect(await editor.pages()).toContain("共有1779人，增长11.2%。");

    await editor.step("数据指标");
    await editor.cell("云岭团员数", "本期").fill("1800");
    expect(await editor.pages()).toContain("共有1800人，增长12.5%。");

    const name = page.locator("[id^=indicator-][id$=-name]").last();
    await expect(name).toHaveValue("云岭团员数");
    await name.fill("团员总数");
    await name.press("Tab");
    await editor.step("工作情况");
    await expect(field).toHaveValue("共有{团员总数}，{团员总数:同比}。");
    await page.keyboard.press("Control+z");
    await expect(field, "one undo takes name and references back").toHaveValue("共有{云岭团员数}，{云岭团员数:同比}。");
  });

  test("the brace of a Chinese keyboard offers the figures as well", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.text(0).focus();
    await page.keyboard.insertText("在｛期");
    await page.getByRole("option", { name: /期间/ }).click();
    await expect(editor.text(0)).toHaveValue("在{期间}");
    await expect(editor.text(0)).toBeFocused();
  });

  test("a reference to nothing is a finding", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.text(0).fill("共有{没有的指标}。");
    await page.getByRole("button", { name: "核对", exact: false }).first().click();
    await expect(page.getByRole("complementary").getByText("没有的指标").first()).toBeVisible();
  });

  test("a cell that is no number is told, and kept as it was typed", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("数据指标");
    await editor.addFigure("云岭企业数", "家", "12a");
    await expect(page.getByText(/「12a」不是数字/).first()).toBeVisible();
    await editor.saved();
    await page.reload();
    await expect(editor.cell("云岭企业数", "本期")).toHaveValue("12a");
  });

  test("rows come in from a sheet by paste", async ({ start, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const editor = await start.begin("共青团云岭县委");
    await editor.step("数据指标");
    const rows = page.locator("[id^=indicator-][id$=-name]");
    const before = await rows.count();
    const sheet = "名称\t单位\t本期\t去年同期\t目标\n云岭企业\t家\t399\t380\t400\n云岭社区\t个\t6\t6\t\n";
    await page.evaluate((text) => navigator.clipboard.writeText(text), sheet);
    await rows.first().press("Control+v");
    await expect(rows).toHaveCount(before + 2);
    await expect(editor.cell("云岭企业", "目标")).toHaveValue("400");
    await expect(page.getByRole("row", { name: /云岭企业/ })).toContainText("99.8%");
    await page.keyboard.press("Control+z");
    await expect(rows).toHaveCount(before);
  });

  test("a row stands and moves with its parts", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("数据指标");
    const rows = page.locator("[id^=indicator-][id$=-name]");
    const names = async () => rows.evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value));
    const at = (await names()).indexOf("基层团组织数");
    await rows.nth(at).press("Control+Enter");
    await expect(rows.nth(at + 5)).toHaveValue("");
    await expect(rows.nth(at + 5)).toBeFocused();
    await rows.nth(at).press("Alt+ArrowDown");
    await expect(rows.nth(at)).toHaveValue("");
    expect((await names()).slice(at + 1, at + 6)).toEqual(["基层团组织数", "团委数", "团工委数", "团总支数", "团支部数"]);
    const handle = (index: number) => page.locator(".figures-row").nth(index).locator(".handle");
    await handle(at + 1).dragTo(page.locator(".figures-row").nth(0));
    expect((await names()).slice(0, 5)).toEqual(["基层团组织数", "团委数", "团工委数", "团总支数", "团支部数"]);
  });

  test("a cell that Excel put into quotes comes without them", async ({ start, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const editor = await start.begin("共青团云岭县委");
    await editor.step("数据指标");
    const sheet = '指标\t单位\t本期\r\n"云岭\n""青苗""人数"\t人\t"1,234"\r\n云岭企业\t家\t12a\r\n';
    await page.evaluate((text) => navigator.clipboard.writeText(text), sheet);
    await page.locator("[id^=indicator-][id$=-name]").first().press("Control+v");
    await expect(editor.cell('云岭 "青苗"人数', "本期")).toHaveValue("1,234");
    await expect(editor.cell("云岭企业", "本期")).toHaveValue("12a");
  });
});

/** The places of a row, unfolded. */
function places(page: Page, name: string): Locator {
  return page.getByRole("group", { name, exact: true });
}

test.describe("a figure and its places", () => {
  test.beforeEach(async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("数据指标");
    await editor.addFigure("云岭团员数", "人", "1779", "1600", "2000");
    await editor.step("工作情况");
    await editor.text(0).fill("全县云岭团员{云岭团员数}。");
    await editor.text(1).fill("共有云岭团员1779人，共有1779名云岭团员，同比增长11.2%。");
    await editor.step("数据指标");
    await page.getByRole("button", { name: "云岭团员数：正文引用 1 处，手写 3 处" }).click();
  });

  test("each place leads to its words", async ({ page }) => {
    const list = places(page, "云岭团员数");
    await expect(list.getByRole("listitem")).toHaveCount(4);
    await expectNoViolations(page);
    await expect(list.getByRole("button", { name: /^工作情况/ }).first()).toContainText("全县云岭团员1779人");
    await list.getByRole("button", { name: /^工作情况/ }).nth(1).click();
    const field = new Editor(page).text(1);
    await expect(field).toBeFocused();
    const selected = await field.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(selected).toBe("1779人");
  });

  test("a figure typed by hand becomes a reference, the pages stay, and one undo takes it back", async ({ page }) => {
    const editor = new Editor(page);
    const before = await editor.pages();
    expect(before).toContain("共有云岭团员1779人，共有1779名云岭团员，同比增长11.2%。");
    const list = places(page, "云岭团员数");
    await list.getByRole("button", { name: "改为引用 {云岭团员数:数值}" }).press("Enter");
    await expect(page.getByRole("button", { name: "云岭团员数：正文引用 2 处，手写 2 处" })).toBeVisible();
    await expect(list.getByRole("button", { name: "改为引用 {云岭团员数:同比}" }), "the focus goes to the next one").toBeFocused();
    await list.getByRole("button", { name: "全部改为引用" }).press("Enter");
    const toggle = page.getByRole("button", { name: "云岭团员数：正文引用 4 处" });
    await expect(toggle, "the focus is on the row when nothing is left").toBeFocused();
    expect(await editor.pages()).toBe(before);
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("button", { name: "云岭团员数：正文引用 2 处，手写 2 处" })).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("button", { name: "云岭团员数：正文引用 1 处，手写 3 处" })).toBeVisible();
    await page.keyboard.press("Control+y");
    await page.keyboard.press("Control+y");
    await editor.step("工作情况");
    await expect(editor.text(1)).toHaveValue("共有云岭团员{云岭团员数}，共有{云岭团员数:数值}名云岭团员，同比{云岭团员数:同比}。");
  });

  test("the places are reached and left by keys", async ({ page }) => {
    const toggle = page.getByRole("button", { name: /^云岭团员数：正文引用/ });
    const list = places(page, "云岭团员数");
    await toggle.press("Enter");
    await expect(list).toBeHidden();
    await new Editor(page).cell("云岭团员数", "目标").press("Alt+Enter");
    await expect(list.getByRole("button").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
    await expect(toggle).toBeFocused();
    await expect(toggle).toHaveAttribute("aria-expanded", "false");
  });

  test("a figure that the prose has otherwise is told there, and nothing is offered", async ({ page }) => {
    const editor = new Editor(page);
    await editor.cell("云岭团员数", "本期").fill("1780");
    await expect(page.getByRole("button", { name: "云岭团员数：正文引用 1 处", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "核对", exact: false }).first().click();
    await expect(page.getByRole("complementary").getByText(/「云岭团员数」在数据指标中是 1780人/).first()).toBeVisible();
  });
});

test("bars follow the typing, to scale on one axis", async ({ start, page }) => {
  const editor = await start.begin("共青团云岭县委");
  await editor.step("数据指标");
  await editor.addFigure("云岭团员数", "人", "1000", "", "");
  const row = page.locator(".figures-row").last();
  const bars = row.getByRole("img");
  await expect(bars, "one figure has nothing to compare with").toHaveCount(0);
  await editor.cell("云岭团员数", "目标").fill("2,000");
  await editor.cell("云岭团员数", "去年同期").fill("500");
  await expect(bars).toHaveAccessibleName("本期 1000人，去年同期 500人，目标 2,000人");
  const lengths = async () => {
    const boxes = await bars.locator(".figure-bar").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width));
    const lines = await bars.locator(".figure-bar-line").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width));
    return boxes.map((width, at) => Math.round((100 * width) / (lines[at] ?? 1)));
  };
  expect(await lengths()).toEqual([50, 25, 100]);
  await editor.cell("云岭团员数", "本期").fill("4000");
  await expect.poll(lengths).toEqual([100, 13, 50]);
  await editor.cell("云岭团员数", "去年同期").fill("x");
  await expect.poll(lengths, "no bar where there is no number").toEqual([100, 50]);

  await editor.cell("云岭团员数", "目标").fill("");
  await expect(bars).toHaveCount(0);
  await editor.cell("云岭团员数", "单位").fill("%");
  await editor.cell("云岭团员数", "本期").fill("40");
  await expect.poll(lengths, "percentages stand on an axis to 100").toEqual([40]);
});
