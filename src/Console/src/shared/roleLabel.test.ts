import { expect, test } from "vitest";
import { roleName } from "../shell/names";
import { roleLabel } from "./roleLabel";

const calls = (zh: string) => ({ roles: [{ key: "district-reviewer", label: { zh, en: zh } }] });

test("A_post_is_called_what_the_pack_calls_it", () =>
  expect(roleLabel("district-reviewer", [calls("运营管理公司")]).zh).toBe("运营管理公司"));

test("Where_two_packs_differ_a_post_has_its_plain_name", () =>
  expect(roleLabel("district-reviewer", [calls("市州科技局"), calls("运营管理公司")])).toEqual(roleName("district-reviewer")));

test("A_post_that_no_pack_names_has_its_plain_name", () =>
  expect(roleLabel("leader", [calls("市州科技局")])).toEqual(roleName("leader")));
