import { test } from "./fixtures";

// By hand, after a build: QINGGAO_SHOTS=1 npx playwright test readme
test("the picture of the README is one of the real app", async ({ start, page }) => {
  test.skip(!process.env.QINGGAO_SHOTS, "makes the picture only when QINGGAO_SHOTS is set");
  const editor = await start.begin("共青团云岭县委员会");
  await editor.step("数据指标");
  const values = page.locator("[id^=indicator-][id$=-value]");
  for (const [index, value] of ["12231", "1779"].entries()) await values.nth(index).fill(value);
  await editor.step("工作情况");
  await editor.text(0).fill("截至6月30日，全县共有团员{团员人数}、青年{青年人数}，组织青年讲师团进村入企宣讲36场。");
  await editor.text(1).fill("摸排部门和社区22个（16个部门、5个社区），均具备建立团支部条件；有团员的企业26家，其中已建团组织24家。");
  await editor.text(1).press("Control+Home");
  for (let at = 0; at < 9; at += 1) await page.keyboard.press("ArrowRight");
  await editor.saved();
  await page.waitForTimeout(600);
  await page.screenshot({ path: "screenshots/editor.png" });
});
