import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";

export type Language = "zh" | "en";
/** A text in both languages, side by side, so that neither can be forgotten. */
export type Text = { zh: string; en: string };

type TextContext = {
  language: Language;
  setLanguage: (language: Language) => void;
  /** The text in the reader's language: `t("提交", "Submit")` or `t(text)`. */
  t: (text: string | Text, en?: string) => string;
};

const storageKey = "language";
const Context = createContext<TextContext | null>(null);

/** The language kept from the last visit; Chinese when there was none. */
export function storedLanguage(): Language {
  return localStorage.getItem(storageKey) === "en" ? "en" : "zh";
}

export function TextProvider({ children }: { children: ReactNode }) {
  const [language, setState] = useState<Language>(storedLanguage);
  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(storageKey, next);
    setState(next);
  }, []);

  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);

  const value = useMemo<TextContext>(
    () => ({
      language,
      setLanguage,
      t: (text, en) => (typeof text === "string" ? (language === "zh" ? text : (en ?? text)) : text[language]),
    }),
    [language, setLanguage],
  );
  return <Context value={value}>{children}</Context>;
}

export function useText(): TextContext {
  const context = useContext(Context);
  if (!context) {
    throw new Error("useText needs a TextProvider above it");
  }
  return context;
}
