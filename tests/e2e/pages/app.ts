import { type Page, expect } from "@playwright/test";

/** The whole page: where every test begins and from where the screens are reached. */
export class App {
  constructor(readonly page: Page) {}

  /** Opens the app and waits until the screen stands. */
  async open(path = "./"): Promise<void> {
    await this.page.goto(path);
    await expect(this.page).toHaveTitle(/青稿/);
    await expect(this.page.locator("body :visible").first()).toBeVisible();
  }
}
