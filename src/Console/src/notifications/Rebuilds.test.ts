import { expect, test } from "vitest";
import { correctedOf } from "./Rebuilds";

test("What_a_rebuild_put_right_is_read_table_by_table_and_an_unfinished_one_has_put_nothing_right", () => {
  expect(correctedOf('{"events":3,"subjects":1,"corrected":{"Institutions":1}}')).toEqual([["Institutions", 1]]);
  expect(correctedOf(null)).toEqual([]);
});
