import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { open } from "../api/open";
import { NoticeFacts } from "../notices/NoticeFacts";
import { NoticeLines } from "../notices/NoticeLines";
import { NoticeTerm } from "../notices/NoticeTerm";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";
import { RaiseObjection } from "./RaiseObjection";

/** One notice, with the way to object to a body on it (ZS-16). */
export function NoticeOnBoard() {
  const { t } = useText();
  const { id = "" } = useParams();
  const notice = useQuery({ queryKey: ["public-notice", id], queryFn: () => open.notice(id) });
  return (
    <Loaded query={notice}>
      {(value) => (
        <Page
          title={t(
            `${value.title?.zh ?? value.programme}建议名单公示`,
            `Notice of the proposal list: ${value.title?.en ?? value.programme}`,
          )}
          parent={{ to: "/public/notices", name: t("公示公告", "Public notices") }}
          status={<NoticeTerm notice={value} />}
        >
          <NoticeFacts notice={value} />
          <section className="panel">
            <h2>{t("公示对象", "Bodies on notice")}</h2>
            <NoticeLines lines={value.applications} />
          </section>
          <section className="panel">
            <h2>{t("提出异议", "Object")}</h2>
            {value.isOpen ? (
              <RaiseObjection notice={value} />
            ) : (
              <p className="secondary">
                {t(
                  `公示期已于 ${value.lastDay} 结束，不再受理异议。此后反映问题，请直接联系科技局。`,
                  `The notice ended on ${value.lastDay}; objections are not accepted any more. After it, turn to the bureau directly.`,
                )}
              </p>
            )}
          </section>
        </Page>
      )}
    </Loaded>
  );
}
