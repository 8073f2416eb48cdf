import { randomBytes } from "node:crypto";
import type { Actor, Person } from "#app/domain/account/actor.ts";
import { actorOfSession } from "#app/services/account/actor-of-session.ts";
import { createUser } from "#app/services/account/create-user.ts";
import { registerVendor } from "#app/services/account/register-vendor.ts";
import { setUp } from "#app/services/account/set-up.ts";
import { newSetUpCode } from "#app/services/account/set-up-code.ts";
import { signIn } from "#app/services/account/sign-in.ts";
import type { Application } from "#app/services/application.ts";
import { accepted } from "#app/services/example/accepted.ts";
import {
  administrator,
  type Colleague,
  colleagues,
  type ExamplePerson,
  exampleBuyer,
} from "#app/services/example/people.ts";
import { pass, type SettableClock } from "#app/services/example/settable-clock.ts";
import type { ExampleVendor } from "#app/services/example/vendors.ts";

const nobody: Actor = { kind: "anonymous" };
const browser = { address: "127.0.0.1", agent: "example" };

/** Nobody knows it: in the demo one signs in by a click, and outside of it these people cannot sign in at all. */
const newPassword = () => randomBytes(24).toString("base64url");

/** Sets up the municipality and lets its administrator add a person for each role. */
export async function makeBuyer(
  app: Application,
  clock: SettableClock,
): Promise<Readonly<Record<Colleague, Person>>> {
  const code = await newSetUpCode(app);
  if (code === null) throw new Error("the example is made in an empty database only");
  const { name, email } = administrator;
  const first = { ...exampleBuyer, name, email, password: newPassword(), language: "sv" as const, code };
  const admin = await personOf(app, accepted(await setUp(app, nobody, first, browser)));
  const made: Partial<Record<Colleague, Person>> = {};
  for (const [role, colleague] of Object.entries(colleagues)) {
    pass(clock, 90);
    made[role as Colleague] = await makeColleague(app, clock, admin, colleague);
  }
  return made as Record<Colleague, Person>;
}

async function makeColleague(
  app: Application,
  clock: SettableClock,
  admin: Person,
  { name, email, roles }: ExamplePerson,
): Promise<Person> {
  const { password } = accepted(await createUser(app, admin, { name, email, roles }));
  pass(clock, 60);
  const input = { email, password, newPassword: newPassword() };
  return await personOf(app, accepted(await signIn(app, nobody, input, browser)));
}

export async function makeVendor(app: Application, vendor: ExampleVendor): Promise<Person> {
  const input = {
    organisationName: vendor.name,
    organisationNumber: vendor.organisationNumber,
    name: vendor.person,
    email: vendor.email,
    password: newPassword(),
    language: "sv" as const,
  };
  return await personOf(app, accepted(await registerVendor(app, nobody, input, browser)));
}

async function personOf(app: Application, token: string): Promise<Person> {
  const actor = await actorOfSession(app, token);
  if (actor.kind !== "person") throw new Error("a session that has just been started belongs to a person");
  return actor;
}
