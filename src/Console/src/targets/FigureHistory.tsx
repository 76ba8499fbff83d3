import { PaperClipOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Modal, Table, Tag } from "antd";
import { useState } from "react";
import { boards } from "../api/boards";
import type { Target, TargetFigure } from "../api/types";
import { District } from "../places/District";
import { AttachButton } from "../shared/AttachButton";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { useText } from "../shell/text";

/** Every figure that was ever recorded of a target, with source, author and evidence; a correction stands above what it corrects. */
export function FigureHistory({ programme, target }: { programme: string; target: Target }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("数据记录", "Recorded figures")}
      </Button>
      {open && (
        <Modal open footer={null} width={900} title={t(target.label)} onCancel={() => setOpen(false)}>
          <Figures programme={programme} target={target} />
        </Modal>
      )}
    </>
  );
}

function Figures({ programme, target }: { programme: string; target: Target }) {
  const { t } = useText();
  const queries = useQueryClient();
  const queryKey = ["target-figures", programme, target.key];
  const figures = useQuery({
    queryKey,
    queryFn: () => boards.figures({ programme, target: target.key, limit: "200" }),
  });
  return (
    <Loaded query={figures}>
      {({ items }) => (
        <Table<TargetFigure>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={items}
          locale={{ emptyText: <Empty text={t("还没有填报数据", "Nothing was recorded yet")} /> }}
          columns={[
            { title: t("年度", "Year"), dataIndex: "year" },
            { title: t("性质", "What"), render: (_, row) => (row.kind === "plan" ? t("计划", "Plan") : t("实际", "Actual")) },
            {
              title: t("地区", "District"),
              render: (_, row) => (row.district ? <District code={row.district} /> : t("全域", "Everywhere")),
            },
            {
              title: t("数值", "Figure"),
              className: "amount",
              render: (_, row) => (
                <>
                  {row.figure?.text ?? "—"} {row.edition > 1 && <Tag>{t(`第 ${row.edition} 版`, `v${row.edition}`)}</Tag>}
                </>
              ),
            },
            {
              title: t("来源", "Source"),
              render: (_, row) => (
                <>
                  {row.source}
                  {row.reason && <div className="secondary">{t(`更正理由：${row.reason}`, `Corrected: ${row.reason}`)}</div>}
                  {row.files.map((file) => (
                    <a key={file.id} className="file" href={boards.figureFileAddress(row.id, file.id)} download={file.fileName}>
                      <PaperClipOutlined /> {file.fileName}
                    </a>
                  ))}
                  {row.mayAttach && (
                    <AttachButton
                      send={(file) => boards.attachToFigure(row.id, file)}
                      onSent={() => void queries.invalidateQueries({ queryKey })}
                    />
                  )}
                </>
              ),
            },
            { title: t("填报人", "By"), render: (_, row) => `${row.byName} · ${instant(row.recordedAt)}` },
          ]}
        />
      )}
    </Loaded>
  );
}
