import { expect, test } from "./fixtures";

test("the page shows 青稿", async ({ app, page }) => {
  await app.open();
  await expect(page.getByText("青稿").first()).toBeVisible();
});
