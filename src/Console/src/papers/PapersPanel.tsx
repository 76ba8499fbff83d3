import { PaperClipOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Table } from "antd";
import { standing } from "../api/standing";
import type { Institution, Paper, PaperGap, Papers } from "../api/types";
import { Clause } from "../shared/Clause";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { usePack } from "../shared/programmes";
import { type Text, useText } from "../shell/text";
import { AttachFile } from "./AttachFile";
import { EndPaper, FilePaper } from "./PaperActs";

const reasons: Record<string, Text> = {
  missing: { zh: "未提交", en: "missing" },
  "without-file": { zh: "缺附件", en: "without its file" },
  expired: { zh: "已过期", en: "expired" },
};

/** The papers of a body: in force, missing and all there ever were (ZS-24, ZS-27, ZS-31). */
export function PapersPanel({ institution, mine }: { institution: Institution; mine: boolean }) {
  const { t } = useText();
  const papers = useQuery({ queryKey: ["papers", institution.id], queryFn: () => standing.papers(institution.id) });
  return (
    <section className="panel">
      <h2>{t("档案", "Papers on file")}</h2>
      <Loaded query={papers}>
        {(folder) => (
          <>
            {folder.gaps.map((gap) => (
              <Gap key={`${gap.kind} ${gap.title}`} gap={gap} />
            ))}
            <PaperTable institution={institution} folder={folder} mine={mine} />
            {mine && <FilePaper institution={institution} version={folder.version} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Gap({ gap }: { gap: PaperGap }) {
  const { t } = useText();
  const reason = reasons[gap.reason];
  return (
    <Alert
      className="gap"
      type="warning"
      showIcon
      title={
        <>
          {[t(gap.label), gap.title].filter(Boolean).join(" · ")}
          {t("：", ": ")}
          {reason ? t(reason) : gap.reason} {gap.expiredOn} <Clause id={gap.clause} />
        </>
      }
    />
  );
}

function PaperTable({ institution, folder, mine }: { institution: Institution; folder: Papers; mine: boolean }) {
  const { t } = useText();
  const kinds = usePack(institution.programme).data?.papers ?? [];
  const inForce = new Set(folder.inForce.map((paper) => paper.id));
  const kindName = (name: string) => {
    const kind = kinds.find((one) => one.name === name);
    return kind ? t(kind.label) : name;
  };
  const state = (paper: Paper) => {
    if (inForce.has(paper.id)) {
      return t("现行", "In force");
    }
    return paper.endedOn
      ? t(`${paper.endedOn} 终止：${paper.endReason}`, `Ended ${paper.endedOn}: ${paper.endReason}`)
      : t("历史", "History");
  };
  return (
    <Table<Paper>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={folder.history}
      locale={{ emptyText: <Empty text={t("还没有档案", "No papers yet")} /> }}
      columns={[
        { title: t("类别", "Kind"), render: (_, paper) => kindName(paper.kind) },
        { title: t("名称", "Title"), dataIndex: "title" },
        { title: t("版本", "Version"), dataIndex: "number" },
        { title: t("自", "From"), dataIndex: "validFrom" },
        { title: t("有效期至", "Until"), render: (_, paper) => paper.expiresOn ?? "—" },
        { title: t("附件", "Files"), render: (_, paper) => <Files paper={paper} /> },
        { title: t("状态", "State"), render: (_, paper) => state(paper) },
        {
          title: "",
          render: (_, paper) =>
            mine &&
            inForce.has(paper.id) && (
              <>
                <AttachFile paper={paper} /> <EndPaper paper={paper} version={folder.version} />
              </>
            ),
        },
      ]}
    />
  );
}

function Files({ paper }: { paper: Paper }) {
  if (paper.files.length === 0) {
    return "—";
  }
  return paper.files.map((file) => (
    <a
      key={file.id}
      className="file"
      href={standing.paperFileAddress(paper.id, file.id)}
      title={`SHA-256 ${file.sha256}`}
      download={file.fileName}
    >
      <PaperClipOutlined /> {file.fileName}
    </a>
  ));
}
