import { registry } from "../../api/registry";
import { Status } from "../../shared/Status";
import { limit, listOf, type Todo } from "./todo";

const applications = (status: string) => () =>
  listOf(registry.applications({ status, limit }), (row) => ({
    to: `/applications/${row.id}`,
    text: row.title || row.organisation,
    aside: <Status value={row.status} />,
  }));

/** What waits in the registry: who may exist. */
export const registryTodos: Todo[] = [
  {
    key: "drafts",
    roles: ["operator"],
    title: { zh: "待完善的申报", en: "Applications to finish" },
    none: { zh: "没有草稿", en: "No drafts" },
    to: "/applications?status=draft",
    load: applications("draft"),
  },
  {
    key: "returned",
    roles: ["operator"],
    title: { zh: "被退回的申报", en: "Applications sent back" },
    none: { zh: "没有退回的申报", en: "Nothing was sent back" },
    to: "/applications?status=returned",
    load: applications("returned"),
  },
  {
    key: "submitted",
    roles: ["district-reviewer"],
    title: { zh: "待审核的申报", en: "Applications to check" },
    none: { zh: "没有待审核的申报", en: "No applications to check" },
    to: "/applications?status=submitted",
    load: applications("submitted,resubmitted"),
  },
  {
    key: "recommended",
    roles: ["city-reviewer"],
    title: { zh: "县区已推荐，待列入建设", en: "Recommended, to be entered" },
    none: { zh: "没有新推荐的申报", en: "No new recommendations" },
    to: "/applications?status=recommended",
    load: applications("recommended"),
  },
];
