import { CloseOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Input, Select } from "antd";
import { useDeferredValue, useState } from "react";
import type { Scheme } from "../api/evaluations";
import { useText } from "../shell/text";
import "./evaluations.css";
import { matching, type NamedBody, namedBefore, readBodies, searchBodies, withBodies } from "./bodies";

type BodiesFieldProps = {
  id?: string;
  programme: string;
  scheme: Scheme;
  value?: NamedBody[];
  onChange?: (bodies: NamedBody[]) => void;
};

/** Names the bodies of a round: found by name or code; those that no list holds are entered by hand. */
export function BodiesField({ id, programme, scheme, value = [], onChange }: BodiesFieldProps) {
  const { t } = useText();
  const add = (more: NamedBody[]) => onChange?.(withBodies(value, more));
  return (
    <>
      <Search id={id} programme={programme} scheme={scheme} chosen={value} add={add} />
      {value.length > 0 && (
        <ul className="named-bodies" aria-label={t(`已列 ${value.length} 家`, `${value.length} named`)}>
          {value.map((body) => (
            <li key={body.code}>
              {body.name} <code>{body.code}</code>
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t(`移除 ${body.name}`, `Remove ${body.name}`)}
                onClick={() => onChange?.(value.filter((one) => one.code !== body.code))}
              />
            </li>
          ))}
        </ul>
      )}
      <ByHand add={add} />
    </>
  );
}

type SearchProps = Omit<BodiesFieldProps, "value" | "onChange"> & { chosen: NamedBody[]; add: (more: NamedBody[]) => void };

function Search({ id, programme, scheme, chosen, add }: SearchProps) {
  const { t } = useText();
  const [typed, setTyped] = useState("");
  const sought = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["bodies-to-evaluate", programme, scheme.name, sought],
    queryFn: () => searchBodies(programme, scheme, sought),
    staleTime: 30_000,
  });
  const earlier = useQuery({
    queryKey: ["bodies-named-before", programme, scheme.name],
    queryFn: () => namedBefore(programme, scheme),
    staleTime: 300_000,
  });
  const fresh = sought === typed.trim();
  const offered = withBodies(matching(earlier.data ?? [], sought), fresh ? (found.data ?? []) : []).filter(
    (body) => !chosen.some((one) => one.code === body.code),
  );
  return (
    <Select<string | null>
      id={id}
      className="link-input"
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      value={null}
      placeholder={t(
        "输入名称或统一社会信用代码查找，选中即加入",
        "Type a name or a social credit code; what is chosen is added",
      )}
      notFoundContent={
        found.isFetching || !fresh ? t("正在查找…", "Searching…") : t("没有找到，可在下方录入", "Nothing found; enter it below")
      }
      options={offered.map((body) => ({ value: body.code, label: `${body.name} ${body.code}` }))}
      onSelect={(code) => {
        add(offered.filter((body) => body.code === code));
        setTyped("");
      }}
    />
  );
}

/** One or many at once, as they stand in a letter or a sheet; what has no valid code stays to be put right. */
function ByHand({ add }: { add: (more: NamedBody[]) => void }) {
  const { t } = useText();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string[]>([]);
  return (
    <details className="bodies-by-hand">
      <summary>{t("名录中没有的，手工录入或成批粘贴", "Those that no list holds: typed, or pasted many at once")}</summary>
      <Input.TextArea
        aria-label={t("每行一家：名称、统一社会信用代码", "One a line: name and social credit code")}
        placeholder={t(
          "每行一家：名称、统一社会信用代码，以空格分开",
          "One a line: name and social credit code, with a space between",
        )}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        size="small"
        disabled={!text.trim()}
        onClick={() => {
          const read = readBodies(text);
          add(read.bodies);
          setWrong(read.wrong);
          setText(read.wrong.join("\n"));
        }}
      >
        {t("加入", "Add")}
      </Button>
      {wrong.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t(
            `${wrong.length} 行缺少名称或统一社会信用代码无效，请改正后再加入。`,
            `${wrong.length} line(s) lack a name or a valid social credit code; put them right and add them.`,
          )}
        />
      )}
    </details>
  );
}
