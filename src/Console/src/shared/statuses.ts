import type { Text } from "../shell/text";

type Tone = "default" | "processing" | "success" | "warning" | "error";

/** One word list for every state on the platform; a word that is not listed is shown as the service wrote it. */
const statuses: Record<string, [zh: string, en: string, tone: Tone]> = {
  draft: ["草稿", "Draft", "default"],
  started: ["新建申报", "Started", "default"],
  submitted: ["已提交", "Submitted", "processing"],
  returned: ["已退回", "Returned", "warning"],
  resubmitted: ["已重新提交", "Submitted again", "processing"],
  entered: ["已列入建设", "Entered as under construction", "success"],
  withdrawn: ["已撤回", "Withdrawn", "default"],
  dissolved: ["已解散", "Dissolved", "default"],
  refused: ["不予推荐", "Refused", "error"],
  recommended: ["已推荐", "Recommended", "processing"],
  "under-construction": ["建设中", "Under construction", "processing"],
  recognised: ["已认定", "Recognised", "success"],
  proposed: ["待复核", "Awaiting approval", "warning"],
  open: ["已下达", "Open", "success"],
  approved: ["已复核", "Approved", "processing"],
  exported: ["已导出", "Exported to bank", "processing"],
  paid: ["已拨付", "Paid", "success"],
  failed: ["支付失败", "Failed", "error"],
  cancelled: ["已撤销", "Cancelled", "default"],
  gathered: ["待封存", "Awaiting seal", "warning"],
  sealed: ["已封存", "Sealed", "processing"],
  answered: ["已全部回单", "Answered", "success"],
  completed: ["已办结", "Completed", "success"],
  due: ["待评定", "Awaiting grade", "warning"],
  graded: ["待公布", "Awaiting publication", "processing"],
  published: ["已公布", "Published", "success"],
  corrected: ["已更正", "Corrected", "warning"],
  closed: ["已结清", "Settled", "success"],
  void: ["已撤销", "Void", "default"],
  "in-force": ["现行有效", "In force", "success"],
  ended: ["已到期", "Ended", "default"],
};

/** Words whose meaning depends on what they are said of. */
const special: Record<string, Record<string, [string, string, Tone]>> = {
  advance: { returned: ["已退汇", "Returned by bank", "error"] },
  clawback: { open: ["追缴中", "Open", "warning"] },
  step: {
    proposed: ["已提出", "Proposed", "default"],
    returned: ["已退汇", "Returned by bank", "error"],
    graded: ["已提出等次", "Grade proposed", "default"],
  },
  policy: { draft: ["征求意见", "Consultation draft", "default"] },
};

function entry(status: string, of?: string): [string, string, Tone] {
  return (of && special[of]?.[status]) || statuses[status] || [status, status, "default"];
}

export function statusText(status: string, of?: string): Text {
  const [zh, en] = entry(status, of);
  return { zh, en };
}

export const statusTone = (status: string, of?: string): Tone => entry(status, of)[2];
