import { describe, expect, it } from "vitest";
import { organisationRoles } from "#app/domain/account/actor.ts";
import { roleFaults, rolesOfKind } from "#app/domain/account/organisation-roles.ts";

const codes = (...given: Parameters<typeof roleFaults>) => roleFaults(...given).map(({ code }) => code);

describe("roles of an organisation", () => {
  it("belong to buyers or to vendors, each to exactly one", () => {
    expect([...rolesOfKind.buyer, ...rolesOfKind.vendor].sort()).toEqual([...organisationRoles].sort());
  });

  it("of a buyer are never given to a vendor, nor the other way round; every wrong one is named", () => {
    expect(codes(["vendor_admin", "org_admin", "auditor"], "vendor")).toEqual([
      "role_not_of_organisation",
      "role_not_of_organisation",
    ]);
    expect(codes(["vendor_editor"], "buyer")).toEqual(["role_not_of_organisation"]);
  });

  it("may be none for a buyer, whose people work with roles in a tender, but not for a vendor", () => {
    expect(codes([], "buyer")).toEqual([]);
    expect(codes([], "vendor")).toEqual(["role_missing"]);
  });

  it("never join system administrator, who reads no tender content, with auditor, who does", () => {
    expect(codes(["sysadmin", "auditor"], "buyer")).toEqual(["roles_conflict"]);
    expect(codes(["sysadmin", "org_admin"], "buyer")).toEqual([]);
    expect(codes(["org_admin", "auditor"], "buyer")).toEqual([]);
  });
});
