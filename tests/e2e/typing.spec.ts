import { expect, test } from "./fixtures";

test.describe("typing", () => {
  test("a composition of Chinese input is never disturbed", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    const field = editor.text(0);
    await field.fill("开头");
    await field.press("End");
    const keyboard = await page.context().newCDPSession(page);
    for (const pinyin of ["q", "qi", "qin", "qing"]) {
      await keyboard.send("Input.imeSetComposition", { text: pinyin, selectionStart: pinyin.length, selectionEnd: pinyin.length });
      // Saving, checks and pages all come by in this time.
      await page.waitForTimeout(600);
      await expect(field).toHaveValue(`开头${pinyin}`);
    }
    await keyboard.send("Input.insertText", { text: "青年" });
    await expect(field).toHaveValue("开头青年");
    await editor.saved();
    await page.reload();
    await expect(editor.text(0)).toHaveValue("开头青年");
  });

  test("undo and redo go across typing, steps and deletions", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    await editor.clearItems();
    await editor.addItem("甲", "第一段");
    await editor.step("工作计划");
    const items = await editor.heading().count();
    await editor.heading(0).press("Alt+Delete");
    await expect(editor.heading()).toHaveCount(items - 1);
    await page.keyboard.press("Control+z");
    await expect(editor.heading()).toHaveCount(items);
    await page.keyboard.press("Control+z");
    await editor.step("工作情况");
    await expect(editor.text(0)).toHaveValue("");
    await page.keyboard.press("Control+y");
    await expect(editor.text(0)).toHaveValue("第一段");
    await page.keyboard.press("Control+y");
    await editor.step("工作计划");
    await expect(editor.heading()).toHaveCount(items - 1);
  });

  test("a text area grows with its text", async ({ start }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    const height = async () => (await editor.text(0).boundingBox())?.height ?? 0;
    const before = await height();
    await editor.text(0).fill("一段。\n".repeat(12));
    expect(await height()).toBeGreaterThan(before * 4);
  });

  test("an emptied title may be typed anew, and one left empty is made again", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    const title = page.getByLabel("标题", { exact: true });
    await title.fill("");
    await page.keyboard.type("关于半年工作的报告");
    await expect(title).toHaveValue("关于半年工作的报告");
    await title.fill("");
    await expect(title).toHaveValue("");
    await page.getByLabel("主送机关").focus();
    await expect(title).toHaveValue("共青团云岭县委2026年上半年工作总结及下半年工作计划");
    await title.fill("关于半年工作的报告");
    await page.getByRole("button", { name: "恢复自动标题" }).press("Enter");
    await expect(title).toHaveValue("共青团云岭县委2026年上半年工作总结及下半年工作计划");
    await expect(title).toBeFocused();
    await editor.saved();
  });
});
