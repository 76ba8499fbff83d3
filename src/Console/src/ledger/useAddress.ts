import { useSearchParams } from "react-router";

/** Choices that stand in the address, so that a page can be bookmarked, sent and printed again. */
export function useAddress() {
  const [address, setAddress] = useSearchParams();
  return {
    get: (name: string) => address.get(name) ?? undefined,
    choose: (name: string, value: string | null | undefined) =>
      setAddress((now) => {
        const next = new URLSearchParams(now);
        value ? next.set(name, value) : next.delete(name);
        return next;
      }),
  };
}
