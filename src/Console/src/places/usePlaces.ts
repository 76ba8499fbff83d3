import { useQuery } from "@tanstack/react-query";
import { everyPage } from "../api/everyPage";
import { people } from "../api/people";
import { districtName } from "../shell/names";
import { useSession } from "../shell/session";
import { useText } from "../shell/text";

/** The bureau's places, for pickers and for naming; to who has not signed in, those of every bureau. */
export function usePlaces() {
  const { t } = useText();
  const { signedIn } = useSession();
  const places = useQuery({
    queryKey: ["places", "all", signedIn],
    queryFn: () => everyPage(signedIn ? people.places : people.publicPlaces),
    staleTime: 60_000,
    retry: false,
  });
  const items = places.data ?? [];
  const options = (wanted: typeof items) => wanted.map((place) => ({ value: place.code, label: t(place.zh, place.en) }));
  return {
    districts: options(items.filter((place) => place.kind !== "park")),
    parksIn: (district: string | null | undefined) =>
      options(items.filter((place) => place.kind === "park" && (!district || place.parent === district))),
    name: (code: string | null | undefined) => {
      const place = items.find((one) => one.code === code);
      return t(place ?? districtName(code));
    },
  };
}
