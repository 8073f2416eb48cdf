import { Link } from "react-router";
import { Icon } from "#app/components/icon.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import type { LaboratoryData } from "./page-data.ts";

/** The model linter's findings by rule, each with what to do and what it rests on; and the rules that always hold. */
export function ModelLinter({ page: { broken, kept, simulation } }: { page: LaboratoryData["page"] }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="linter" className="mt-10">
      <h2 id="linter" className="mb-3 text-xl">
        {t("laboratory.linter.title")}
      </h2>
      {broken.length === 0 && <p>{t("laboratory.linter.none")}</p>}
      <ul className="flex flex-col gap-3">
        {broken.map((rule) => (
          <Rule key={rule.ruleId} {...rule} />
        ))}
      </ul>
      {simulation.state !== "done" && (
        <p className="mt-3 text-ink-quiet">{t("laboratory.linter.simulate")}</p>
      )}
      <details className="mt-4">
        <summary className="font-medium">{t("laboratory.linter.kept")}</summary>
        <ul className="mt-2 flex flex-col gap-1">
          {kept.map(({ rule, reference }) => (
            <li key={rule} className="flex flex-wrap gap-x-3">
              <span>
                <Icon name="check" className="mr-1 text-positive" />
                <span className="font-mono text-sm">{rule}</span>
              </span>
              {t(`laboratory.linter.rule.${rule}`)}
              <Reference>{reference}</Reference>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Rule({ ruleId, severity, reference, findings, ofMany }: LaboratoryData["page"]["broken"][number]) {
  const t = useTranslate();
  const [first] = findings;
  const [border, ink] =
    severity === "error" ? ["border-l-danger", "text-danger"] : ["border-l-warning", "text-warning"];
  return (
    <li className={`rounded-md border border-line border-l-4 bg-surface p-3 ${border}`}>
      <p className="mb-1 flex flex-wrap items-center gap-2 text-ink-quiet text-sm">
        <Icon name="warning" className={ink} />
        <span className="font-medium">{t(`laboratory.linter.severity.${severity}`)}</span>
        <span className="font-mono">{ruleId}</span>
        <Reference>{reference}</Reference>
      </p>
      {ofMany && first ? (
        <>
          <p>
            {t.fault({
              code: first.code,
              params: { id: t("laboratory.linter.shoulds", { count: findings.length }) },
            })}
          </p>
          <ul className="flex flex-wrap gap-x-3 font-mono text-sm">
            {findings.map(({ path, params, href }) => (
              <li key={path}>
                <Link to={href} relative="path">
                  {params.id}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ul>
          {findings.map(({ code, params, path, href }) => (
            <li key={`${code} ${path}`}>
              <Link to={href} relative="path">
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

const Reference = ({ children }: { children: string | null }) =>
  children && <span className="ml-auto text-ink-quiet text-sm">{children}</span>;
