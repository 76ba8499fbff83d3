import { expect, test } from "vitest";
import { parseSocialCreditCode } from "./socialCreditCode";

test.each(["91330902MA2K3T7Q0K", "12330902MA28A4B10J", "11330902002700M01G", " 91330902ma2k3t7q0k "])(
  "%s is a social credit code",
  (code) => {
    expect(parseSocialCreditCode(code)).toBe(code.trim().toUpperCase());
  },
);

test.each(["91330902MA2K3T7Q0L", "91330902MA2K3T7Q0", "9133O902MA2K3T7Q0K", ""])(
  "%j is none: its check character, length or letters are wrong",
  (code) => {
    expect(parseSocialCreditCode(code)).toBeNull();
  },
);
