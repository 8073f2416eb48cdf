import type { OrganisationRole, TenderRole } from "#app/domain/account/actor.ts";

/** An invented person of the invented municipality; names and addresses say that they are. */
export interface ExamplePerson {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly OrganisationRole[];
  readonly tenderRoles: readonly TenderRole[];
}

export const exampleBuyer = {
  organisationName: "Exempelköpings kommun",
  // No such number can exist: its check digit is wrong, as are those of the vendors.
  organisationNumber: "212000-0000",
} as const;

export const administrator: ExamplePerson = {
  name: "Åsa Exempelsson",
  email: "asa.exempelsson@exempel.invalid",
  roles: ["org_admin"],
  tenderRoles: [],
};

/** One person for each role, so that every page can be seen through the eyes that it is made for. */
export const colleagues = {
  owner: person("Birgitta Exempelgren", "birgitta.exempelgren", ["owner"]),
  drafter: person("Dag Exempellund", "dag.exempellund", ["drafter"]),
  approver: person("Gunilla Exempelberg", "gunilla.exempelberg", ["approver"]),
  opener: person("Örjan Exempelby", "orjan.exempelby", ["opener"]),
  // The registrar of the archive: the second opener comes from outside the buying unit.
  secondOpener: person("Siv Exempelholm", "siv.exempelholm", ["opener"]),
  chair: person("Kerstin Exempelryd", "kerstin.exempelryd", ["chair"]),
  evaluator: person("Berit Exempelkvist", "berit.exempelkvist", ["evaluator"]),
  secondEvaluator: person("Bo Exempelström", "bo.exempelstrom", ["evaluator"]),
  observer: person("Olle Exempeldal", "olle.exempeldal", ["observer"]),
  finance: person("Frida Exempelfors", "frida.exempelfors", ["finance"]),
  contractManager: person("Anders Exempelsjö", "anders.exempelsjo", ["contract_manager"]),
  auditor: person("Rut Exempelmark", "rut.exempelmark", [], ["auditor"]),
  systemAdministrator: person("Sten Exempelvik", "sten.exempelvik", [], ["sysadmin"]),
} as const;

export type Colleague = keyof typeof colleagues;

function person(
  name: string,
  address: string,
  tenderRoles: readonly TenderRole[],
  roles: readonly OrganisationRole[] = [],
): ExamplePerson {
  return { name, email: `${address}@exempel.invalid`, roles, tenderRoles };
}
