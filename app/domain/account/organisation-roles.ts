import type { OrganisationRole } from "#app/domain/account/actor.ts";
import type { Fault } from "#app/domain/fault.ts";

/** Roles that people of an organisation of this kind can hold. */
export const rolesOfKind = {
  buyer: ["org_admin", "auditor", "sysadmin"],
  vendor: ["vendor_admin", "vendor_editor", "vendor_submitter"],
} as const satisfies Record<"buyer" | "vendor", readonly OrganisationRole[]>;

/** The role whose holders manage the organisation's people: one of them must always be left. */
export const administratorRole = { buyer: "org_admin", vendor: "vendor_admin" } as const;

/**
 * Why these roles cannot be held together by a person of such an organisation; every reason.
 *
 * A buyer may hold none: drafting and evaluating need roles in a tender only. A vendor's person without a role could
 * do nothing.
 */
export function roleFaults(roles: readonly OrganisationRole[], kind: "buyer" | "vendor"): Fault[] {
  const place = { field: "roles" };
  const possible: readonly OrganisationRole[] = rolesOfKind[kind];
  const faults: Fault[] = roles
    .filter((role) => !possible.includes(role))
    .map((role) => ({ code: "role_not_of_organisation", place, params: { role } }));
  if (kind === "vendor" && roles.length === 0) faults.push({ code: "role_missing", place });
  if (roles.includes("sysadmin") && roles.includes("auditor")) {
    faults.push({ code: "roles_conflict", place });
  }
  return faults;
}
