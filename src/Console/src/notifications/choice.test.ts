import { expect, test } from "vitest";
import type { Preference } from "../api/notices";
import { boxesOf, choiceOf } from "./choice";

const preference: Preference = {
  digest: false,
  address: null,
  handle: null,
  topics: [
    { topic: "deadlines", digest: true, named: false, quiet: false, carried: true },
    { topic: "money", digest: true, named: true, quiet: false, carried: true },
  ],
  mailAvailable: true,
  messengerAvailable: true,
  version: 1,
};
const boxes = [
  { counted: false, digest: true, named: false },
  { counted: true, digest: false, named: true },
];

test("What_the_bell_does_not_count_is_quiet_and_each_box_stays_with_its_sort", () => {
  expect(choiceOf({ digest: true, address: "a@b.example", handle: " wang.li ", topics: boxes }, preference)).toEqual({
    digest: true,
    address: "a@b.example",
    handle: "wang.li",
    topics: [
      { topic: "deadlines", digest: true, named: false, quiet: true },
      { topic: "money", digest: false, named: true, quiet: false },
    ],
  });
});

test("Nobody_is_named_where_the_bureau_has_no_messenger", () => {
  expect(boxesOf(preference)[1]).toEqual({ counted: true, digest: true, named: true });
  const choice = choiceOf({ digest: false, handle: "", topics: boxes }, { ...preference, messengerAvailable: false });
  expect([choice.handle, ...choice.topics.map((one) => one.named)]).toEqual([null, false, false]);
});
