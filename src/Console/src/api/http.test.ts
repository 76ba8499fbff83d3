import { beforeEach, expect, test, vi } from "vitest";
import { caller, http } from "./http";
import { ProblemError } from "./problem";

const answer = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal("fetch", answer);
  answer.mockReset();
  // A body can be read once: each call has an answer of its own.
  answer.mockImplementation(async () => new Response('{"ok":true}', { status: 200 }));
  Object.assign(caller, { csrf: "token-1", language: "en", actsFor: "" });
});

const sent = () => {
  const [address, init] = answer.mock.calls[0] as [string, RequestInit];
  return { address, init, headers: init.headers as Headers };
};

test("A_change_carries_the_anti_forgery_token_its_key_and_its_version", async () => {
  await http.post("/api/funding/advances", { amountFen: 1 }, { key: "k", version: 3 });
  expect(sent().headers.get("X-CSRF")).toBe("token-1");
  expect(sent().headers.get("Idempotency-Key")).toBe("k");
  expect(sent().headers.get("If-Match")).toBe('"3"');
  expect(sent().headers.get("Accept-Language")).toBe("en");
});

test("A_read_carries_no_token_and_leaves_empty_filters_out", async () => {
  await http.get("/api/funding/advances", { year: "2026", status: undefined, after: "" });
  expect(sent().address).toBe("/api/funding/advances?year=2026");
  expect(sent().headers.has("X-CSRF")).toBe(false);
});

test("A_deputy_tells_the_services_in_whose_post_it_acts_and_nobody_else", async () => {
  Object.assign(caller, { actsFor: "delegation-1" });
  await http.get("/api/registry/applications");
  expect(sent().headers.get("X-Acts-For")).toBe("delegation-1");
  answer.mockClear();
  await http.get("/api/funding/advances");
  expect(sent().headers.get("X-Acts-For")).toBe("delegation-1");
  answer.mockClear();
  await http.get("/api/reporting/reviews");
  expect(sent().headers.get("X-Acts-For")).toBe("delegation-1");
  answer.mockClear();
  await http.get("/session");
  expect(sent().headers.has("X-Acts-For")).toBe(false);
});

test("A_file_name_in_Chinese_travels_in_a_header", async () => {
  await http.upload("/api/registry/applications/1/attachments", new File(["x"], "诚信承诺书.pdf", { type: "application/pdf" }), {
    field: "commitment",
  });
  expect(decodeURIComponent(sent().headers.get("X-File-Name") ?? "")).toBe("诚信承诺书.pdf");
  expect(sent().headers.get("Content-Type")).toBe("application/pdf");
});

test("A_refusal_is_thrown_with_clause_and_figures", async () => {
  const body = { clause: "ZS-03", zh: "超出上限", inputs: { capFen: 300_000_000 } };
  answer.mockResolvedValue(
    new Response(JSON.stringify(body), { status: 409, headers: { "Content-Type": "application/problem+json" } }),
  );
  const refused = await http.post("/x", {}).catch((error: ProblemError) => error);
  expect((refused as ProblemError).problem).toMatchObject({ status: 409, clause: "ZS-03", zh: "超出上限" });
});

test("An_answer_that_is_no_problem_document_is_still_a_problem", async () => {
  answer.mockResolvedValue(new Response("<html>Bad gateway</html>", { status: 502, headers: { "Content-Type": "text/html" } }));
  await expect(http.get("/x")).rejects.toMatchObject({ status: 502 });
});

test("No_answer_at_all_is_told_as_such", async () => {
  answer.mockRejectedValue(new TypeError("Failed to fetch"));
  await expect(http.get("/x")).rejects.toMatchObject({ problem: { status: 0, code: "unreachable" } });
});

test("A_lost_session_is_told_to_the_shell", async () => {
  caller.onSignedOut = vi.fn();
  answer.mockResolvedValue(new Response("{}", { status: 401 }));
  await expect(http.get("/x")).rejects.toBeInstanceOf(ProblemError);
  expect(caller.onSignedOut).toHaveBeenCalledOnce();
});
