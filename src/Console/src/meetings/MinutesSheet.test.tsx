import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Meeting } from "../api/meetings";
import { draw } from "../testing/draw";
import { MinutesSheet } from "./MinutesSheet";

const seat = (key: string, name: string | null) => ({
  seat: key,
  zh: `${key}席`,
  en: key,
  name,
  organisationName: null,
  organisationCode: null,
  isPresent: name !== null,
});

const meeting: Meeting = {
  id: "m",
  programme: "shangdang-enclaves",
  documentNumber: "飞地领纪〔2026〕1号",
  heldOn: "2026-03-02",
  status: "confirmed",
  clause: "SD-03",
  quorum: 2,
  majority: "50 %",
  partiesAreRecused: true,
  seats: [seat("组长", "甲"), seat("董事长", "乙"), seat("局长", null)],
  motions: [
    {
      id: "a",
      number: 3,
      kind: "entry",
      subjectId: "e",
      step: "approve",
      title: "某科技公司",
      text: "同意入驻",
      adopted: true,
      for: 1,
      against: 0,
      abstained: 0,
      recused: 1,
      votes: [
        { seat: "组长", cast: "for", reason: null },
        { seat: "董事长", cast: "recused", reason: "所在集团为入驻企业" },
      ],
    },
  ],
  recordedByName: "办公室甲",
  confirmedByName: "组长甲",
  confirmedAt: "2026-03-03T01:00:00Z",
  version: 3,
};

test("The_minutes_name_who_was_there_who_was_absent_and_who_was_recused_and_why", () => {
  draw(<MinutesSheet meeting={meeting} programme="上党区科创飞地" />);

  expect(screen.getByText(/到会（2 \/ 3）：组长席 甲、董事长席 乙/)).toBeDefined();
  expect(screen.getByText(/缺席：局长席/)).toBeDefined();
  expect(screen.getByText(/董事长席 乙：回避，所在集团为入驻企业/)).toBeDefined();
  expect(screen.getByText(/同意 1、反对 0、弃权 0、回避 1。决议：通过。/)).toBeDefined();
  expect(screen.getByText(/记录：办公室甲/)).toBeDefined();
});
