import { type Problem, ProblemError, unreachable } from "./problem";

/** What every call carries: the anti-forgery token of /session, the reader's language, the post of another. Set by the shell. */
export const caller = { csrf: "", language: "zh-CN", actsFor: "", onSignedOut: () => {} };

export type Page<T> = { items: T[]; next: string | null };
/** A thing with the version tag that an edit must name (If-Match). */
export type Versioned<T> = { value: T; etag: string | null };

/** What an act carries: the key of the form it came from, and the version of what the person had before them. */
export type Act = { key?: string; version?: number; etag?: string | null };

const tagOf = (version: number | undefined) => (version === undefined ? null : `"${version}"`);

type Query = Record<string, string | number | boolean | null | undefined>;
type Options = {
  query?: Query;
  body?: unknown;
  file?: File;
  idempotencyKey?: string;
  ifMatch?: string | null;
  signal?: AbortSignal;
};

/**
 * A key for one opening of a form: a double click or a retry of the same form pays once. Not crypto.randomUUID, which
 * browsers offer on secure origins only, and an intranet may be tried without a certificate.
 */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

/** The services that know of deputies; elsewhere, as at the gateway itself, a person acts for itself. */
const knowsDeputies = (path: string) => /^\/api\/(registry|funding|reporting)\//.test(path);

function headers(method: string, path: string, options: Options): Headers {
  const all = new Headers({ Accept: "application/json", "Accept-Language": caller.language });
  if (caller.actsFor && knowsDeputies(path)) {
    all.set("X-Acts-For", caller.actsFor);
  }
  if (method !== "GET") {
    all.set("X-CSRF", caller.csrf);
  }
  if (options.body !== undefined) {
    all.set("Content-Type", "application/json");
  }
  if (options.file) {
    all.set("Content-Type", options.file.type || "application/octet-stream");
    // A header holds ASCII only; the service decodes it.
    all.set("X-File-Name", encodeURIComponent(options.file.name));
  }
  if (options.idempotencyKey) {
    all.set("Idempotency-Key", options.idempotencyKey);
  }
  if (options.ifMatch) {
    all.set("If-Match", options.ifMatch);
  }
  return all;
}

async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get("Content-Type") ?? "";
  const read = type.includes("json") ? ((await response.json().catch(() => ({}))) as Partial<Problem>) : {};
  return { ...read, status: response.status };
}

async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  const body = options.file ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  let response: Response;
  try {
    response = await fetch(address(path, options.query), {
      method,
      headers: headers(method, path, options),
      body,
      credentials: "same-origin",
      signal: options.signal,
    });
  } catch (error) {
    if (options.signal?.aborted) {
      throw error;
    }
    throw new ProblemError(unreachable);
  }
  if (response.status === 401) {
    caller.onSignedOut();
  }
  if (!response.ok) {
    throw new ProblemError(await problemOf(response));
  }
  return response;
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

export const http = {
  get: async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
    read<T>(await send("GET", path, { query, signal })),
  getVersioned: async <T>(path: string): Promise<Versioned<T>> => {
    const response = await send("GET", path);
    return { value: await read<T>(response), etag: response.headers.get("ETag") };
  },
  post: async <T>(path: string, body: unknown, act: Act = {}): Promise<T> =>
    read<T>(await send("POST", path, { body, idempotencyKey: act.key, ifMatch: act.etag ?? tagOf(act.version) })),
  put: async <T>(path: string, body: unknown, ifMatch?: string | null): Promise<Versioned<T>> => {
    const response = await send("PUT", path, { body, ifMatch });
    return { value: await read<T>(response), etag: response.headers.get("ETag") };
  },
  remove: async <T>(path: string, act: Act = {}): Promise<T> =>
    read<T>(await send("DELETE", path, { ifMatch: act.etag ?? tagOf(act.version) })),
  upload: async <T>(path: string, file: File, query?: Query): Promise<T> => read<T>(await send("POST", path, { file, query })),
};
