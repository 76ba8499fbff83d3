import { Link } from "react-router";
import type { Announcement } from "../api/types";

export function AnnouncedCentres({ announcement }: { announcement: Announcement }) {
  return (
    <ol className="plain-list">
      {announcement.centres.map((centre) => (
        <li key={centre.institutionId}>
          <Link to={`/institutions/${centre.institutionId}`}>{centre.name}</Link>
        </li>
      ))}
    </ol>
  );
}
