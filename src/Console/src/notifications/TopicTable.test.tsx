import { screen } from "@testing-library/react";
import { Form } from "antd";
import { expect, test } from "vitest";
import type { TopicChoice } from "../api/notices";
import { draw } from "../testing/draw";
import { TopicTable } from "./TopicTable";

const chosen: TopicChoice[] = [
  { topic: "deadlines", digest: true, named: true, quiet: false, carried: true },
  { topic: "money", digest: false, named: false, quiet: true, carried: false },
];

test("Each_sort_has_a_box_for_each_way_and_none_to_be_named_with_what_the_messenger_does_not_post", () => {
  draw(
    <Form initialValues={{ topics: chosen.map((one) => ({ counted: !one.quiet, digest: one.digest, named: one.named })) }}>
      <TopicTable chosen={chosen} mail messenger />
    </Form>,
  );

  const box = (name: RegExp) => screen.getByRole<HTMLInputElement>("checkbox", { name });
  expect([box(/期限提醒：即时通讯点名/).checked, box(/期限提醒：即时通讯点名/).disabled]).toEqual([true, false]);
  expect(box(/资金：即时通讯点名/).disabled).toBe(true);
  expect([box(/资金：计入未读数/).checked, box(/资金：每日邮件/).checked]).toEqual([false, false]);
  expect(screen.getAllByLabelText("始终接收")).toHaveLength(2);
});
