import type { PublicNotice } from "../api/types";
import { Clause } from "../shared/Clause";
import { Summary } from "../shared/Summary";
import { jurisdictionName } from "../shell/names";
import { useText } from "../shell/text";

/** What a notice says of itself, to everybody: who posts it, from when to when, on which working days (ZS-16). */
export function NoticeFacts({ notice }: { notice: PublicNotice }) {
  const { t } = useText();
  return (
    <section className="panel">
      <Summary
        columns={2}
        facts={[
          { label: t("公示单位", "Posted by"), value: t(jurisdictionName(notice.jurisdiction)) },
          { label: t("文号", "Document"), value: notice.documentNumber },
          { label: t("发布日期", "Posted on"), value: notice.postedOn },
          {
            label: t("截止日期", "Last day"),
            value: (
              <>
                {notice.lastDay} <Clause id={notice.clause} />
              </>
            ),
          },
          {
            label: t(`公示期（${notice.workingDays.length} 个工作日）`, `${notice.workingDays.length} working days`),
            value: notice.workingDays.join(t("、", ", ")),
          },
        ]}
      />
    </section>
  );
}
