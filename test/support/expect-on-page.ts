import { expect as patiently } from "@playwright/test";

/** Waits for what a page is to show, also where the machine has much else to do. */
export const expect = patiently.configure({ timeout: 30_000 });
