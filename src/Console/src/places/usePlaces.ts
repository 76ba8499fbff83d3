import { useQuery } from "@tanstack/react-query";
import { everyPage } from "../api/everyPage";
import { people } from "../api/people";
import { useBusinessDate } from "../shell/BusinessDate";
import { districtName } from "../shell/names";
import { useSession } from "../shell/session";
import { useText } from "../shell/text";

/** The bureau's places, for pickers and for naming; to who has not signed in, those of every bureau. */
export function usePlaces() {
  const { t } = useText();
  const { signedIn } = useSession();
  const { today } = useBusinessDate();
  const places = useQuery({
    queryKey: ["places", "all", signedIn],
    queryFn: () => everyPage(signedIn ? people.places : people.publicPlaces),
    staleTime: 60_000,
    retry: false,
  });
  const items = places.data ?? [];
  const options = (wanted: typeof items) => wanted.map((place) => ({ value: place.code, label: t(place.zh, place.en) }));
  // What has ended still names what was entered there and narrows lists down; nothing new is entered there.
  const running = items.filter((place) => place.until === null || place.until >= today);
  return {
    districts: options(items.filter((place) => place.kind !== "park")),
    runningDistricts: options(running.filter((place) => place.kind !== "park")),
    runningParksIn: (district: string | null | undefined) =>
      options(running.filter((place) => place.kind === "park" && (!district || place.parent === district))),
    name: (code: string | null | undefined) => {
      const place = items.find((one) => one.code === code);
      return t(place ?? districtName(code));
    },
  };
}
