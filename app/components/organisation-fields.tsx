import { TextField } from "#app/components/text-field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";

/** The first person of a new organisation: whom it belongs to and how they sign in. */
export function OrganisationFields({
  faults,
  values,
}: {
  readonly faults: readonly Fault[];
  readonly values: Readonly<Record<string, string>>;
}) {
  const t = useTranslate();
  return (
    <>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-3 font-semibold text-lg">{t("account.organisation")}</legend>
        <TextField
          name="organisationName"
          label={t("account.organisationName")}
          autoComplete="organization"
          required
          defaultValue={values.organisationName}
          faults={faults}
        />
        <TextField
          name="organisationNumber"
          label={t("account.organisationNumber")}
          hint={t("account.organisationNumberHint")}
          className="max-w-60"
          required
          defaultValue={values.organisationNumber}
          faults={faults}
        />
      </fieldset>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-3 font-semibold text-lg">{t("account.you")}</legend>
        <TextField
          name="name"
          label={t("account.name")}
          autoComplete="name"
          required
          defaultValue={values.name}
          faults={faults}
        />
        <TextField
          name="email"
          label={t("account.email")}
          type="email"
          autoComplete="username"
          required
          defaultValue={values.email}
          faults={faults}
        />
        <TextField
          name="password"
          label={t("account.password")}
          hint={t("account.passwordHint")}
          type="password"
          autoComplete="new-password"
          required
          faults={faults}
        />
      </fieldset>
    </>
  );
}
