import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures";

const shared = process.env.QINGGAO_SHARED ?? join("..", "..", "..", "shared");
const samples = join(shared, "samples");
const file = existsSync(samples) ? readdirSync(samples).find((name) => name.startsWith("002_")) : undefined;

test("a real report is pasted into its parts, its figures become indicators, and Word holds it all", async ({ start, page, context }) => {
  test.skip(!file, `no samples at ${samples}: this test reads a real report from there`);
  test.setTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const lines = readFileSync(join(samples, file ?? ""), "utf8").split("\n").map((line) => line.trim()).filter(Boolean);
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
  const work = at("一、");
  const plan = at("二、");
  const closing = at("以上是");
  const line = (index: number) => lines[index] ?? "";
  const paste = async (field: ReturnType<typeof page.getByRole>, text: string) => {
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await field.press("Control+End");
    await field.press("Control+v");
  };

  const editor = await start.begin("开发区团工委", { template: "开发区团工委", year: "2018", span: "全年" });
  await editor.step("数据指标");
  const figures: [string, string, string][] = [
    ["运行企业", "家", "399"],
    ["部门和社区", "个", "22"],
    ["部门", "个", "16"],
    ["社区", "个", "6"],
    ["摸底团员", "人", "1779"],
    ["摸底青年", "人", "12231"],
    ["有团员的企业", "家", "26"],
    ["已建团组织的企业", "家", "24"],
  ];
  for (const [name, unit, value] of figures) {
    await editor.addFigure(name, unit, value);
  }
  await editor.step("开头");
  await page.getByRole("textbox", { name: "开头" }).fill(line(work - 2));
  await editor.step("工作情况");
  await editor.clearItems();
  await paste(page.getByRole("textbox", { name: /引言/ }), lines.slice(work + 1, plan).join("\n"));
  await expect(editor.heading()).toHaveCount(4);
  expect(await editor.ordinals()).toEqual(["（一）", "（二）", "（三）", "（四）"]);
  await expect(editor.text(0)).toHaveValue(/22个\(16个部门、6个社区\)/);

  // Each figure typed in the prose becomes a reference to the table.
  const before = await editor.text(0).inputValue();
  const referred = before
    .replace("399家", "{运行企业}")
    .replace("22个(", "{部门和社区}(")
    .replace("1779人", "{摸底团员}")
    .replace("12231人", "{摸底青年}")
    .replace("26家", "{有团员的企业}")
    .replace("24家", "{已建团组织的企业}");
  await editor.text(0).fill(referred);
  const pages = await editor.pages();
  expect(pages).toContain("共计摸排开发区实体运行企业399家");
  expect(pages).toContain("共摸底团员人数1779人，青年人数12231人".replace("，", ","));

  // What is wrong in it is found, what is right is left alone.
  await expect(page.locator(".writing-backdrop .mark").filter({ hasText: "截止" }).first()).toBeVisible();

  await editor.step("工作计划");
  await editor.clearItems();
  await paste(page.getByRole("textbox", { name: /引言/ }), lines.slice(plan + 1, closing).join("\n"));
  await expect(editor.heading()).toHaveCount(5);
  await editor.step("结尾落款");
  await page.getByRole("textbox", { name: "结尾", exact: true }).fill(line(closing));
  await page.getByLabel("成文日期").fill("2018-07-01");

  const word = await editor.exported();
  const text = word.paragraphs.join("").replace(/\s/g, "");
  const body = [...lines.slice(work + 1, plan), ...lines.slice(plan + 1, closing), line(closing)];
  for (const written of body) {
    // The ordinal is the app's own; a full stop may stand behind a heading that runs in.
    const kept = written.replace(/^\(.\)/, "").replace(/\s/g, "");
    for (const sentence of kept.split("。").filter(Boolean)) expect(text).toContain(sentence);
  }
  const out = process.env.QINGGAO_KEEP;
  if (out) (await import("node:fs")).writeFileSync(join(out, "sample.docx"), word.bytes);
});
