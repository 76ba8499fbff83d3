import { type Act, http, type Page } from "./http";
import type { Review, ReviewDetail } from "./types";

const root = "/api/reporting";
type Query = Record<string, string | undefined>;

export type Correction = { grade: string; justification: string; documentNumber: string };

export const reporting = {
  reviews: (query: Query) => http.get<Page<Review>>(`${root}/reviews`, query),
  review: (id: string) => http.get<ReviewDetail>(`${root}/reviews/${id}`),
  grade: (id: string, grade: { grade: string; justification: string }, act: Act) =>
    http.post<Review>(`${root}/reviews/${id}/grade`, grade, act),
  publish: (id: string, documentNumber: string, act: Act) =>
    http.post<Review>(`${root}/reviews/${id}/publish`, { documentNumber }, act),
  correct: (id: string, correction: Correction, act: Act) => http.post<Review>(`${root}/reviews/${id}/correct`, correction, act),
};
