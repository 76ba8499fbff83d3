import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { recognition } from "../api/recognition";
import { Clause } from "../shared/Clause";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";
import { AnnouncedCentres } from "./AnnouncedCentres";

export function AnnouncementPage() {
  const { t } = useText();
  const { id = "" } = useParams();
  const { name } = useProgrammes();
  const announcement = useQuery({ queryKey: ["announcement", id], queryFn: () => recognition.announcement(id) });
  return (
    <Loaded query={announcement}>
      {(value) => (
        <Page
          title={t(`认定文件 ${value.documentNumber}`, `Announcement ${value.documentNumber}`)}
          parent={{ to: "/announcements", name: t("认定文件", "Announcements") }}
          lead={name(value.programme)}
          actions={value.noticeId && <Link to={`/notices/${value.noticeId}`}>{t("公示", "Its notice")}</Link>}
        >
          <section className="panel">
            <Summary
              facts={[
                { label: t("文号", "Document"), value: value.documentNumber },
                { label: t("登记序号", "Running number"), value: value.number },
                {
                  label: t("发文日期（认定或备案日期）", "Issued on (date of recognition or filing)"),
                  value: (
                    <>
                      {value.issuedOn} <Clause id={value.clause} />
                    </>
                  ),
                },
                { label: t("认定或备案的机构", "Recognised or filed"), value: <AnnouncedCentres announcement={value} /> },
                { label: t("登记", "Recorded"), value: `${value.issuedByName} · ${instant(value.recordedAt)}` },
              ]}
            />
          </section>
        </Page>
      )}
    </Loaded>
  );
}
