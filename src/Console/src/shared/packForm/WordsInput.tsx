import { Select } from "antd";
import { useText } from "../../shell/text";

/** The longest word that the services take. */
const longest = 50;

type WordsInputProps = {
  id: string;
  max: number;
  value: string[];
  onChange: (words: string[]) => void;
  "aria-describedby"?: string;
};

/** Short words, each once, that entries are searched and matched by; typed or pasted with a comma or a space between. */
export function WordsInput({ id, max, value, onChange, ...common }: WordsInputProps) {
  const { t } = useText();
  return (
    <Select
      {...common}
      id={id}
      mode="tags"
      open={false}
      suffixIcon={null}
      className="words-input"
      maxCount={max}
      tokenSeparators={[",", "，", "、", ";", "；", " ", "\u3000"]}
      placeholder={t(`输入后按回车，最多 ${max} 个`, `Press Enter after each, at most ${max}`)}
      value={value}
      onChange={(words: string[]) => onChange([...new Set(words.map((word) => word.trim().slice(0, longest)))].filter(Boolean))}
    />
  );
}
