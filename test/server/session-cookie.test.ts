import { describe, expect, it } from "vitest";
import { readCookie, sessionCookie } from "#app/server/session-cookie.ts";

describe("the cookie of a session", () => {
  it("is bound to this host, sent over https only, hidden from scripts", () => {
    expect(sessionCookie("https://a.invalid", "t")).toBe(
      "__Host-sid=t; Path=/; HttpOnly; SameSite=Lax; Secure",
    );
  });

  it("on plain http has a name and flags that the browser accepts there", () => {
    expect(sessionCookie("http://127.0.0.1:3000", "t")).toBe("sid=t; Path=/; HttpOnly; SameSite=Lax");
  });

  it("ends with the browser's window, or at once when one signs out", () => {
    expect(sessionCookie("https://a.invalid", "t")).not.toMatch(/Max-Age|Expires/);
    expect(sessionCookie("https://a.invalid", null)).toMatch(/^__Host-sid=; .*Max-Age=0$/);
  });

  it("is found by its whole name among others", () => {
    expect(readCookie("xsid=1; sid=a=b; lang=sv", "sid")).toBe("a=b");
    expect(readCookie("xsid=1", "sid")).toBeNull();
    expect(readCookie(undefined, "sid")).toBeNull();
  });
});
