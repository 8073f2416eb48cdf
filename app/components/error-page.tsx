import { ButtonLink } from "#app/components/button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { Fault } from "#app/domain/fault.ts";

const titles = {
  403: "common.error.notAllowed",
  404: "common.error.notFound",
  409: "common.error.conflict",
} as const;
const codes: Readonly<Record<number, string>> = {
  403: "not_allowed",
  404: "not_found",
  409: "version_conflict",
};

/** What could not be shown, in words, and where to go from here. `data` is what a loader threw. */
export function ErrorPage({
  status,
  data,
  requestId,
}: {
  readonly status: number;
  readonly data: unknown;
  readonly requestId: string;
}) {
  const t = useTranslate();
  const own = faultsOf(data);
  const faults = own.length > 0 ? own : [{ code: codes[status] ?? "unexpected", params: { id: requestId } }];
  const title = titles[status as keyof typeof titles] ?? "common.error.unexpected";
  return (
    <>
      <PageHeader title={t(title)} above={t("common.error.status", { status })} />
      {faults.map((fault) => (
        <p key={fault.code} className="mb-2 max-w-measure text-lg">
          {t.fault(fault)}
        </p>
      ))}
      <p className="mt-6 flex gap-3">
        <ButtonLink to="/" variant="primary">
          {t("common.error.toStart")}
        </ButtonLink>
        <ButtonLink to="/catalogue">{t("common.catalogue")}</ButtonLink>
      </p>
    </>
  );
}

/** The faults that `expectValue` put into the answer; anything else has none. */
function faultsOf(data: unknown): readonly Fault[] {
  if (typeof data !== "object" || data === null || !("faults" in data)) return [];
  return Array.isArray(data.faults) ? (data.faults as readonly Fault[]) : [];
}
