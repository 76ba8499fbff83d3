import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, Space } from "antd";
import { useEffect, useState } from "react";
import { boards } from "../api/boards";
import { toProblem } from "../api/problem";
import type { BulletinBlock, BulletinDetail, BulletinEdit } from "../api/types";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useUnsaved } from "../shared/useUnsaved";
import { useText } from "../shell/text";
import { Block, BulletinSheet } from "./BulletinSheet";

/** A block while it is edited; the place is its name until it is saved. */
type Draft = { place: string; block: BulletinBlock };

type EditProps = {
  detail: BulletinDetail;
  /** As it will be printed, with what is written and not saved yet. */
  preview?: boolean;
  onUnsaved?: (unsaved: boolean) => void;
};

/** The city edits the words of a draft: change, move, add, leave out. Tables and charts stay as their figures are. */
export function EditBulletin({ detail, preview = false, onUnsaved }: EditProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [title, setTitle] = useState(detail.bulletin.title);
  const [drafts, setDrafts] = useState<Draft[]>(() => draftsOf(detail));
  // The version that these words go back to: what is fetched beside them replaces neither it nor them.
  const [base, setBase] = useState(detail.version);
  const edit = editOf(title, drafts);
  const [kept, setKept] = useState(() => JSON.stringify(edit));
  const unsaved = JSON.stringify(edit) !== kept;
  useUnsaved(() => unsaved);
  useEffect(() => onUnsaved?.(unsaved), [unsaved, onUnsaved]);
  const save = useMutation({
    mutationFn: (sent: { edit: BulletinEdit; version: number }) =>
      boards.saveBulletin(detail.bulletin.id, sent.edit, sent.version),
    onSuccess: (saved, sent) => {
      setBase(saved.version);
      setKept(JSON.stringify(sent.edit));
      queries.setQueryData(["bulletin", detail.bulletin.id], saved);
      message.success(t("草稿已保存", "Draft saved"));
    },
  });
  const latest = save.error ? (toProblem(save.error).inputs?.latest as BulletinDetail | undefined) : undefined;
  const begin = (from: BulletinDetail) => {
    setTitle(from.bulletin.title);
    setDrafts(draftsOf(from));
    setBase(from.version);
    setKept(JSON.stringify(editOf(from.bulletin.title, draftsOf(from))));
  };
  if (!unsaved && !save.isPending && detail.version > base) {
    begin(detail);
  }
  const takeTheirs = (theirs: BulletinDetail) => {
    begin(theirs);
    queries.setQueryData(["bulletin", theirs.bulletin.id], theirs);
    save.reset();
  };
  const change = (place: string, text: { zh: string; en: string }) =>
    setDrafts((now) => now.map((one) => (one.place === place ? { place, block: { ...one.block, text } } : one)));
  const move = (index: number, by: number) =>
    setDrafts((now) => {
      const next = [...now];
      const [moved] = next.splice(index, 1);
      if (moved) {
        next.splice(index + by, 0, moved);
      }
      return next;
    });
  const add = (kind: "heading" | "paragraph") =>
    setDrafts((now) => {
      const key = `new-${Date.now()}`;
      return [...now, { place: key, block: { key, kind, text: { zh: "", en: "" }, columns: [], rows: [], chart: null } }];
    });
  if (preview) {
    return (
      <>
        {unsaved && (
          <Alert
            type="warning"
            showIcon
            className="no-print"
            title={t(
              "预览含尚未保存的改动，请在“编辑”中保存。",
              "This shows changes that are not saved yet; save them under 'Edit'.",
            )}
          />
        )}
        <section className="prints">
          <BulletinSheet
            detail={{ ...detail, bulletin: { ...detail.bulletin, title }, blocks: drafts.map(({ block }) => block) }}
          />
        </section>
      </>
    );
  }
  return (
    <section className="panel no-print">
      <h2>{t("编辑通报", "Edit the bulletin")}</h2>
      <Words label={t("标题", "Title")} value={title} most={200} change={setTitle} />
      {drafts.map(({ place, block }, index) => (
        <fieldset key={place} className="bulletin-block">
          <legend>
            {isText(block) ? (block.kind === "heading" ? t("小标题", "Heading") : t("正文", "Paragraph")) : t("图表", "Figures")}{" "}
            <Space size={4}>
              <Button
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={t("上移", "Move up")}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <Button
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={t("下移", "Move down")}
                disabled={index === drafts.length - 1}
                onClick={() => move(index, 1)}
              />
              <Button
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t("删除", "Leave out")}
                onClick={() => setDrafts((now) => now.filter((one) => one.place !== place))}
              />
            </Space>
          </legend>
          {isText(block) ? (
            <Words label={t("文字", "Text")} value={block.text} most={5000} change={(text) => change(place, text)} />
          ) : (
            <Block block={block} />
          )}
        </fieldset>
      ))}
      {latest ? (
        <Conflict theirs={latest} take={() => takeTheirs(latest)} keep={() => save.mutate({ edit, version: latest.version })} />
      ) : (
        <RefusalAlert error={save.error} />
      )}
      <div className="sticky-actions">
        <Button onClick={() => add("heading")}>{t("添加小标题", "Add a heading")}</Button>
        <Button onClick={() => add("paragraph")}>{t("添加正文", "Add a paragraph")}</Button>
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate({ edit, version: base })}>
          {t("保存草稿", "Save the draft")}
        </Button>
      </div>
    </section>
  );
}

/** A colleague saved meanwhile: what is written here stays until one of the two is chosen. */
function Conflict({ theirs, take, keep }: { theirs: BulletinDetail; take: () => void; keep: () => void }) {
  const { t } = useText();
  return (
    <Alert
      type="warning"
      showIcon
      title={t(
        "他人已保存了新的草稿，您的文字仍在本页，尚未保存。请对照后选择。",
        "Somebody else saved a newer draft. Your words are still here and not saved; compare, then choose.",
      )}
      description={
        <>
          <details>
            <summary>{t("查看对方保存的草稿", "See the other draft")}</summary>
            {theirs.blocks.map((block) => (
              <Block key={block.key} block={block} />
            ))}
          </details>
          <Space>
            <Button onClick={keep}>{t("保存我的文字", "Save mine in its place")}</Button>
            <Button onClick={take}>{t("改用对方的草稿", "Go on with theirs")}</Button>
          </Space>
        </>
      }
    />
  );
}

const draftsOf = (detail: BulletinDetail): Draft[] => detail.blocks.map((block) => ({ place: block.key, block }));
const editOf = (title: BulletinEdit["title"], drafts: Draft[]): BulletinEdit => ({
  title,
  blocks: drafts.map(({ block }) => ({ key: isText(block) ? null : block.key, kind: block.kind, text: block.text })),
});
const isText = (block: BulletinBlock) => block.kind === "heading" || block.kind === "paragraph";

type WordsProps = {
  label: string;
  value: { zh: string; en: string };
  most: number;
  change: (text: { zh: string; en: string }) => void;
};

function Words({ label, value, most, change }: WordsProps) {
  const { t } = useText();
  return (
    <>
      <Input.TextArea
        aria-label={t(`${label}（中文）`, `${label} (Chinese)`)}
        autoSize={{ minRows: 1, maxRows: 12 }}
        maxLength={most}
        value={value.zh}
        onChange={(event) => change({ ...value, zh: event.target.value })}
      />
      <Input.TextArea
        aria-label={t(`${label}（英文）`, `${label} (English)`)}
        placeholder={t("英文（可不填，不填时显示中文）", "English (where there is none the Chinese is shown)")}
        autoSize={{ minRows: 1, maxRows: 12 }}
        maxLength={most}
        value={value.en}
        onChange={(event) => change({ ...value, en: event.target.value })}
      />
    </>
  );
}
