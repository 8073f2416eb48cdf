import { describe, expect, it } from "vitest";
import { slots } from "#app/imports/slots.ts";

describe("two slots for heavy tasks", () => {
  const inSlot = slots(2);

  it("let two run at a time, the others in the order they came, and a failure frees its slot", async () => {
    const log: string[] = [];
    let running = 0;
    let most = 0;
    const task = (name: string) => async () => {
      most = Math.max(most, ++running);
      log.push(name);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      if (name === "a") throw new Error("failed");
      return name;
    };
    const results = await Promise.allSettled(["a", "b", "c", "d", "e"].map((name) => inSlot(task(name))));
    expect(results.map(({ status }) => status)).toEqual(["rejected", ...Array(4).fill("fulfilled")]);
    expect(log).toEqual(["a", "b", "c", "d", "e"]);
    expect(most).toBe(2);
  });
});
