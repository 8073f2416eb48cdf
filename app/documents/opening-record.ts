import type { Paragraph, Table } from "docx";
import type { PrintedTender } from "#app/documents/printed-tender.ts";
import { printedInstant } from "#app/documents/printed-values.ts";
import type { Wording } from "#app/documents/template-sentences.ts";
import { fill } from "#app/documents/templates.ts";
import { tenderDocument } from "#app/documents/tender-document.ts";
import { caption, fact, heading, paragraph, table } from "#app/documents/word-parts.ts";
import type { OpeningRecord } from "#app/domain/opening/record.ts";

export interface StoredRecord {
  readonly record: OpeningRecord;
  /** Hex, over the exact bytes that the record was read from. */
  readonly sha256: string;
}

export interface OpeningRecordInput extends Omit<PrintedTender, "vocabulary"> {
  readonly wording: Wording<"opening-record">;
  /** In the order of opening. */
  readonly records: readonly StoredRecord[];
}

/** The opening record of every part that has been opened, one chapter each. The same input gives the same bytes. */
export function openingRecordDocument(input: OpeningRecordInput): Promise<Buffer> {
  return tenderDocument(
    input,
    input.records.flatMap((stored, index) => partChapter(stored, index, input)),
  );
}

function partChapter(
  { record, sha256 }: StoredRecord,
  index: number,
  input: OpeningRecordInput,
): (Paragraph | Table)[] {
  const { wording } = input;
  const number = String(index + 1);
  const at = (instant: string) => printedInstant(instant, input.content.timezone, input.language);
  const part = record.part === "quality" ? wording.part_quality : wording.part_price;
  const late =
    record.late_attempts === 0
      ? wording.late_none
      : fill(wording.late_count, { count: String(record.late_attempts) });
  return [
    heading(1, number, part, true),
    ...(index === 0 ? [paragraph(wording.lead)] : []),
    fact(wording.case, record.case_number),
    fact(wording.buyer, record.buyer),
    fact(wording.deadline, at(record.deadline)),
    fact(wording.opened_at, at(record.opened_at)),
    fact(wording.place, wording.place_text),
    fact(
      wording.openers,
      record.openers
        .map(({ name, confirmed_at }) => fill(wording.opener_confirmed, { name, time: at(confirmed_at) }))
        .join("\n"),
    ),
    heading(2, `${number}.1`, wording.bids),
    ...bids(record, index, part, input),
    heading(2, `${number}.2`, wording.deviations),
    fact(wording.late, late),
    paragraph(wording.deviations_none),
    heading(2, `${number}.3`, wording.record),
    fact(wording.record_hash, sha256),
    fact(wording.log_index, fill(wording.log_index_text, { index: String(record.log_index) })),
    fact(wording.release, record.server_release),
    fact(wording.certified, wording.certified_text),
    ...fingerprints(record, index, part, input),
  ];
}

function bids(
  record: OpeningRecord,
  index: number,
  part: string,
  { wording, content, language }: OpeningRecordInput,
): (Paragraph | Table)[] {
  if (record.bids.length === 0) return [paragraph(wording.bids_none)];
  const at = (instant: string) => printedInstant(instant, content.timezone, language);
  return [
    caption(fill(wording.table, { number: String(index * 2 + 1), text: fill(wording.bids_table, { part }) })),
    table(
      [
        { head: wording.bidder, share: 0.34 },
        { head: wording.received, share: 0.24 },
        { head: wording.version_head, share: 0.1, align: "right" },
        { head: wording.files_head, share: 0.1, align: "right" },
        { head: wording.state, share: 0.22 },
      ],
      record.bids.map((bid) => ({
        cells: [
          `${bid.bidder}\n${fill(wording.organisation_number, { number: bid.organisation_number })}`,
          at(bid.received_at),
          String(bid.version),
          String(bid.files.length),
          bid.withdrawn_at === null
            ? wording.opened_bid
            : fill(wording.withdrawn, { time: at(bid.withdrawn_at) }),
        ],
      })),
    ),
  ];
}

/** What lets a bidder check that the file opened is the file sent. */
function fingerprints(
  record: OpeningRecord,
  index: number,
  part: string,
  { wording }: OpeningRecordInput,
): (Paragraph | Table)[] {
  if (record.bids.length === 0) return [];
  return [
    heading(2, `${index + 1}.4`, wording.fingerprints, true),
    paragraph(wording.fingerprints_note),
    caption(
      fill(wording.table, {
        number: String(index * 2 + 2),
        text: fill(wording.fingerprints_table, { part }),
      }),
    ),
    table(
      [
        { head: wording.file, share: 0.4 },
        { head: wording.bytes, share: 0.12, align: "right" },
        { head: "SHA-256", share: 0.48 },
      ],
      record.bids.flatMap((bid) => [
        { marked: true, cells: [bid.bidder, "", ""] },
        { cells: [wording.content, "", inGroups(bid.content_sha256)] },
        ...bid.files.map(({ name, slot, bytes, sha256 }) => ({
          cells: [`${slot} ${name}`, String(bytes), inGroups(sha256)],
        })),
      ]),
    ),
  ];
}

/** A line of a narrow column breaks between groups and never inside one. */
const inGroups = (sha256: string): string => sha256.replace(/.{8}(?=.)/g, "$& ");
