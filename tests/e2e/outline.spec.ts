import { expect, test } from "./fixtures";

test.describe("the outline of a part", () => {
  test("numbers its items at once, whatever is moved, indented or removed", async ({ start }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.clearItems();
    await editor.addItem("甲", "甲的正文。");
    await editor.addItem("乙", "乙的正文。");
    await editor.addItem("丙", "丙的正文。");
    expect(await editor.ordinals()).toEqual(["（一）", "（二）", "（三）"]);

    await editor.heading(2).press("Alt+Shift+ArrowRight");
    expect(await editor.ordinals()).toEqual(["（一）", "（二）", "1."]);

    await editor.heading(1).press("Alt+ArrowUp");
    await expect(editor.heading(0)).toHaveValue("乙");
    expect(await editor.headings()).toEqual(["乙", "丙", "甲"]);
    expect(await editor.ordinals()).toEqual(["（一）", "1.", "（二）"]);
    await expect(editor.heading(0), "the caret stays in the row that moved").toBeFocused();

    await editor.heading(0).press("Alt+Delete");
    await expect(editor.heading()).toHaveCount(1);
    expect(await editor.ordinals()).toEqual(["（一）"]);
    await editor.page.getByRole("status").getByRole("button", { name: "撤销" }).last().click();
    await expect(editor.heading()).toHaveCount(3);
    expect(await editor.headings()).toEqual(["乙", "丙", "甲"]);
  });

  test("drops a typed ordinal and keeps the words", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.clearItems();
    await page.getByRole("button", { name: "添加条目" }).click();
    await expect(editor.heading(0)).toBeFocused();
    await page.keyboard.type("（一）加强组织建设");
    await expect(editor.heading(0)).toHaveValue("加强组织建设");
    await page.keyboard.press("Home");
    await page.keyboard.type("再");
    await expect(editor.heading(0)).toHaveValue("再加强组织建设");
  });

  test("makes items of pasted text and takes them back with one undo", async ({ start, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.clearItems();
    const old = "总体平稳。\n(一)夯实基础。摸排企业39家。\n又建组织4家。\n(二)搭建平台\n1、办比赛。五月举行。";
    await page.evaluate((text) => navigator.clipboard.writeText(text), old);
    await page.getByRole("textbox", { name: /引言/ }).press("Control+v");
    await expect(editor.heading()).toHaveCount(3);
    expect(await editor.headings()).toEqual(["夯实基础", "搭建平台", "办比赛"]);
    expect(await editor.ordinals()).toEqual(["（一）", "（二）", "1."]);
    await expect(editor.text(0)).toHaveValue("摸排企业39家。\n又建组织4家。");
    await page.keyboard.press("Control+z");
    await expect(editor.heading()).toHaveCount(0);
    await page.keyboard.press("Control+y");
    await expect(editor.heading()).toHaveCount(3);
  });

  test("makes a heading and its text of lines pasted into an empty heading", async ({ start, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await page.getByRole("button", { name: "添加条目" }).click();
    await expect(editor.heading().last()).toBeFocused();
    await page.evaluate(() => navigator.clipboard.writeText("夯实基础\r\n摸排企业39家。\r\n又建组织4家。"));
    await page.keyboard.press("Control+v");
    await expect(editor.heading().last()).toHaveValue("夯实基础");
    await expect(editor.text().last()).toHaveValue("摸排企业39家。\n又建组织4家。");
    await expect(editor.text().last()).toBeFocused();
  });

  test("moves an item by its handle", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.clearItems();
    await editor.addItem("甲", "");
    await editor.addItem("乙", "");
    await page.locator(".item .handle").nth(1).dragTo(page.locator(".item").nth(0));
    await expect(editor.heading(0)).toHaveValue("乙");
    expect(await editor.ordinals()).toEqual(["（一）", "（二）"]);
  });

  test("leaves a part out of the numbering and keeps what was written in it", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await page.getByRole("checkbox", { name: "经验做法" }).uncheck();
    await editor.step("存在问题");
    await expect(page.locator(".part-heading .ordinal")).toHaveText("二、");
    await page.keyboard.press("Control+z");
    await expect(page.locator(".part-heading .ordinal")).toHaveText("三、");
  });
});
