import { useQuery } from "@tanstack/react-query";
import { everyPage } from "../api/everyPage";
import { recognition } from "../api/recognition";

/** All experts that may be appointed: they are ticked, not searched for. */
export const useEnrolledExperts = () =>
  useQuery({ queryKey: ["experts", "enrolled"], queryFn: () => everyPage(recognition.experts) });
