import { createBrowserRouter } from "react-router";
import { PublicShell } from "./public/PublicShell";
import { RouteError } from "./shell/RouteError";
import { Shell } from "./shell/Shell";
import { Today } from "./shell/Today";

/** Every page is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    path: "/public",
    element: <PublicShell />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <span />,
    children: [
      { index: true, lazy: () => import("./public/NoticeBoard").then(page) },
      { path: "notices", lazy: () => import("./public/NoticeBoard").then(page) },
      { path: "notices/:id", lazy: () => import("./public/NoticeOnBoard").then(page) },
      { path: "centres", lazy: () => import("./public/CentreList").then(page) },
      { path: "verify", lazy: () => import("./public/Verify").then(page) },
      { path: "certificates/:code", lazy: () => import("./public/CertificateCheck").then(page) },
      { path: "opinions/:number", lazy: () => import("./public/OpinionCheck").then(page) },
      { path: "objections/:number", lazy: () => import("./public/ObjectionCheck").then(page) },
      { path: "*", lazy: () => import("./shell/NotFound").then(page) },
    ],
  },
  {
    path: "/",
    element: <Shell />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <span />,
    children: [
      { index: true, element: <Today /> },
      { path: "applications", lazy: () => import("./applications/ApplicationList").then(page) },
      { path: "applications/:id", lazy: () => import("./applications/ApplicationPage").then(page) },
      { path: "recommendation-lists", lazy: () => import("./applications/RecommendationLists").then(page) },
      { path: "recommendation-lists/new", lazy: () => import("./applications/IssueRecommendation").then(page) },
      { path: "institutions", lazy: () => import("./institutions/InstitutionList").then(page) },
      { path: "institutions/:id", lazy: () => import("./institutions/InstitutionPage").then(page) },
      { path: "institutions/:id/certificate", lazy: () => import("./certificates/CertificatePage").then(page) },
      { path: "experts", lazy: () => import("./experts/ExpertList").then(page) },
      { path: "selections", lazy: () => import("./selections/SelectionList").then(page) },
      { path: "selections/new", lazy: () => import("./selections/OpenSelection").then(page) },
      { path: "selections/:id", lazy: () => import("./selections/SelectionPage").then(page) },
      { path: "score-sheets", lazy: () => import("./scoreSheets/ScoreSheetList").then(page) },
      { path: "score-sheets/:id", lazy: () => import("./scoreSheets/ScoreSheetPage").then(page) },
      { path: "notices", lazy: () => import("./notices/NoticeList").then(page) },
      { path: "notices/:id", lazy: () => import("./notices/NoticePage").then(page) },
      { path: "announcements", lazy: () => import("./announcements/AnnouncementList").then(page) },
      { path: "announcements/:id", lazy: () => import("./announcements/AnnouncementPage").then(page) },
      { path: "changes", lazy: () => import("./changes/ChangeList").then(page) },
      { path: "changes/:id", lazy: () => import("./changes/ChangePage").then(page) },
      { path: "sanctions", lazy: () => import("./sanctions/SanctionList").then(page) },
      { path: "sanctions/:id", lazy: () => import("./sanctions/SanctionPage").then(page) },
      { path: "bans", lazy: () => import("./bans/BanList").then(page) },
      { path: "opinions", lazy: () => import("./opinions/OpinionList").then(page) },
      { path: "appropriations", lazy: () => import("./appropriations/AppropriationList").then(page) },
      { path: "appropriations/:id", lazy: () => import("./appropriations/AppropriationPage").then(page) },
      { path: "accounts", lazy: () => import("./accounts/AccountList").then(page) },
      { path: "accounts/:institutionId", lazy: () => import("./accounts/AccountPage").then(page) },
      { path: "my-money", lazy: () => import("./accounts/MyMoney").then(page) },
      { path: "advances", lazy: () => import("./advances/AdvanceList").then(page) },
      { path: "advances/:id", lazy: () => import("./advances/AdvancePage").then(page) },
      { path: "payment-runs", lazy: () => import("./paymentRuns/PaymentRunList").then(page) },
      { path: "payment-runs/new", lazy: () => import("./paymentRuns/GatherRun").then(page) },
      { path: "payment-runs/:id", lazy: () => import("./paymentRuns/PaymentRunPage").then(page) },
      { path: "reviews", lazy: () => import("./reviews/ReviewList").then(page) },
      { path: "reviews/:id", lazy: () => import("./reviews/ReviewPage").then(page) },
      { path: "settlements", lazy: () => import("./settlements/SettlementList").then(page) },
      { path: "settlements/:id", lazy: () => import("./settlements/SettlementPage").then(page) },
      { path: "clawbacks", lazy: () => import("./clawbacks/ClawbackList").then(page) },
      { path: "clawbacks/:id", lazy: () => import("./clawbacks/ClawbackPage").then(page) },
      { path: "ledger", lazy: () => import("./ledger/Ledger").then(page) },
      { path: "interpretations", lazy: () => import("./interpretations/InterpretationList").then(page) },
      { path: "calendars", lazy: () => import("./calendars/CalendarList").then(page) },
      { path: "policies", lazy: () => import("./policies/PolicyList").then(page) },
      { path: "policies/:programme", lazy: () => import("./policies/PolicyPage").then(page) },
      { path: "*", lazy: () => import("./shell/NotFound").then(page) },
    ],
  },
]);

/** A page's file has one export: the page. */
function page(file: Record<string, React.ComponentType>) {
  return { Component: Object.values(file)[0] };
}
