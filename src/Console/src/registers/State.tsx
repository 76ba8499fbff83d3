import { Tag } from "antd";
import type { Register, RegisterState } from "../api/types";
import { useText } from "../shell/text";
import { stateText, stateTone } from "./words";

type StateProps = { register: { states: RegisterState[] } & Partial<Pick<Register, "steps">>; state: string };

/** An entry's state, as its register names it. */
export function State({ register, state }: StateProps) {
  const { t } = useText();
  return (
    <Tag color={stateTone(register, state)} variant="filled">
      {t(stateText(register, state))}
    </Tag>
  );
}
