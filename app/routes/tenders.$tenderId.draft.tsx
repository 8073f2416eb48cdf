import { Outlet, useFetcher, useLocation } from "react-router";
import { SaveStatus } from "#app/components/autosave-form.tsx";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { type SaveAnswer, SaveQueue, useSaveFaults } from "#app/components/save-queue.tsx";
import { savingAction } from "#app/components/saving-action.ts";
import { SideList } from "#app/components/side-list.tsx";
import { useTranslate } from "#app/components/translation.tsx";
import { readDraftForm } from "#app/server/draft-form.ts";
import { expectValue, guarded, param, refused } from "#app/server/guard.ts";
import { undoDraftEdit } from "#app/services/tender/edit-tender-draft.ts";
import { readDraftOutline } from "#app/services/tender/read-draft-outline.ts";
import type { Route } from "./+types/tenders.$tenderId.draft";

export const loader = guarded("tender.draft.read", async ({ app, actor, params }) =>
  expectValue(await readDraftOutline(app, actor, param(params, "tenderId"))),
);

/** Takes the last change back. */
export const action = guarded("tender.draft.edit", async ({ app, actor, params, request }) => {
  const { version } = await readDraftForm(request);
  const undone = await undoDraftEdit(app, actor, param(params, "tenderId"), version);
  return undone.ok ? { faults: [], version: undone.value.version } : refused(undone.faults);
});

export const clientAction = savingAction;

export default function DraftLayout(props: Route.ComponentProps) {
  return (
    <SaveQueue>
      <Draft {...props} />
    </SaveQueue>
  );
}

function Draft({ loaderData: outline, params }: Route.ComponentProps) {
  const t = useTranslate();
  const { pathname } = useLocation();
  const undo = useFetcher<SaveAnswer & { version?: number }>();
  const undone = undo.data?.version ?? null;
  const faults = useSaveFaults();
  const base = `/tenders/${params.tenderId}/draft`;
  const item = (part: (typeof parts)[number]) => ({
    to: `${base}/${part}`,
    label: t(`tender.draft.${part}`),
    mark: <Mark errors={outline.marks[part as keyof typeof outline.marks] ?? 0} />,
    current: pathname === `${base}/${part}`,
  });
  const sections = [
    { title: t("tender.draft.whole"), items: parts.map(item) },
    ...outline.areas.map(({ name, requirements }) => ({
      title: name[t.language],
      items: requirements.map(({ id, title, level, findings }) => ({
        to: `${base}/requirements/${id}`,
        label: (
          <span className={level === "must" ? "font-medium" : ""}>
            <span className="mr-1.5 font-semibold text-[0.6875rem] text-ink-quiet uppercase">
              {t(`common.${level}`)}
            </span>
            {title[t.language] || id}
          </span>
        ),
        mark: <Mark errors={findings} />,
        current: pathname === `${base}/requirements/${id}`,
      })),
    })),
  ];
  return (
    <div className="gap-8 lg:flex">
      <SideList label={t("tender.draft.sections")} sections={sections} />
      <div className="min-w-0 grow">
        <div className="mb-4 flex min-h-10 items-center justify-end gap-4 print:hidden">
          <SaveStatus />
          {outline.mayEdit && outline.version > 1 && (
            <undo.Form method="post" action={base}>
              <input type="hidden" name="version" value={outline.version} />
              <Button variant="quiet">{t("tender.edit.undo")}</Button>
            </undo.Form>
          )}
        </div>
        <ErrorSummary faults={undo.data?.faults.length ? undo.data.faults : faults} unasked />
        {/* After an undo, and once its draft is loaded, every field is made anew to show it. */}
        <div key={undone !== null && undone <= outline.version ? undone : 0}>
          <Outlet />
        </div>
      </div>
    </div>
  );
}

const parts = [
  "settings",
  "pick",
  "prices",
  "credits",
  "evaluation",
  "laboratory",
  "people",
  "publish",
] as const;

/** Number of findings that block; nothing when there are none. */
function Mark({ errors }: { errors: number }) {
  const t = useTranslate();
  if (errors === 0) return null;
  return (
    <span className="shrink-0 rounded-full bg-danger-soft px-1.5 font-semibold text-danger text-sm tabular-nums">
      {errors}
      <span className="sr-only"> {t("tender.edit.toMend")}</span>
    </span>
  );
}
