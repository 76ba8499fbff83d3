import { Breadcrumb } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { PageTitle } from "./PageTitle";

type PageProps = {
  title: string;
  /** The list that this page is one of. */
  parent?: { to: string; name: string };
  status?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of every page: where it is, what it is, what may be done here. */
export function Page({ title, parent, status, lead, actions, children }: PageProps) {
  return (
    <>
      <PageTitle text={title} />
      {parent && <Breadcrumb className="no-print" items={[{ title: <Link to={parent.to}>{parent.name}</Link> }, { title }]} />}
      <div className="page-head">
        <div>
          <h1>
            {title} {status}
          </h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions && <div className="page-actions no-print">{actions}</div>}
      </div>
      {children}
    </>
  );
}
