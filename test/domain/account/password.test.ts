import { describe, expect, it } from "vitest";
import { commonPasswords } from "#app/domain/account/common-passwords.ts";
import { passwordFaults } from "#app/domain/account/password.ts";

const codes = (password: string) => passwordFaults(password, "password").map(({ code }) => code);

describe("a new password", () => {
  it("has 12 to 128 characters, both included", () => {
    expect(codes("x7".repeat(5))).toEqual(["password_too_short"]);
    expect(codes("x7q".repeat(4))).toEqual([]);
    expect(codes("x7q0".repeat(32))).toEqual([]);
    expect(codes(`${"x7q0".repeat(32)}y`)).toEqual(["password_too_long"]);
  });

  it("is counted in characters and not in bytes or halves of them", () => {
    expect(codes("åäöåäöåäöåäö")).toEqual([]);
    expect(codes("🙂".repeat(11))).toEqual(["password_too_short"]);
  });

  it("needs no digit, sign or capital letter", () => {
    expect(codes("gröna hattar på rad")).toEqual([]);
    expect(codes("staketpinnar")).toEqual([]);
  });

  it("is none of the common ones, in either language and any case", () => {
    for (const password of [
      "passwordpassword",
      "Administratör",
      "jagälskardig",
      "QWERTYUIOPASDF",
      "123456789012",
    ]) {
      expect(codes(password), password).toEqual(["password_common"]);
    }
  });

  it("is no common word lengthened with a year and signs", () => {
    for (const password of ["Sommar2026!!", "lösenord1234", "Password1234!", "Skallbör2026"]) {
      expect(codes(password), password).toEqual(["password_common"]);
    }
  });

  it("names the field it was typed in", () => {
    expect(passwordFaults("short", "newPassword")[0]?.place).toEqual({ field: "newPassword" });
  });
});

describe("the list of common passwords", () => {
  it("is written in lower case, as it is looked up", () => {
    for (const word of commonPasswords) expect(word).toBe(word.toLowerCase());
  });
});
