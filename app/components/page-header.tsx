import type { ReactNode } from "react";
import { useTranslate } from "#app/components/translation.tsx";

export interface PageHeaderProps {
  /** What this page decides; also the title of the browser tab. */
  readonly title: string;
  /** One sentence: what is expected here and what happens next. */
  readonly lead?: ReactNode;
  /** Small line above the title, for example a requirement's id and area. */
  readonly above?: ReactNode;
  /** The one main action, named by its result. */
  readonly action?: ReactNode;
  /** Further actions, folded away. */
  readonly more?: ReactNode;
}

/** The head of every page. */
export function PageHeader({ title, lead, above, action, more }: PageHeaderProps) {
  const t = useTranslate();
  return (
    <header className="mb-8 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <title>{`${title} – ${t("common.product")}`}</title>
      <div className="min-w-0 max-w-measure">
        {above && <div className="mb-2 text-ink-quiet text-sm">{above}</div>}
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        {lead && <p className="mt-2 text-ink-quiet text-lg">{lead}</p>}
      </div>
      {(action || more) && (
        <div className="flex items-center gap-2 print:hidden">
          {action}
          {more && <MoreActions label={t("common.more")}>{more}</MoreActions>}
        </div>
      )}
    </header>
  );
}

function MoreActions({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="relative">
      <summary className="list-none rounded-md border border-line-strong bg-surface px-3 py-2 hover:bg-sunken">
        {label}
      </summary>
      <div className="absolute right-0 z-10 mt-1 flex min-w-56 flex-col gap-1 rounded-md border border-line bg-surface p-2 shadow-raised">
        {children}
      </div>
    </details>
  );
}
