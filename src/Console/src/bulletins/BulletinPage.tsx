import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { useParams } from "react-router";
import { boards } from "../api/boards";
import type { BulletinDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { BulletinSheet, said } from "./BulletinSheet";
import { EditBulletin } from "./EditBulletin";
import { EditCases } from "./EditCases";

export function BulletinPage() {
  const { id = "" } = useParams();
  const bulletin = useQuery({ queryKey: ["bulletin", id], queryFn: () => boards.bulletin(id), refetchOnWindowFocus: false });
  return <Loaded query={bulletin}>{(value) => <Details detail={value} />}</Loaded>;
}

function Details({ detail }: { detail: BulletinDetail }) {
  const { bulletin, mayEdit, mayIssue } = detail;
  const { t } = useText();
  const [editing, setEditing] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const waits = unsaved && t("有尚未保存的改动，请先保存", "There are changes that are not saved; save them first");
  return (
    <Page
      title={said(bulletin.title, t)}
      parent={{ to: "/bulletins", name: t("通报", "Bulletins") }}
      status={<Status value={bulletin.status} of="bulletin" />}
      lead={<Clause id={bulletin.clause} />}
      actions={
        <>
          {mayEdit && (
            <Segmented
              aria-label={t("视图", "View")}
              value={editing ? "edit" : "read"}
              onChange={(value) => setEditing(value === "edit")}
              options={[
                { value: "read", label: t("预览", "Preview") },
                { value: "edit", label: t("编辑", "Edit") },
              ]}
            />
          )}
          {mayEdit && bulletin.kind === "commendation" && !editing && <EditCases detail={detail} barred={waits} />}
          {mayEdit && (
            <ActionButton<object, BulletinDetail>
              label={t("撤回草稿", "Give it up")}
              version={detail.version}
              summary={() => [{ label: t("标题", "Title"), value: said(bulletin.title, t) }]}
              act={(_, act) => boards.withdrawBulletin(bulletin.id, act)}
              done={t("已撤回", "Withdrawn")}
            />
          )}
          {mayIssue && (
            <ActionButton<object, BulletinDetail>
              label={t("审核发布", "Issue")}
              type="primary"
              barred={waits}
              version={detail.version}
              summary={() => [
                { label: t("标题", "Title"), value: said(bulletin.title, t) },
                { label: t("起草人", "Drafted by"), value: bulletin.draftedByName },
              ]}
              consequence={t("发布时编号，发布后不能修改。", "It gets its number, and nothing in it changes any more.")}
              act={(_, act) => boards.issueBulletin(bulletin.id, act)}
              done={t("已发布", "Issued")}
            />
          )}
        </>
      }
    >
      {mayEdit ? (
        <EditBulletin detail={detail} preview={!editing} onUnsaved={setUnsaved} />
      ) : (
        <section className="prints">
          <BulletinSheet detail={detail} />
        </section>
      )}
    </Page>
  );
}
