import { createHash, type KeyObject, sign, verify } from "node:crypto";
import { isInTime } from "#app/domain/response/deadline.ts";
import { instantText } from "#app/domain/response/instant.ts";
import type { ResponseFile } from "#app/domain/response/response.ts";

/** How a response is closed until the opening: the label that tender page and receipt show. */
const seal = "access-rules";

export interface ReceiptFacts {
  readonly tender: string;
  readonly response: string;
  readonly version: number;
  readonly receivedUs: number;
  readonly deadlineUs: number;
  readonly files: readonly ResponseFile[];
  /** Hex SHA-256 of the exact bytes of the response. */
  readonly contentSha256: string;
  /** Hex, 32 random bytes: the log holds only salted hashes, because a bare hash of a price sheet can be guessed. */
  readonly salt: string;
  readonly modelSha256: string;
  /** The log entry of the submission: its position from 1 and its leaf hash. */
  readonly log: { readonly seq: number; readonly leaf: Buffer };
  readonly release: string;
  readonly keyId: string;
}

/** The receipt as it is signed, downloaded and shown. */
export interface ReceiptDocument {
  readonly v: 1;
  readonly type: "receipt";
  readonly tender: string;
  readonly lot: null;
  readonly response: string;
  readonly version: number;
  readonly received_at: string;
  readonly deadline: string;
  readonly late: boolean;
  readonly files: ReadonlyArray<Pick<ResponseFile, "slot" | "sha256" | "bytes">>;
  readonly answers_sha256: string;
  readonly salt: string;
  readonly envelopes: readonly [];
  readonly model_sha256: string;
  readonly seal: typeof seal;
  readonly log: {
    readonly index: number;
    readonly leaf: string;
    readonly size: number;
    readonly root: "";
    readonly proof: readonly [];
  };
  readonly server_release: string;
  readonly key_id: string;
}

/**
 * The exact bytes of a receipt. The order of the fields, and those that are still empty (lot, envelopes, log root and
 * proof), are part of format 1: a receipt given today must verify for as long as the tender may be disputed.
 */
export function receiptBytes(facts: ReceiptFacts): Buffer {
  const receipt: ReceiptDocument = {
    v: 1,
    type: "receipt",
    tender: facts.tender,
    lot: null,
    response: facts.response,
    version: facts.version,
    received_at: instantText(facts.receivedUs),
    deadline: instantText(facts.deadlineUs),
    late: !isInTime(facts.receivedUs, facts.deadlineUs),
    files: facts.files.map(({ slot, sha256, bytes }) => ({ slot, sha256, bytes })),
    answers_sha256: facts.contentSha256,
    salt: facts.salt,
    envelopes: [],
    model_sha256: facts.modelSha256,
    seal,
    log: {
      // Leaves of a Merkle tree are counted from 0 (RFC 6962); `size` is that of the tree with this leaf.
      index: facts.log.seq - 1,
      leaf: facts.log.leaf.toString("hex"),
      size: facts.log.seq,
      root: "",
      proof: [],
    },
    server_release: facts.release,
    key_id: facts.keyId,
  };
  return Buffer.from(JSON.stringify(receipt));
}

/** Ed25519 over the exact bytes. */
export const signReceipt = (bytes: Buffer, key: KeyObject): Buffer => sign(null, bytes, key);

export const verifyReceipt = (bytes: Buffer, signature: Buffer, publicKey: KeyObject): boolean =>
  verify(null, bytes, publicKey, signature);

/** SHA-256(salt || hash), hex of hex: what the log may hold of a hash whose content must not be guessed. */
export const saltedHash = (salt: string, hash: string): string =>
  createHash("sha256").update(Buffer.from(salt, "hex")).update(Buffer.from(hash, "hex")).digest("hex");

/** The file that a vendor keeps: the signed text as it stands, its signature and the key to check it with. */
export const receiptFile = (bytes: Buffer, signature: Buffer, publicKey: string): Buffer =>
  Buffer.from(
    `${JSON.stringify(
      {
        signed_text: bytes.toString("utf8"),
        signature: signature.toString("base64"),
        algorithm: "Ed25519",
        public_key: publicKey,
      },
      null,
      2,
    )}\n`,
  );
