import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { ProblemError } from "../api/problem";
import { shadowRuns } from "../api/shadowRuns";
import { useText } from "../shell/text";

/** Sends another file of a run and shows its tables. */
export function useAddFile(id: string) {
  const { t } = useText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => shadowRuns.addFile(id, file),
    onSuccess: (value) => queries.setQueryData(["shadow-run", id], value),
    onError: (error) => {
      const { zh, en } = error instanceof ProblemError ? error.problem : {};
      void message.error(t(zh ?? "文件未能读取", en ?? "The file could not be read"));
    },
  });
}
