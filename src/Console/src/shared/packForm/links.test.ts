import { afterEach, expect, test, vi } from "vitest";
import { registers } from "../../api/registers";
import { searchLinks } from "./links";

afterEach(() => vi.restoreAllMocks());

const code = "91330902MA28K0X70J";

test("A_company_that_another_carrier_keeps_is_found_by_its_code_and_not_by_a_part_of_its_name", async () => {
  vi.spyOn(registers, "entries").mockResolvedValue({ items: [], next: null });
  const known = vi.spyOn(registers, "known").mockResolvedValue({ id: "1", title: "某光通信科技有限公司" });
  expect(await searchLinks("carriers", "companies", "光通信")).toEqual([]);
  expect(known).not.toHaveBeenCalled();
  expect(await searchLinks("carriers", "companies", ` ${code.toLowerCase()} `)).toEqual([
    { value: "1", label: "某光通信科技有限公司" },
  ]);
  expect(known).toHaveBeenCalledWith("carriers", "companies", code);
});

test("What_nobody_has_filed_under_a_code_leaves_the_list_empty", async () => {
  vi.spyOn(registers, "entries").mockResolvedValue({ items: [], next: null });
  vi.spyOn(registers, "known").mockRejectedValue(new Error("404"));
  expect(await searchLinks("carriers", "companies", code)).toEqual([]);
});
