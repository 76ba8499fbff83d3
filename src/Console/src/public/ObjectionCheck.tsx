import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { open } from "../api/open";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";

/** What has become of an objection, for whoever holds its receipt; not what it says nor who said it. */
export function ObjectionCheck() {
  const { t } = useText();
  const { number = "" } = useParams();
  const objection = useQuery({ queryKey: ["public-objection", number], queryFn: () => open.objection(number) });
  return (
    <Loaded query={objection}>
      {(value) => (
        <Page
          title={t("异议处理结果", "Objection")}
          parent={{ to: "/public/verify", name: t("查验", "Verify") }}
          status={<Status value={value.status} of="objection" />}
        >
          <section className="panel">
            <Summary
              facts={[
                { label: t("回执号", "Receipt"), value: <code>{value.receiptNumber}</code> },
                { label: t("收到", "Received"), value: instant(value.receivedAt) },
                { label: t("处理", "Decided"), value: instant(value.decidedAt) },
                {
                  label: t("公示", "Notice"),
                  value: <Link to={`/public/notices/${value.noticeId}`}>{t("查看公示", "Open the notice")}</Link>,
                },
              ]}
            />
          </section>
        </Page>
      )}
    </Loaded>
  );
}
