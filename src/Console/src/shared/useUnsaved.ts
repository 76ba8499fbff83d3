import { App } from "antd";
import { useEffect, useEffectEvent } from "react";
import { useBlocker } from "react-router";
import { useText } from "../shell/text";

const cannotSave = () => Promise.resolve(false);

/**
 * Keeps what was typed from being lost by leaving the page: it is saved first where it can be, and otherwise the person decides. Of the
 * window's own closing the browser warns in its own words. Who leaves without saving gives it up: `forget` is told.
 */
export function useUnsaved(unsaved: () => boolean, save: () => Promise<boolean> = cannotSave, forget?: () => void) {
  const { t } = useText();
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && unsaved(),
  );

  const leave = useEffectEvent(async () => {
    const { proceed, reset } = blocker;
    if (await save()) {
      proceed?.();
      return;
    }
    modal.confirm({
      title: t("有尚未保存的内容", "Something is not saved yet"),
      content: t("现在离开，最后的改动将会丢失。", "If you leave now, your last changes are lost."),
      okText: t("不保存，离开", "Leave without saving"),
      okButtonProps: { danger: true },
      cancelText: t("留在本页", "Stay on this page"),
      focusable: { autoFocusButton: "cancel" },
      onOk: () => {
        forget?.();
        proceed?.();
      },
      onCancel: () => reset?.(),
    });
  });
  useEffect(() => {
    if (blocker.state === "blocked") {
      void leave();
    }
  }, [blocker.state]);

  const warn = useEffectEvent((event: BeforeUnloadEvent) => {
    if (unsaved()) {
      event.preventDefault();
    }
  });
  useEffect(() => {
    const onLeaving = (event: BeforeUnloadEvent) => warn(event);
    window.addEventListener("beforeunload", onLeaving);
    return () => window.removeEventListener("beforeunload", onLeaving);
  }, []);
}
