import { useTranslate } from "#app/components/translation.tsx";

/** What a file must hold; the example is one that is taken as it stands. */
export function FileHelp() {
  const t = useTranslate();
  return (
    <details className="mb-10 max-w-measure">
      <summary className="text-accent">{t("measurement.calls.help")}</summary>
      <p className="my-2">{t("measurement.calls.helpNeeded")}</p>
      <pre className="overflow-x-auto rounded-md bg-sunken p-3 text-sm">{exampleFile}</pre>
      <p className="my-2">{t("measurement.calls.helpMore")}</p>
    </details>
  );
}

const exampleFile = `call_id;queue;arrival_at;answered_at;ended_at;disposition
1001;Växel;2026-09-01 08:00:12;2026-09-01 08:00:19;2026-09-01 08:02:40;answered
1002;Växel;2026-09-01 08:01:03;;2026-09-01 08:01:45;abandoned`;
