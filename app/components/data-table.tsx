import { type ReactNode, useId } from "react";
import { Link } from "react-router";
import { TableDownload } from "#app/components/table-download.tsx";

export interface Column<Row> {
  readonly id: string;
  readonly head: ReactNode;
  /** Right-aligned; the unit belongs in the head. */
  readonly numeric?: boolean;
  readonly unit?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Foot of the column, for a sum. */
  readonly foot?: ReactNode;
  readonly sorted?: "ascending" | "descending";
  /** Address of the same page sorted by this column. */
  readonly sortTo?: string;
}

/** Fewer rows are read at a glance. */
const fewestForFile = 3;

/**
 * Rows of one kind. The first column names the row; head and first column stay in sight. `tools` (row count, export,
 * filter) stand above it.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  tools,
  captionHidden = false,
  scrolls = false,
  chosen,
}: {
  readonly caption: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly tools?: ReactNode;
  /** For a table right under a heading that says the same; readers of the table still hear it. */
  readonly captionHidden?: boolean;
  /** For a large matrix: it scrolls under its own head instead of standing there whole. */
  readonly scrolls?: boolean;
  /** Rows that stand out; a word in the row must say why. */
  readonly chosen?: (row: Row) => boolean;
}) {
  const id = useId();
  return (
    <div className="min-w-0" data-table-frame>
      <div
        className={`mb-2 flex flex-wrap items-baseline justify-between gap-4 ${captionHidden && !tools ? "sr-only" : ""}`}
      >
        <p id={id} className={captionHidden ? "sr-only" : "font-medium"}>
          {caption}
        </p>
        {tools}
      </div>
      <section
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className={`data-table ${scrolls ? "data-table-scrolls" : ""}`}
      >
        <table aria-labelledby={id}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={column.sorted}
                  className={column.numeric ? "numeric" : ""}
                >
                  <Head column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} className={chosen?.(row) ? "chosen" : ""}>
                {columns.map(({ id: key, numeric, cell }, index) =>
                  index === 0 ? (
                    <th key={key} scope="row">
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={key} className={numeric ? "numeric" : ""}>
                      {cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
          {columns.some(({ foot }) => foot !== undefined) && (
            <tfoot>
              <tr>
                {columns.map(({ id: key, numeric, foot }) => (
                  <td key={key} className={numeric ? "numeric" : ""}>
                    {foot}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      {rows.length >= fewestForFile && <TableDownload />}
    </div>
  );
}

function Head<Row>({ column: { head, unit, sorted, sortTo } }: { column: Column<Row> }) {
  const words = (
    <>
      {head}
      {unit && <span className="font-normal"> ({unit})</span>}
    </>
  );
  if (sortTo === undefined) return words;
  const arrow = sorted === "ascending" ? " ↑" : sorted === "descending" ? " ↓" : "";
  return (
    <Link to={sortTo} className="text-ink-quiet">
      {words}
      <span aria-hidden="true">{arrow}</span>
    </Link>
  );
}
