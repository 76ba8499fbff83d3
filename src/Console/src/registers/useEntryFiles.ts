import { useState } from "react";
import { type EntryFile, registers } from "../api/registers";
import type { Attachment } from "../api/types";

/** The files of an entry while its form, or that of a step, is filled in: each is sent when it is chosen. */
export function useEntryFiles(id: string, start: EntryFile[]) {
  const [attachments, setAttachments] = useState<Attachment[]>(start);
  return {
    attachments,
    attachmentAddress: (fileId: string) => registers.attachmentAddress(id, fileId),
    attach: async (field: string, file: File) => {
      const sent = await registers.attach(id, field, file);
      setAttachments((now) => [...now, sent]);
    },
    detach: async (fileId: string) => {
      await registers.detach(id, fileId);
      setAttachments((now) => now.filter((file) => file.id !== fileId));
    },
  };
}
