import { expect, test } from "./fixtures";

test.describe("bad input gets a clear message and loses nothing", () => {
  test("a unit's name of 200 characters", async ({ start, page }) => {
    const name = "共青团云岭县委员会".repeat(23).slice(0, 200);
    const editor = await start.begin(name);
    await expect(page.getByText(/单位名称超过 50 字/)).toBeVisible();
    const word = await editor.exported();
    expect(word.paragraphs.join("").replace(/\s/g, "")).toContain(name);
    expect(word.name.length).toBeLessThanOrEqual(120);
    expect(word.name).toMatch(/\.docx$/);
  });

  test("a paste of one megabyte", async ({ start, page, context }) => {
    test.setTimeout(120_000);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    const sentence = "深入基层一线听取青年意见。";
    const text = sentence.repeat(Math.ceil((1 << 20) / (sentence.length * 3)));
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await editor.text(0).press("Control+v");
    await expect(page.getByText(/已粘贴 \d+ 字/)).toBeVisible({ timeout: 30_000 });
    await expect(editor.text(0)).toHaveValue(text, { timeout: 30_000 });
    await editor.saved();
    await page.reload();
    await expect(editor.text(0)).toHaveValue(text, { timeout: 30_000 });
  });

  test("a year that is none", async ({ start, page }) => {
    await start.begin("共青团云岭县委");
    await page.getByLabel("年份").fill("二〇二六");
    await expect(page.getByText("年份请填四位数字")).toBeVisible();
    await page.getByLabel("年份").fill("2027");
    await expect(page.getByText("年份请填四位数字")).toBeHidden();
    await expect(page.getByLabel("标题", { exact: true })).toHaveValue(/2027年上半年/);
    await page.getByLabel("年份").fill("２０２８");
    await expect(page.getByText("年份请填四位数字")).toBeHidden();
    await expect(page.getByLabel("标题", { exact: true })).toHaveValue(/2028年上半年/);
  });
});
