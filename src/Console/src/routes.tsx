import { createBrowserRouter } from "react-router";
import { RouteError } from "./shell/RouteError";
import { Shell } from "./shell/Shell";
import { Today } from "./shell/Today";

/** Every page is loaded when it is first opened. */
export const router = createBrowserRouter([
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
