import { App, type UploadFile } from "antd";
import { type Problem, sentence, toProblem } from "../api/problem";
import { useText } from "../shell/text";
import { chosenFiles } from "./FilesField";

/**
 * Sends files after the act that they prove. The act stands whatever becomes of a file: what was refused is told by its name, to be attached
 * again, and the act is not repeated for it.
 */
export function useSendFiles() {
  const { t, language } = useText();
  const { modal } = App.useApp();
  return async (files: UploadFile[] | undefined, send: (file: File) => Promise<unknown>) => {
    const refused: { name: string; problem: Problem }[] = [];
    for (const file of chosenFiles(files)) {
      await send(file).catch((failure) => refused.push({ name: file.name, problem: toProblem(failure) }));
    }
    if (refused.length > 0) {
      modal.warning({
        title: t("已保存，但有附件没有上传成功", "It is saved, but not every file is"),
        content: (
          <>
            <ul>
              {refused.map(({ name, problem }) => (
                <li key={name}>
                  <strong>{name}</strong>：{sentence(problem, language)}
                </li>
              ))}
            </ul>
            {t(
              "无需重新填报；请在该条记录旁点“补充附件”重新上传。",
              "Do not record it again; attach the file beside the record, by 'Attach a file'.",
            )}
          </>
        ),
      });
    }
  };
}
