export const organisationRoles = [
  "sysadmin",
  "org_admin",
  "auditor",
  "vendor_admin",
  "vendor_editor",
  "vendor_submitter",
] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

export const tenderRoles = [
  "owner",
  "drafter",
  "approver",
  "opener",
  "evaluator",
  "chair",
  "observer",
  "finance",
  "contract_manager",
] as const;
export type TenderRole = (typeof tenderRoles)[number];

export interface Organisation {
  readonly id: string;
  readonly kind: "buyer" | "vendor";
  readonly name: string;
}

/** Who acts: a signed-in person with the roles of their organisation, or somebody unknown. */
export type Actor =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "person";
      readonly accountId: string;
      readonly name: string;
      readonly email: string;
      readonly language: "sv" | "en";
      readonly organisation: Organisation;
      readonly roles: readonly OrganisationRole[];
    };

export type Person = Extract<Actor, { kind: "person" }>;
