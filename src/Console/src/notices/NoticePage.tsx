import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { Announce } from "../announcements/Announce";
import { recognition } from "../api/recognition";
import type { Notice } from "../api/types";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { NoticeFacts } from "./NoticeFacts";
import { NoticeLines } from "./NoticeLines";
import { NoticeTerm } from "./NoticeTerm";
import { ObjectionPanel } from "./ObjectionPanel";

export function NoticePage() {
  const { id = "" } = useParams();
  const notice = useQuery({ queryKey: ["notice", id], queryFn: () => recognition.notice(id) });
  return <Loaded query={notice}>{(value) => <Details detail={value} />}</Loaded>;
}

function Details({ detail: { notice, selectionId, objections } }: { detail: Notice }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const open = (applicationId: string) =>
    objections.filter((one) => one.applicationId === applicationId && ["received", "verified"].includes(one.status)).length;
  return (
    <Page
      title={t(`公示 ${notice.documentNumber}`, `Notice ${notice.documentNumber}`)}
      parent={{ to: "/notices", name: t("公示", "Public notices") }}
      status={<NoticeTerm notice={notice} />}
      actions={
        <>
          <Link to={`/public/notices/${notice.id}`}>{t("公众页面", "Public page")}</Link>
          {selectionId && <Link to={`/selections/${selectionId}`}>{t("评审与审定", "Its selection")}</Link>}
          {city && !notice.isOpen && <Announce notice={notice} />}
        </>
      }
    >
      <NoticeFacts notice={notice} />
      <section className="panel">
        <h2>{t("公示对象", "Bodies on notice")}</h2>
        <NoticeLines
          lines={notice.applications}
          more={[
            {
              title: t("未结异议", "Open objections"),
              render: (_, line) => open(line.applicationId) || "—",
            },
            {
              title: t("申报", "Application"),
              render: (_, line) => <Link to={`/applications/${line.applicationId}`}>{t("查看", "Open")}</Link>,
            },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{t("异议核实与处理", "Objections")}</h2>
        {objections.length === 0 && <Empty text={t("没有异议", "No objections")} />}
        {objections.map((objection) => (
          <ObjectionPanel
            key={objection.id}
            objection={objection}
            subject={notice.applications.find((line) => line.applicationId === objection.applicationId)?.title ?? ""}
          />
        ))}
      </section>
    </Page>
  );
}
