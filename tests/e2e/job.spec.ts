import { expect, test } from "./fixtures";

/** What the clerk of these tests types: five figures and items at two levels in every part. */
const figures: [string, string, string, string, string][] = [
  ["直属团组织", "个", "41", "38", "45"],
  ["云岭团员", "人", "1779", "1600", ""],
  ["注册志愿者", "名", "860", "", "1000"],
  ["志愿活动", "场", "36", "30", "40"],
  ["青年之家", "个", "17", "12", "20"],
];
const parts: [string, [string, string][]][] = [
  ["工作情况", [
    ["强化思想引领", "上半年开展主题团课，覆盖{云岭团员}。"],
    ["分级宣讲", "组织宣讲进校园、进企业。"],
  ]],
  ["经验做法", [
    ["上下联动", "县乡两级一本台账管到底。"],
    ["阵地共建", "与社区共用{青年之家}。"],
  ]],
  ["存在问题", [
    ["基础还不平衡", "个别村团支部活动偏少。"],
    ["队伍还需加强", "专职团干部数量不足。"],
  ]],
  ["工作计划", [
    ["建强基层组织", "新建一批两新团支部。"],
    ["办好青年实事", "持续开展志愿活动。"],
  ]],
];

test("a clerk writes a whole report from nothing and finds it in the Word file and the next day", async ({ start, page }) => {
  test.setTimeout(120_000);
  const editor = await start.begin("共青团云岭县委员会");
  await page.getByLabel("主送机关").fill("共青团云州市委");

  await editor.step("数据指标");
  for (const [name, unit, value, lastYear, target] of figures) {
    await editor.addFigure(name, unit, value, lastYear, target);
  }
  await editor.step("开头");
  await page.getByRole("textbox", { name: "开头" }).fill("{期间}，{单位}围绕中心抓主业，现将工作报告如下。");

  for (const [part, items] of parts) {
    await editor.step(part);
    await editor.clearItems();
    for (const [heading, text] of items) await editor.addItem(heading, text);
    await editor.heading(1).press("Alt+Shift+ArrowRight");
    expect(await editor.ordinals()).toEqual(["（一）", "1."]);
  }
  await page.getByRole("textbox", { name: "目标", exact: true }).first().fill("新建12家");
  await page.getByRole("textbox", { name: "完成时限", exact: true }).first().fill("9月底前");
  await page.getByRole("textbox", { name: "责任人", exact: true }).first().fill("组织部");

  await editor.step("结尾落款");
  await page.getByRole("textbox", { name: "结尾", exact: true }).fill("特此报告。");
  await page.getByLabel("成文日期").fill("2026-07-01");

  const pages = await editor.pages();
  for (const expected of [
    "共青团云州市委：",
    "2026年上半年，共青团云岭县委员会围绕中心抓主业",
    "覆盖1779人。",
    "（一）建强基层组织",
    "（目标：新建12家；时限：9月底前；责任人：组织部）",
    "2026年7月1日",
  ]) {
    expect(pages).toContain(expected);
  }

  // A finding: shown, explained, put right by one key, taken back and made again.
  await editor.step("工作情况");
  await editor.text(1).fill("截止6月1日，组织宣讲36场。");
  await expect(page.locator(".writing-backdrop .mark").filter({ hasText: "截止" })).toBeVisible();
  await editor.text(1).press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Alt+Enter");
  await expect(editor.text(1)).toHaveValue("截至6月1日，组织宣讲36场。");
  await page.keyboard.press("Control+z");
  await expect(editor.text(1)).toHaveValue("截止6月1日，组织宣讲36场。");
  await page.keyboard.press("Control+y");
  await expect(editor.text(1)).toHaveValue("截至6月1日，组织宣讲36场。");

  const word = await editor.exported();
  expect(word.name).toBe("共青团云岭县委员会2026年上半年工作总结及下半年工作计划.docx");
  const text = word.paragraphs.join("\n");
  for (const [, items] of parts) {
    for (const [heading] of items) expect(text).toContain(heading);
  }
  for (const expected of [
    "一、上半年工作情况",
    "（一）强化思想引领",
    "1.分级宣讲",
    "上半年开展主题团课，覆盖1779人。",
    "截至6月1日，组织宣讲36场。",
    "与社区共用17个。",
    "特此报告。",
    "共青团云岭县委员会",
    "2026年7月1日",
    "增长11.2%",
    "91.1%",
  ]) {
    expect(text).toContain(expected);
  }
  expect(text, "no reference is left as it was typed").not.toMatch(/[{}]/);

  await editor.saved();
  await page.reload();
  await editor.step("工作情况");
  expect(await editor.headings()).toEqual(["强化思想引领", "分级宣讲"]);
  await expect(editor.text(1)).toHaveValue("截至6月1日，组织宣讲36场。");
  await start.open();
  await expect(start.drafts()).toHaveCount(1);
  await expect(start.drafts().first()).toContainText("共青团云岭县委员会");
});
