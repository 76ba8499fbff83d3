import { useQuery } from "@tanstack/react-query";
import { people } from "../api/people";
import { useText } from "../shell/text";

/** The bureau's places as they are now, for pickers and for naming. */
export function usePlaces() {
  const { t } = useText();
  const places = useQuery({ queryKey: ["places", "all"], queryFn: () => people.places({ limit: "200" }), staleTime: 60_000 });
  const items = places.data?.items ?? [];
  const options = (wanted: typeof items) => wanted.map((place) => ({ value: place.code, label: t(place.zh, place.en) }));
  return {
    districts: options(items.filter((place) => place.kind !== "park")),
    parksIn: (district: string | null | undefined) =>
      options(items.filter((place) => place.kind === "park" && (!district || place.parent === district))),
    name: (code: string | null | undefined) => {
      const place = items.find((one) => one.code === code);
      return place ? t(place.zh, place.en) : (code ?? "—");
    },
  };
}
