import { App, ConfigProvider } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import type { ReactNode } from "react";
import { useText } from "./text";

// Fonts of the reader's machine only: nothing is fetched from outside.
const fontFamily =
  '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "HarmonyOS Sans SC", system-ui, sans-serif';

export function Theme({ children }: { children: ReactNode }) {
  const { language } = useText();
  dayjs.locale(language === "zh" ? "zh-cn" : "en");

  return (
    <ConfigProvider
      locale={language === "zh" ? zh : en}
      // Two Chinese characters in a button are a word, not a heading: no blank between them.
      button={{ autoInsertSpace: false }}
      theme={{
        token: {
          fontFamily,
          colorPrimary: "#17528f",
          colorInfo: "#17528f",
          colorSuccess: "#2f7d4f",
          colorWarning: "#b26a00",
          colorError: "#b3261e",
          colorLink: "#17528f",
          // Derived tints of dark seeds turn grey; these are chosen.
          colorPrimaryBg: "#e8f0f9",
          colorPrimaryBgHover: "#d9e6f4",
          colorInfoBg: "#e8f0f9",
          colorInfoBorder: "#bcd3ea",
          colorSuccessBg: "#e9f5ee",
          colorSuccessBorder: "#b6dcc5",
          colorWarningBg: "#fdf4e3",
          colorWarningBorder: "#ecd2a0",
          colorErrorBg: "#fdeeec",
          colorErrorBorder: "#eebbb6",
          colorText: "#1f2933",
          colorTextSecondary: "#566573",
          colorTextTertiary: "#667685",
          colorBorderSecondary: "#e4e9ee",
          colorBgLayout: "#f3f5f8",
          borderRadius: 4,
          fontSize: 14,
          controlHeight: 34,
          motionDurationMid: "0.12s",
          motionDurationSlow: "0.16s",
        },
        components: {
          Table: { headerBg: "#f5f7fa", headerColor: "#3b4a59", cellPaddingBlockMD: 10, cellPaddingInlineMD: 12 },
          Card: { headerFontSize: 15 },
          Descriptions: { labelBg: "#f8fafc" },
          Menu: { itemSelectedBg: "#e6eef7", itemHeight: 38, itemBorderRadius: 4, itemMarginInline: 8 },
          Tag: { defaultBg: "#f5f7fa" },
        },
      }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
