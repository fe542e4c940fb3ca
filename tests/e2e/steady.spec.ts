import { expect, test } from "./fixtures";

test.describe("nothing is lost by leaving, and nothing is cut", () => {
  test("a figure's name typed last is there after leaving the editor without leaving the field", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.saved();
    await editor.step("数据指标");
    const name = page.locator("[id^=indicator-][id$=-name]").first();
    await name.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("云岭青年数");
    // By address, as the browser's Back button does: no click takes the focus away first.
    await page.evaluate(() => {
      location.hash = "#/";
    });
    await expect(start.drafts()).toHaveCount(1);
    await page.reload();
    await start.drafts().first().getByRole("link").first().click();
    await editor.step("数据指标");
    await expect(name).toHaveValue("云岭青年数");
  });

  test("only the last deletion offers a way back, and only while it is the last change", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    const offers = page.locator(".toast").getByRole("button", { name: "撤销" });
    const before = await editor.heading().count();
    await editor.heading(0).press("Alt+Delete");
    await expect(editor.heading()).toHaveCount(before - 1);
    await editor.heading(0).press("Alt+Delete");
    await expect(editor.heading()).toHaveCount(before - 2);
    await expect(offers).toHaveCount(1);

    const next = page.getByRole("button", { name: /^下一步/ });
    await next.scrollIntoViewIfNeeded();
    const [toast, button] = [await page.locator(".toast").boundingBox(), await next.boundingBox()];
    expect(toast && button && (toast.x >= button.x + button.width || toast.y >= button.y + button.height)).toBe(true);

    await editor.text(0).fill("接着写。");
    await expect(offers).toHaveCount(0);
    await editor.heading(0).press("Alt+Delete");
    await expect(offers).toHaveCount(1);
    await page.getByRole("link", { name: "全部文稿" }).click();
    await expect(start.drafts()).toHaveCount(1);
    await expect(offers, "a way back into an editor that is closed").toHaveCount(0);
  });

  test("undo keeps the caret in the row that it moves", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    const words = await editor.heading(1).inputValue();
    await editor.heading(1).press("Alt+ArrowUp");
    await expect(editor.heading(0)).toHaveValue(words);
    await expect(editor.heading(0)).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(editor.heading(1)).toHaveValue(words);
    await expect(editor.heading(1)).toBeFocused();
  });

  test("quick keys on rows that go do no harm", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    const before = await editor.headings();
    await editor.heading(0).focus();
    for (let at = 0; at < before.length + 3; at += 1) await page.keyboard.press("Alt+Delete");
    for (let at = 0; at < before.length + 3; at += 1) await page.keyboard.press("Control+z");
    await expect(editor.heading()).toHaveCount(before.length);
    expect(await editor.headings()).toEqual(before);
    await editor.text(0).focus();
    await page.keyboard.type("共{");
    await expect(page.getByRole("listbox")).toBeVisible();
    await page.keyboard.press("Alt+Delete");
    await expect(page.getByRole("listbox")).toHaveCount(0);
  });

  test("the tools of a row are one stop of the Tab key, and arrows walk along them", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    const tool = (name: RegExp) => page.getByRole("toolbar").nth(1).getByRole("button", { name });
    await tool(/^上移/).focus();
    await page.keyboard.press("ArrowRight");
    await expect(tool(/^下移/)).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await expect(tool(/^上移/)).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(editor.heading(2)).toBeFocused();
  });

  test("what is typed at once behind the key that makes a row stands in that row", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("工作情况");
    // As fast as a script can: the browser draws nothing in between.
    const typed = await editor.heading(0).evaluate(async (field) => {
      field.focus();
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve));
      const at = document.activeElement as HTMLTextAreaElement;
      document.execCommand("insertText", false, "紧接着写");
      return at !== field;
    });
    expect(typed).toBe(true);
    await expect(editor.heading(1)).toHaveValue("紧接着写");
  });

  test("undo in a dialog undoes what was typed in it", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("数据指标");
    const name = page.locator("[id^=indicator-][id$=-name]").first();
    await name.fill("云岭青年数");
    await page.getByRole("button", { name: "粘贴表格" }).click();
    const area = page.getByRole("textbox", { name: "表格内容" });
    await area.focus();
    await page.keyboard.insertText("甲\t1");
    await page.keyboard.press("Control+z");
    await expect(area).toHaveValue("");
    await page.keyboard.press("Escape");
    await expect(name).toHaveValue("云岭青年数");
  });

  test("an address of a part that the draft does not have leads on", async ({ start, page }) => {
    await start.begin("云岭开发区团工委", { template: "开发区团工委" });
    await page.evaluate(() => {
      location.hash = location.hash.replace(/[^/]*$/, "problems");
    });
    await expect(page.getByText("这份文稿没有这一部分")).toBeVisible();
    await expect(page.getByRole("button", { name: "添加条目" })).toHaveCount(0);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 2, name: "基本信息" })).toBeVisible();
  });

  test("a date half cleared is said, and a problem keeps the plan item it points to", async ({ start, page }) => {
    const editor = await start.begin("共青团云岭县委");
    await editor.step("结尾落款");
    const date = page.getByLabel("成文日期");
    await date.fill("2026-07-02");
    await date.press("Delete");
    await page.getByLabel("落款").focus();
    await expect(page.getByText("日期没有填完整")).toBeVisible();
    await date.fill("2026-07-03");
    await expect(page.getByText("日期没有填完整")).toHaveCount(0);

    await editor.step("工作计划");
    await editor.heading(0).fill("建强组织");
    await editor.step("存在问题");
    const answer = page.getByLabel("由哪项计划解决").first();
    await answer.selectOption({ label: "（一）建强组织" });
    const chosen = async () => answer.evaluate((it: HTMLSelectElement) => it.selectedOptions[0]?.text);
    await editor.step("工作计划");
    await editor.heading(0).fill("");
    await editor.step("存在问题");
    await expect.poll(chosen).toBe("（没有标题的计划）");
    await editor.step("工作计划");
    await editor.heading(0).press("Alt+Delete");
    await editor.step("存在问题");
    await expect.poll(chosen).toBe("未对应");
  });

  const sizes: [number, number][] = [
    [1366, 768],
    [683, 384],
    [400, 800],
  ];
  for (const [width, height] of sizes) {
    test(`no screen is wider than a window of ${width} × ${height}`, async ({ start, page }) => {
      await page.setViewportSize({ width, height });
      await start.begin("共青团云岭市经济技术开发区委员会机关直属总支部委员会");
      for (const step of ["basic", "figures", "preamble", "work", "problems", "plan", "closing", "finish"]) {
        await page.evaluate((name) => {
          location.hash = location.hash.replace(/[^/]*$/, name);
        }, step);
        await expect(page.locator(".step[aria-current]")).toHaveAttribute("href", new RegExp(`/${step}$`));
        const cut = await page.evaluate(() => {
          const width = document.documentElement.clientWidth;
          const beyond = [...document.querySelectorAll(".bar *, .form *")].filter(
            (it) => it.getBoundingClientRect().right > width + 1 && !it.closest(".visually-hidden"),
          );
          return [document.documentElement.scrollWidth - width, ...beyond.map((it) => it.className)];
        });
        expect(cut, step).toEqual([0]);
      }
    });
  }
});
