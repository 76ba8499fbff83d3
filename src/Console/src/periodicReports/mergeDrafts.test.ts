import { expect, test } from "vitest";
import type { ReportText } from "../api/cycles";
import { choose, mergeDrafts } from "./mergeDrafts";

const text = (sections: Record<string, string>, indicators: Record<string, unknown> = {}): ReportText => ({
  sections,
  indicators,
  explanations: {},
});

test("What_only_one_of_two_persons_changed_is_kept_of_both", () => {
  const { merged, clashes } = mergeDrafts(
    text({ a: "was", b: "was" }, { n: 1 }),
    text({ a: "mine", b: "was" }, { n: 1 }),
    text({ a: "was", b: "theirs" }, { n: 2 }),
  );
  expect(merged).toEqual(text({ a: "mine", b: "theirs" }, { n: 2 }));
  expect(clashes).toEqual([]);
});

test("Where_both_wrote_differently_mine_stands_and_the_clash_is_told", () => {
  const { merged, clashes } = mergeDrafts(
    text({ a: "was" }, { n: 1 }),
    text({ a: "mine" }, { n: 5 }),
    text({ a: "theirs" }, { n: 5 }),
  );
  expect(merged).toEqual(text({ a: "mine" }, { n: 5 }));
  expect(clashes).toEqual([{ part: "sections", name: "a", mine: "mine", theirs: "theirs" }]);
  expect(choose(merged, clashes, () => true)).toEqual(text({ a: "theirs" }, { n: 5 }));
  expect(choose(merged, clashes, () => false)).toEqual(merged);
});

test("What_one_emptied_stays_empty_and_clashes_with_what_the_other_wrote", () => {
  const emptied = mergeDrafts(text({ a: "was" }), text({}), text({ a: "was" }));
  expect(emptied.merged).toEqual(text({}));
  const clash = mergeDrafts(text({ a: "was" }), text({ a: "mine" }), text({}));
  expect(clash.merged).toEqual(text({ a: "mine" }));
  expect(choose(clash.merged, clash.clashes, () => true)).toEqual(text({}));
});

test("A_moved_deadline_alone_changes_nothing_that_was_written", () => {
  const mine = text({ a: "mine" });
  expect(mergeDrafts(text({ a: "was" }), mine, text({ a: "was" }))).toEqual({ merged: mine, clashes: [] });
});
