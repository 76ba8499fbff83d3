import { Button } from "antd";
import { useText } from "./text";

export function LanguageSwitch() {
  const { language, setLanguage } = useText();
  return (
    <Button
      type="text"
      className="language"
      lang={language === "zh" ? "en" : "zh-CN"}
      onClick={() => setLanguage(language === "zh" ? "en" : "zh")}
    >
      {language === "zh" ? "English" : "中文"}
    </Button>
  );
}
