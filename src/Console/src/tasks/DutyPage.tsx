import { PaperClipOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Tag, Timeline } from "antd";
import { useParams } from "react-router";
import { boards } from "../api/boards";
import type { DutyDetail } from "../api/types";
import { AttachButton } from "../shared/AttachButton";
import { Cited } from "../shared/Clause";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";
import { CompleteDuty, ConfirmDuty, ReportProgress, ReturnDuty } from "./DutyActs";
import { NameDuty } from "./NameDuty";

/** A unit's part in a task: person, days, progress with its evidence, completion and its confirmation. */
export function DutyPage() {
  const { id = "" } = useParams();
  const duty = useQuery({ queryKey: ["task-duty", id], queryFn: () => boards.duty(id) });
  return <Loaded query={duty}>{(value) => <Details detail={value} />}</Loaded>;
}

function Details({ detail }: { detail: DutyDetail }) {
  const { duty, entries } = detail;
  const { t } = useText();
  const queries = useQueryClient();
  const open = !duty.confirmedOn;
  return (
    <Page
      title={t(`${detail.taskLabel.zh} · ${duty.label.zh}`, `${detail.taskLabel.en} · ${duty.label.en}`)}
      parent={{ to: `/tasks?programme=${detail.programme}`, name: t("任务看板", "Tasks") }}
      status={
        <>
          <Status value={duty.status} of="duty" />
          {duty.awaitsConfirmation && <Tag color="processing">{t("待确认", "to be confirmed")}</Tag>}
        </>
      }
      lead={<Cited citation={detail.citation} />}
      actions={
        open && (
          <>
            {duty.mayReport && <NameDuty duty={duty} programme={detail.programme} task={detail.task} year={duty.year} />}
            {duty.mayReport && <ReportProgress detail={detail} />}
            {duty.mayReport && !duty.awaitsConfirmation && <CompleteDuty detail={detail} />}
            {duty.mayConfirm && <ReturnDuty detail={detail} />}
            {duty.mayConfirm && <ConfirmDuty detail={detail} />}
          </>
        )
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("责任人", "Person"), value: duty.person ? `${duty.person}（${duty.post}）` : null },
            { label: t("时间表", "Timetable"), value: duty.from && `${duty.from} — ${duty.until}` },
            { label: t("期限", "Due on"), value: duty.dueOn },
            { label: t("进度", "Progress"), value: duty.percent !== null && duty.percent !== undefined && `${duty.percent} %` },
            { label: t("报告完成日期", "Done on"), value: duty.completedOn },
            { label: t("确认日期", "Confirmed on"), value: duty.confirmedOn },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{t("办理过程", "Timeline")}</h2>
        <Timeline
          className="timeline"
          items={entries.toReversed().map((entry) => ({
            key: entry.id,
            content: (
              <>
                <div className="timeline-what">
                  {t(statusText(entry.what, "duty-entry"))} {entry.percent !== null && `${entry.percent} %`}
                </div>
                <div className="secondary">
                  <time dateTime={entry.at}>{instant(entry.at)}</time> · {entry.byName} · {entry.day}
                </div>
                {entry.text && <div className="timeline-note">{entry.text}</div>}
                {entry.files.map((file) => (
                  <a
                    key={file.id}
                    className="file"
                    href={boards.dutyFileAddress(duty.id ?? "", file.id)}
                    download={file.fileName}
                  >
                    <PaperClipOutlined /> {file.fileName}
                  </a>
                ))}
                {entry.mayAttach && (
                  <AttachButton
                    send={(file) => boards.attachToEntry(duty.id ?? "", entry.id, file)}
                    onSent={() => void queries.invalidateQueries({ queryKey: ["task-duty", duty.id] })}
                  />
                )}
              </>
            ),
          }))}
        />
      </section>
    </Page>
  );
}
