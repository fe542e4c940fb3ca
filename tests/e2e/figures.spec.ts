import { expect, test } from "./fixtures";

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
