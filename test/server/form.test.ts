import { describe, expect, it } from "vitest";
import { z } from "zod";
import { emailLine, passwordLine, readForm, refusedForm, textLine, tickedRoles } from "#app/server/form.ts";

const schema = z.object({ name: textLine(10), email: emailLine, password: passwordLine });
const post = (fields: Record<string, string>) =>
  new Request("http://127.0.0.1/", { method: "POST", body: new URLSearchParams(fields) });
const good = { name: " Alva ", email: "alva@exempel.invalid", password: " med mellanslag " };

describe("a form that was sent", () => {
  it("is read with spaces around a line taken away, except in a password", async () => {
    const { result } = await readForm(post(good), schema);
    expect(result).toEqual({ ok: true, value: { ...good, name: "Alva" } });
  });

  it("has every fault, each with its field", async () => {
    const { result } = await readForm(
      post({ name: "Alva Exempelsson", email: "alva", password: "" }),
      schema,
    );
    expect(result).toEqual({
      ok: false,
      faults: [
        { code: "too_long", place: { field: "name" }, params: { max: 10 } },
        { code: "email_invalid", place: { field: "email" } },
        { code: "required", place: { field: "password" } },
      ],
    });
  });

  it("asks for what is missing, be it empty, spaces or not sent at all", async () => {
    const { result } = await readForm(post({ name: "  ", email: "" }), schema);
    expect(result.ok ? [] : result.faults.map(({ code, place }) => `${place?.field} ${code}`)).toEqual([
      "name required",
      "email required",
      "password required",
    ]);
  });

  it("is given back as it was typed, without its passwords", async () => {
    const { values } = await readForm(post({ ...good, newPassword: "x", email: "fel" }), schema);
    expect(values).toEqual({ name: " Alva ", email: "fel" });
  });

  it("is refused as too often (429) apart from faulty (422)", () => {
    expect(refusedForm([{ code: "required" }], {}).init?.status).toBe(422);
    expect(refusedForm([{ code: "too_many_attempts" }], {}).init?.status).toBe(429);
  });

  it("gives only roles that exist", () => {
    const form = new FormData();
    for (const role of ["auditor", "emperor", "org_admin"]) form.set(`role.${role}`, "on");
    expect(tickedRoles(form)).toEqual(["org_admin", "auditor"]);
  });
});
