import type { ReactNode } from "react";

/** An empty page teaches: what belongs here and why it matters, the first step, and where to see an example. */
export function EmptyState({
  title,
  children,
  action,
  example,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly example?: ReactNode;
}) {
  return (
    <section className="rounded-md border border-line-strong border-dashed p-6 sm:p-8">
      <h2 className="text-xl">{title}</h2>
      {children && <div className="mt-2 max-w-measure text-ink-quiet">{children}</div>}
      {(action || example) && (
        <div className="mt-4 flex flex-wrap items-center gap-4">
          {action}
          {example}
        </div>
      )}
    </section>
  );
}
