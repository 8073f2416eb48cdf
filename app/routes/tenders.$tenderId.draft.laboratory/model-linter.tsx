import { Link } from "react-router";
import { Icon } from "#app/components/icon.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { keptByConstruction, ruleReferences } from "#app/domain/laboratory/model-rules.ts";
import type { LaboratoryData } from "./page-data.ts";

/** The model linter's findings by rule, each with what to do and what it rests on; and the rules that always hold. */
export function ModelLinter({ page: { findings, simulation } }: { page: LaboratoryData["page"] }) {
  const t = useTranslate();
  const all = [...findings, ...(simulation.state === "done" ? simulation.findings : [])];
  const byRule = [...Map.groupBy(all, ({ ruleId }) => ruleId)];
  return (
    <section aria-labelledby="linter" className="mt-10">
      <h2 id="linter" className="mb-3 text-xl">
        {t("laboratory.linter.title")}
      </h2>
      {byRule.length === 0 && <p>{t("laboratory.linter.none")}</p>}
      <ul className="flex flex-col gap-3">
        {byRule.map(([ruleId, same]) => (
          <Rule key={ruleId} ruleId={ruleId} findings={same} />
        ))}
      </ul>
      {simulation.state !== "done" && (
        <p className="mt-3 text-ink-quiet">{t("laboratory.linter.simulate")}</p>
      )}
      <details className="mt-4">
        <summary className="font-medium">{t("laboratory.linter.kept")}</summary>
        <ul className="mt-2 flex flex-col gap-1">
          {keptByConstruction.map((rule) => (
            <li key={rule} className="flex flex-wrap gap-x-3">
              <span>
                <Icon name="check" className="mr-1 text-positive" />
                <span className="font-mono text-sm">{rule}</span>
              </span>
              {t(`laboratory.linter.rule.${rule}`)}
              <Reference rule={rule} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Rule({ ruleId, findings }: { ruleId: string; findings: LaboratoryData["page"]["findings"] }) {
  const t = useTranslate();
  const [first] = findings;
  const severity = first?.severity ?? "warning";
  // The same sentence many times over is said once.
  const many = findings.length > 4 && findings.every(({ code, params }) => code === first?.code && params.id);
  const [border, ink] =
    severity === "error" ? ["border-l-danger", "text-danger"] : ["border-l-warning", "text-warning"];
  return (
    <li className={`rounded-md border border-line border-l-4 bg-surface p-3 ${border}`}>
      <p className="mb-1 flex flex-wrap items-center gap-2 text-ink-quiet text-sm">
        <Icon name="warning" className={ink} />
        <span className="font-medium">{t(`laboratory.linter.severity.${severity}`)}</span>
        <span className="font-mono">{ruleId}</span>
        <Reference rule={ruleId} />
      </p>
      {many && first ? (
        <>
          <p>
            {t.fault({
              code: first.code,
              params: { id: t("laboratory.linter.shoulds", { count: findings.length }) },
            })}
          </p>
          <ul className="flex flex-wrap gap-x-3 font-mono text-sm">
            {findings.map(({ path, params }) => (
              <li key={path}>
                <Link to={placeOf(path)} relative="path">
                  {params.id}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ul>
          {findings.map(({ code, params, path }) => (
            <li key={`${code} ${path}`}>
              <Link to={placeOf(path)} relative="path">
                {t.fault({ code, params, place: { field: path } })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-1 font-medium">{t.named(`laboratory.linter.fix.${ruleId}`)}</p>
    </li>
  );
}

/** The page of the draft where a field is changed. */
const placeOf = (path: string): string => `../${path.replace(".", "/")}`;

function Reference({ rule }: { rule: string }) {
  const reference = Object.entries(ruleReferences).find(([id]) => id === rule)?.[1];
  return reference === undefined ? null : <span className="ml-auto text-ink-quiet text-sm">{reference}</span>;
}
