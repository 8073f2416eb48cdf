import { data } from "react-router";
import { z } from "zod";
import { type OrganisationRole, organisationRoles } from "#app/domain/account/actor.ts";
import { type Fault, failure, type Result, success } from "#app/domain/fault.ts";

/** A line that must be filled in; the messages of form schemas are fault codes. */
export const textLine = (max: number) =>
  z.string({ error: "required" }).trim().min(1, { error: "required", abort: true }).max(max, "too_long");

export const emailLine = textLine(254).pipe(z.email("email_invalid"));
/** As typed: a space may be part of it. */
export const passwordLine = z.string({ error: "required" }).min(1, "required").max(1000, "too_long");

export interface SentForm<T> {
  readonly result: Result<T>;
  /** What was typed, for showing it again; never passwords. */
  readonly values: Readonly<Record<string, string>>;
}

/** Reads a form as its schema says, or every fault with its field. */
export async function readForm<S extends z.ZodObject>(
  request: Request,
  schema: S,
): Promise<SentForm<z.infer<S>>> {
  const sent = Object.fromEntries(await request.formData());
  const parsed = schema.safeParse(sent);
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(sent)) {
    if (typeof value === "string" && !/password/i.test(name)) values[name] = value;
  }
  if (parsed.success) return { result: success(parsed.data), values };
  const faults = parsed.error.issues.map((issue): Fault => {
    const place = { field: issue.path.join(".") };
    return issue.code === "too_big"
      ? { code: issue.message, place, params: { max: Number(issue.maximum) } }
      : { code: issue.message, place };
  });
  return { result: failure(...faults), values };
}

/** What an action answers so that the form comes back as it was typed, with its faults. */
export function refusedForm(faults: readonly Fault[], values: Readonly<Record<string, string>>) {
  const status = faults.some(({ code }) => code === "too_many_attempts") ? 429 : 422;
  return data({ faults, values }, { status });
}

/** The roles whose boxes are ticked, as `RoleFields` sends them. */
export const tickedRoles = (form: FormData): OrganisationRole[] =>
  organisationRoles.filter((role) => form.has(`role.${role}`));

/** A form as a page of ours sends it. Whatever else is sent comes from no page and gets none: status 400. */
export function ownForm<S extends z.ZodType>(schema: S, sent: unknown): z.infer<S> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  throw data(null, { status: 400 });
}
