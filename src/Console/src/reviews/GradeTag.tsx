import { useWords } from "../shared/programmes";

/** A grade by its name in the programme's pack. */
export function GradeTag({ programme, grade }: { programme: string; grade: string | null | undefined }) {
  const words = useWords(grade ? programme : undefined);
  return <span className={grade ? `grade grade-${grade}` : "secondary"}>{grade ? words.grade(grade) : "—"}</span>;
}
