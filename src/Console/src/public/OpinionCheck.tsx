import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useParams } from "react-router";
import { open } from "../api/open";
import { opinionKind, projectLevel } from "../opinions/words";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";

/** Whether an opinion or report is genuine, and what its centre was on that day (ZS-32). */
export function OpinionCheck() {
  const { t } = useText();
  const { number = "" } = useParams();
  const opinion = useQuery({ queryKey: ["public-opinion", number], queryFn: () => open.opinion(number) });
  const standing = (value: string | null) => (value ? <Status value={value} of="standing" /> : "—");
  return (
    <Loaded query={opinion}>
      {(value) => (
        <Page
          title={t(`意见或报告 ${value.number}`, `Opinion or report ${value.number}`)}
          parent={{ to: "/public/verify", name: t("查验", "Verify") }}
          status={<Tag color="success">{t("真实", "Genuine")}</Tag>}
        >
          <section className="panel">
            <Summary
              facts={[
                { label: t("出具机构", "Issued by"), value: value.institutionName },
                { label: t("类别", "Kind"), value: t(opinionKind(value.kind)) },
                { label: t("项目", "Project"), value: `${value.project}（${t(projectLevel(value.projectLevel))}）` },
                { label: t("建议优先纳入", "To be taken first"), value: value.priority ? t("是", "Yes") : t("否", "No") },
                { label: t("出具日期", "Issued on"), value: value.issuedOn },
                { label: t("出具当日登记的状态", "Standing as known then"), value: standing(value.standingThen) },
                {
                  label: t("按现有决定，出具当日的状态", "Standing on that day by today's decisions"),
                  value: standing(value.standingOnThatDay),
                },
                { label: t("今日状态", "Standing today"), value: standing(value.standingToday) },
              ]}
            />
          </section>
        </Page>
      )}
    </Loaded>
  );
}
