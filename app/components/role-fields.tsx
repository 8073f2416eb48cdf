import { CheckField } from "#app/components/choice-field.tsx";
import { FaultText } from "#app/components/field.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { OrganisationRole } from "#app/domain/account/actor.ts";
import type { Fault } from "#app/domain/fault.ts";

/** A box per role; the form sends `role.<name>` for each one that is ticked. */
export function RoleFields({
  roles,
  held,
  faults,
}: {
  readonly roles: readonly OrganisationRole[];
  readonly held: readonly OrganisationRole[];
  readonly faults: readonly Fault[];
}) {
  const t = useTranslate();
  return (
    <fieldset id="roles" tabIndex={-1} className="flex flex-col gap-3">
      <legend className="mb-2 font-medium">{t("account.roles")}</legend>
      <FaultText id="roles-fault" faults={faults.filter(({ place }) => place?.field === "roles")} />
      {roles.map((role) => (
        <CheckField
          key={role}
          name={`role.${role}`}
          label={t(`account.role.${role}`)}
          hint={t(`account.roleHint.${role}`)}
          defaultChecked={held.includes(role)}
        />
      ))}
    </fieldset>
  );
}
