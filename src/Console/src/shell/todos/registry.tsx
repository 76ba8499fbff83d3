import { recognition } from "../../api/recognition";
import { registry } from "../../api/registry";
import { routes } from "../../api/routes";
import { standing } from "../../api/standing";
import { recommendedFor } from "../../applications/recommended";
import { Status } from "../../shared/Status";
import { limit, listOf, type Todo } from "./todo";

const applications = (status: string) => () =>
  listOf(registry.applications({ status, limit }), (row) => ({
    to: `/applications/${row.id}`,
    text: row.title || row.organisation,
    aside: <Status value={row.status} of="application" />,
  }));

/** Recommended applications by what their route asks of the city next: an entry or filing, or a review. */
const recommended =
  (...steps: string[]) =>
  async () => {
    const items = await recommendedFor(...steps);
    return listOf(Promise.resolve({ items, next: null }), (row) => ({
      to: `/applications/${row.id}`,
      text: row.title || row.organisation,
      aside: <Status value={row.status} of="application" />,
    }));
  };

const selections = (status: string) => () =>
  listOf(recognition.selections({ status, limit }), (row) => ({
    to: `/selections/${row.id}`,
    text: row.title,
    aside: <Status value={row.status} of="selection" />,
  }));

const objections = (status: string) => () =>
  listOf(recognition.objections({ status, limit }), (row) => ({
    to: `/notices/${row.noticeId}`,
    text: row.receiptNumber,
    aside: <Status value={row.status} of="objection" />,
  }));

/** Applications whose notice is over: to be announced. */
const announceable = async () => {
  const [applications, over] = await Promise.all([
    registry.applications({ status: "on-notice", limit: "200" }),
    recognition.notices({ open: "false", limit }),
  ]);
  const waiting = new Set(applications.items.map((row) => row.id));
  const items = over.items.filter((notice) => notice.applications.some((line) => waiting.has(line.applicationId)));
  return listOf(Promise.resolve({ ...over, items }), (row) => ({
    to: `/notices/${row.id}`,
    text: row.documentNumber,
    aside: row.lastDay,
  }));
};

const sheets = () =>
  listOf(recognition.scoreSheets({ status: "open", limit }), (row) => ({
    to: `/score-sheets/${row.id}`,
    text: row.applicationTitle ?? row.organisation,
    aside: row.selectionTitle,
  }));

const sanctions = () =>
  listOf(standing.sanctions({ status: "proposed", limit }), (row) => ({
    to: `/sanctions/${row.id}`,
    text: `${row.institutionName} · ${row.groundZh}`,
    aside: row.foundOn,
  }));

const changes = () =>
  listOf(standing.changes({ status: "reported", limit }), (row) => ({
    to: `/changes/${row.id}`,
    text: row.institutionName,
    aside: row.changedOn,
  }));

/** Rectifications that are over: their centres wait for the evaluation at the end (ZS-19). */
const rectificationsOver = () =>
  listOf(standing.rectificationWarnings({ limit }), (row) => ({
    to: `/institutions/${row.institutionId}`,
    text: row.institutionName,
    aside: row.lastDay,
  }));

/** Papers that are about to run out, each once: what it was last warned of (ZS-31). */
const papersExpiring = async () => {
  const page = await standing.paperWarnings({ limit });
  const items = page.items.filter((row, index) => page.items.findIndex((other) => other.paperId === row.paperId) === index);
  return listOf(Promise.resolve({ ...page, items }), (row) => ({
    to: `/institutions/${row.institutionId}`,
    text: `${row.institutionName} · ${row.title}`,
    aside: row.expiresOn,
  }));
};

const caseDecisions = () =>
  listOf(routes.caseDecisions({ status: "recorded", limit }), (row) => ({
    to: "/case-decisions?status=recorded",
    text: row.subjectName,
    aside: row.decidedOn,
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
    key: "changes-district",
    roles: ["district-reviewer"],
    title: { zh: "重大变化待登记收到", en: "Major changes to receive" },
    none: { zh: "没有待登记的重大变化", en: "No changes to receive" },
    to: "/changes?status=reported",
    load: changes,
  },
  {
    key: "recommended",
    roles: ["city-reviewer"],
    title: { zh: "已推荐，待列入建设或备案", en: "Recommended, to be entered or filed" },
    none: { zh: "没有新推荐的申报", en: "No new recommendations" },
    to: "/applications?status=recommended",
    load: recommended("construction-entry", "filing"),
  },
  {
    key: "to-select",
    roles: ["city-reviewer"],
    title: { zh: "已推荐，待组织评审", en: "Recommended, to be reviewed" },
    none: { zh: "没有待评审的申报", en: "None to be reviewed" },
    to: "/selections/new",
    load: recommended("expert-review"),
  },
  {
    key: "selections-open",
    roles: ["city-reviewer"],
    title: { zh: "评审中，待形成建议名单", en: "Selections to conclude" },
    none: { zh: "没有进行中的评审", en: "No open selections" },
    to: "/selections?status=open",
    load: selections("open"),
  },
  {
    key: "selections-concluded",
    roles: ["city-reviewer"],
    title: { zh: "建议名单待审定", en: "Proposal lists to decide" },
    none: { zh: "没有待审定的名单", en: "No lists to decide" },
    to: "/selections?status=concluded",
    load: selections("concluded"),
  },
  {
    key: "to-post",
    roles: ["city-reviewer"],
    title: { zh: "已审定，待公示", en: "Decided, to be posted" },
    none: { zh: "没有待公示的申报", en: "Nothing to post" },
    to: "/selections?status=decided",
    load: applications("proposed"),
  },
  {
    key: "case-decisions",
    roles: ["city-reviewer"],
    title: { zh: "一事一议待确认", en: "Case-by-case decisions to confirm" },
    none: { zh: "没有待确认的决定", en: "No decisions to confirm" },
    to: "/case-decisions?status=recorded",
    load: caseDecisions,
  },
  {
    key: "to-announce",
    roles: ["city-reviewer"],
    title: { zh: "公示期满，待发文", en: "Notices over, to be announced" },
    none: { zh: "没有待发文的公示", en: "Nothing to announce" },
    to: "/notices?open=false",
    load: announceable,
  },
  {
    key: "objections-received",
    roles: ["city-reviewer"],
    title: { zh: "异议待核实", en: "Objections to verify" },
    none: { zh: "没有待核实的异议", en: "No objections to verify" },
    to: "/notices",
    load: objections("received"),
  },
  {
    key: "objections-verified",
    roles: ["city-reviewer"],
    title: { zh: "异议待处理", en: "Objections to decide" },
    none: { zh: "没有待处理的异议", en: "No objections to decide" },
    to: "/notices",
    load: objections("verified"),
  },
  {
    key: "changes-city",
    roles: ["city-reviewer"],
    title: { zh: "重大变化待收文审核", en: "Major changes to examine" },
    none: { zh: "没有待审核的重大变化", en: "No changes to examine" },
    to: "/changes?status=reported",
    load: changes,
  },
  {
    key: "sanctions",
    roles: ["city-reviewer"],
    title: { zh: "处理事项待决定", en: "Sanctions to decide" },
    none: { zh: "没有待决定的处理", en: "No sanctions to decide" },
    to: "/sanctions?status=proposed",
    load: sanctions,
  },
  {
    key: "rectifications-over",
    roles: ["city-reviewer"],
    title: { zh: "整改期满，待组织评估", en: "Rectifications over, to be evaluated" },
    none: { zh: "没有整改期满的机构", en: "No rectification is over" },
    to: "/institutions",
    load: rectificationsOver,
  },
  {
    key: "papers-expiring",
    roles: ["operator"],
    title: { zh: "资质即将到期", en: "Papers about to run out" },
    none: { zh: "没有即将到期的资质", en: "No paper is about to run out" },
    to: "/institutions",
    load: papersExpiring,
  },
  {
    key: "sheets",
    roles: ["expert"],
    title: { zh: "待评分的申报", en: "Applications to score" },
    none: { zh: "没有待评分的申报", en: "Nothing to score" },
    to: "/score-sheets?status=open",
    load: sheets,
  },
  {
    key: "sanctions-seen",
    roles: ["leader", "auditor"],
    title: { zh: "处理事项待决定", en: "Sanctions awaiting decision" },
    none: { zh: "没有待决定的处理", en: "None" },
    to: "/sanctions?status=proposed",
    passive: true,
    load: sanctions,
  },
];
