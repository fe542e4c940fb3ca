import { type Locator, type Page, expect } from "@playwright/test";
import { Editor } from "./editor";

/** The start screen: the list of drafts and the ways into one. */
export class Start {
  constructor(readonly page: Page) {}

  /** Begins a report and gives its editor. */
  async begin(unit: string, options: { template?: string; year?: string; span?: string } = {}): Promise<Editor> {
    await this.page.getByRole("button", { name: /新建总结/ }).first().click();
    const dialog = this.page.getByRole("dialog", { name: "新建总结" });
    await dialog.getByLabel("单位名称").fill(unit);
    await dialog.getByLabel("年份").fill(options.year ?? "2026");
    await dialog.getByLabel("期间").selectOption({ label: options.span ?? "上半年" });
    await dialog.getByRole("radio", { name: options.template ?? "区县团委上半年" }).check();
    await dialog.getByRole("button", { name: "开始写" }).click();
    await expect(this.page.getByRole("heading", { level: 2, name: "基本信息" })).toBeVisible();
    return new Editor(this.page);
  }

  /** The rows of the list. */
  drafts(): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ has: this.page.getByRole("link") });
  }

  /** Goes back to the list from wherever the app is. */
  async open(): Promise<void> {
    await this.page.goto("./#/");
    await expect(this.page.getByRole("button", { name: /新建总结/ }).first()).toBeVisible();
  }
}
