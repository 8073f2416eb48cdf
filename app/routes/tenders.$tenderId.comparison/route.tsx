import { Link, useLoaderData } from "react-router";
import { ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { VendorPatterns } from "#app/components/vendor-mark.tsx";
import { guarded, param } from "#app/server/guard.ts";
import { scored } from "#app/server/scored.ts";
import { readComparison } from "#app/services/evaluation/read-comparison.ts";
import { Matrix } from "./matrix.tsx";
import { OpenedNumber } from "./opened-number.tsx";
import { Ranking } from "./ranking.tsx";

export const loader = guarded("price.analyse", async ({ app, actor, params, request }) => {
  const tenderId = param(params, "tenderId");
  const { searchParams } = new URL(request.url);
  const query = { onlyDifferences: searchParams.get("show") !== "all", open: searchParams.get("open") };
  return scored(await readComparison(app, actor, tenderId, query), tenderId, request);
});

export default function Comparison() {
  const page = useLoaderData<typeof loader>();
  const t = useTranslate();
  if (page.vendors.length === 0) return <EmptyState title={t("evaluation.comparison.none")} />;
  return (
    <>
      <VendorPatterns />
      <PageHeader
        title={t("evaluation.comparison.title")}
        lead={t(
          `evaluation.comparison.lead.${page.units.worth === "sek" ? "comparison_price" : page.units.score}`,
        )}
        action={
          <ButtonLink variant="primary" to="workbook" reloadDocument>
            {t("evaluation.comparison.workbook")}
          </ButtonLink>
        }
        more={
          <Link to="case" reloadDocument>
            {t("evaluation.comparison.caseFile")}
          </Link>
        }
      />
      <Ranking page={page} />
      <p className="mt-3 print:hidden">
        <Link to="../sensitivity" relative="path">
          {t("laboratory.sensitivity.link")}
        </Link>
      </p>
      <div
        className={`mt-10 items-start gap-8 ${page.opened ? "xl:grid xl:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]" : ""}`}
      >
        <Matrix page={page} />
        {page.opened && <OpenedNumber opened={page.opened} page={page} />}
      </div>
      <p className="mt-8 break-all text-ink-quiet text-sm">
        {t("evaluation.comparison.model")}: <code>{page.modelSha256}</code>
      </p>
    </>
  );
}
