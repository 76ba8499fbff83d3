import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { boards } from "../api/boards";
import type { BulletinDetail, LeagueTableDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { LeagueSheet } from "./LeagueSheet";

export function LeagueTablePage() {
  const { id = "" } = useParams();
  const table = useQuery({ queryKey: ["league-table", id], queryFn: () => boards.leagueTable(id) });
  return <Loaded query={table}>{(value) => <Details detail={value} />}</Loaded>;
}

function Details({ detail: { table, content, mayIssue } }: { detail: LeagueTableDetail }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const navigate = useNavigate();
  return (
    <Page
      title={t(
        `${content.label.zh} · ${table.year} 年第 ${table.round} 期`,
        `${content.label.en} · ${table.year}, no. ${table.round}`,
      )}
      parent={{ to: "/league-tables", name: t("考核评比", "League tables") }}
      status={<Status value={table.status} of="league-table" />}
      actions={
        <>
          {table.status === "proposed" && city && (
            <ActionButton<object, LeagueTableDetail>
              label={t("撤回", "Take back")}
              version={table.version}
              summary={() => [{ label: t("评比", "Table"), value: t(content.label) }]}
              act={(_, act) => boards.withdrawTable(table.id, act)}
              done={t("已撤回", "Taken back")}
            />
          )}
          {mayIssue && (
            <ActionButton<object, LeagueTableDetail>
              label={t("发布", "Issue")}
              type="primary"
              version={table.version}
              summary={() => [
                { label: t("评比", "Table"), value: t(content.label) },
                { label: t("编制人", "Made by"), value: table.proposedByName },
              ]}
              consequence={t("发布后不再改变，并可据此通报。", "It is frozen, and a bulletin may tell of it.")}
              act={(_, act) => boards.issueTable(table.id, act)}
              done={t("已发布", "Issued")}
            />
          )}
          {table.status === "issued" && city && (
            <ActionButton<object, BulletinDetail>
              label={t("生成通报", "Write a bulletin")}
              type="primary"
              summary={() => [{ label: t("评比", "Table"), value: t(content.label) }]}
              act={(_, act) =>
                boards.draftBulletin(
                  { kind: "league-table", leagueTableId: table.id, programme: null, year: null, round: null },
                  act,
                )
              }
              done={t("已生成草稿", "The draft is written")}
              onDone={({ bulletin }) => navigate(`/bulletins/${bulletin.id}`)}
            />
          )}
        </>
      }
    >
      <section className="prints">
        <LeagueSheet
          content={content}
          foot={
            <p className="secondary">
              {t(`编制：${table.proposedByName}`, `Made by ${table.proposedByName}`)}
              {table.issuedOn &&
                t(` · 发布：${table.issuedByName} ${table.issuedOn}`, ` · issued by ${table.issuedByName} on ${table.issuedOn}`)}
            </p>
          }
        />
      </section>
    </Page>
  );
}
