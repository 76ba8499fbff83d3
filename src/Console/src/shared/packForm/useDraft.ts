import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Versioned } from "../../api/http";
import { ProblemError } from "../../api/problem";
import type { Answers } from "../../api/types";
import { useUnsaved } from "../useUnsaved";

export type DraftState = "saved" | "dirty" | "saving" | "conflict" | "failed";

type Draft = {
  answers: Answers;
  change: (answers: Answers) => void;
  /** Saves what is not saved yet; resolves once it is, or once it cannot be. */
  flush: () => Promise<boolean>;
  /** The same before an act on the draft; throws where it cannot be saved, so that nothing older than what is shown is handed in. */
  settle: () => Promise<void>;
  /** The draft is gone: what was typed into it need not be saved any more. */
  forget: () => void;
  /** The tag of what was last saved, for the act that follows. */
  etag: () => string | null;
  state: DraftState;
  error: unknown;
};

const notSound = {
  status: 409,
  zh: "标出的数字有误，尚未保存，请先改正。",
  en: "The numbers that are marked are wrong and not saved; mend them first.",
};

const notSaved = {
  status: 409,
  zh: "最后的改动尚未保存，请先处理页面上的提示。",
  en: "Your last changes are not saved yet; look at the notice on the page first.",
};

/** How long a person must pause before what they typed is saved. */
export const quietMs = 800;

/**
 * Saves a draft as one types: one PUT at a time, each naming the version it edits (If-Match), so that two people who edit the
 * same draft cannot overwrite one another unseen. On 412 it stops and says so; the page shows who changed it. Leaving the page saves first.
 * Where `save` leaves out what is wrong, `isSound` tells whether it left anything out: that is neither handed in nor lost unasked.
 */
export function useDraft(
  start: Versioned<Answers>,
  save: (answers: Answers, etag: string | null) => Promise<Versioned<unknown>>,
  isSound: (answers: Answers) => boolean = () => true,
): Draft {
  const [answers, setAnswers] = useState(start.value);
  const [state, setState] = useState<DraftState>("saved");
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(start.value);
  const sent = useRef(start.value);
  const etag = useRef(start.etag);
  const running = useRef<Promise<boolean> | null>(null);
  // Somebody else changed the draft: nothing is saved until a person has chosen.
  const overtaken = useRef(false);
  const forgotten = useRef(false);

  const saveLatest = useCallback(async (): Promise<boolean> => {
    while (sent.current !== latest.current) {
      const sending = latest.current;
      setState("saving");
      try {
        etag.current = (await save(sending, etag.current)).etag;
        sent.current = sending;
      } catch (failure) {
        overtaken.current = failure instanceof ProblemError && failure.status === 412;
        setError(failure);
        setState(overtaken.current ? "conflict" : "failed");
        return false;
      }
    }
    setError(null);
    setState("saved");
    return true;
  }, [save]);

  const flush = useCallback(() => {
    running.current ??= saveLatest().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [saveLatest]);

  const change = useCallback((next: Answers) => {
    latest.current = next;
    setAnswers(next);
    setState((now) => (now === "conflict" ? now : "dirty"));
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the answers restarts the quiet time
  useEffect(() => {
    if (state !== "dirty") {
      return;
    }
    const timer = setTimeout(() => void flush(), quietMs);
    return () => clearTimeout(timer);
  }, [answers, state, flush]);

  const isWhole = () => forgotten.current || isSound(latest.current);
  const unsaved = () => sent.current !== latest.current || !isWhole();
  const saveOnLeaving = async () => !overtaken.current && (await flush()) && isWhole();
  const forget = () => {
    sent.current = latest.current;
    forgotten.current = true;
  };
  useUnsaved(unsaved, saveOnLeaving, forget);

  const onClose = useEffectEvent(() => {
    if (unsaved()) {
      void saveOnLeaving();
    }
  });
  useEffect(() => () => onClose(), []);

  const settle = async () => {
    if (!(await flush())) {
      throw new ProblemError(notSaved);
    }
    if (!isWhole()) {
      throw new ProblemError(notSound);
    }
  };
  return { answers, change, flush, settle, forget, etag: () => etag.current, state, error };
}
