import { Form } from "antd";
import { useNavigate } from "react-router";
import { type Entry, registers } from "../api/registers";
import type { Pack, Register, Role } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { LinkPicker } from "../shared/packForm/LinkInput";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { entryAddress } from "./entryColumns";

type StartEntryProps = {
  pack: Pick<Pack, "programme">;
  register: Register;
  /** What it is about, where that is known already. */
  aboutId?: string;
  size?: "small";
};

/** A new draft of an entry, for those who keep the register. */
export function StartEntry({ pack, register, aboutId, size }: StartEntryProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const keeps = useHasRole(...(register.roles as Role[]));
  if (!keeps) {
    return null;
  }
  const asks = register.about !== null && !aboutId;
  return (
    <ActionButton<{ aboutId?: string }, Entry>
      label={t("新建条目", "New entry")}
      title={t(register.label)}
      type={size ? "default" : "primary"}
      size={size}
      fields={
        asks && (
          <Form.Item name="aboutId" label={t("关于", "About")} rules={[{ required: true }]}>
            <LinkPicker programme={pack.programme} of={register.about ?? ""} />
          </Form.Item>
        )
      }
      consequence={asks ? undefined : t("将新建一份草稿，填写后登记。", "A draft is started, to be filled in and filed.")}
      act={(values, act) => registers.start(pack.programme, register.name, aboutId ?? values.aboutId, act)}
      done={t("已新建草稿", "Draft started")}
      onDone={(entry) => navigate(entryAddress(entry))}
    />
  );
}
