import { Form, Input, Select } from "antd";
import { type Place, type PlaceAmendment, type PlaceEntry, people } from "../api/people";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole, useSession } from "../shell/session";
import { useText } from "../shell/text";
import { useKinds } from "./kinds";
import { ParentField } from "./ParentField";
import { usePlaces } from "./usePlaces";

/** The bureau's districts, zones and parks (EI-12, EI-13), as accounts, applications and institutions name them. */
export function PlaceList() {
  const { t } = useText();
  const kinds = useKinds();
  const { name } = usePlaces();
  const keeps = useHasRole("city-reviewer", "admin");
  return (
    <Page
      title={t("区域与园区", "Districts and parks")}
      lead={t(
        "代码写入账号、申报和机构，登记后不变；名称、所属和期限可以修改。",
        "Codes stay once entered; names, belonging and days may change.",
      )}
      actions={keeps && <EnterPlace />}
    >
      <FilterTable<Place>
        of="places"
        fetchPage={people.places}
        rowKey="id"
        emptyText={t("没有登记区域", "No places yet")}
        filters={[
          { name: "kind", label: t("类别", "Kind"), options: kinds.options },
          { name: "on", label: t("在这一天", "On the day"), day: true },
        ]}
        columns={[
          { title: t("名称", "Name"), render: (_, place) => t(place.zh, place.en) },
          { title: t("代码", "Code"), render: (_, place) => <code>{place.code}</code> },
          { title: t("类别", "Kind"), render: (_, place) => kinds.name(place.kind) },
          { title: t("所在县区", "Lies in"), render: (_, place) => name(place.parent) },
          { title: t("自", "From"), dataIndex: "from" },
          { title: t("至", "Until"), render: (_, place) => place.until ?? "—" },
          { title: "", render: (_, place) => keeps && <AmendPlace place={place} /> },
        ]}
      />
    </Page>
  );
}

function Names() {
  const { t } = useText();
  return (
    <>
      <Form.Item name="zh" label={t("中文名称", "Name in Chinese")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="en" label={t("英文名称", "Name in English")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  );
}

function EnterPlace() {
  const { t } = useText();
  const kinds = useKinds();
  const { today } = useBusinessDate();
  const { jurisdiction } = useSession();
  return (
    <ActionButton<PlaceEntry, Place>
      label={t("登记区域", "Enter a place")}
      type="primary"
      initial={{ kind: "park", from: today }}
      fields={
        <>
          {!jurisdiction && (
            <Form.Item name="jurisdiction" label={t("所属地区", "Jurisdiction")} rules={[{ required: true }]}>
              <Input maxLength={40} />
            </Form.Item>
          )}
          <Form.Item name="kind" label={t("类别", "Kind")} rules={[{ required: true }]}>
            <Select options={kinds.options} />
          </Form.Item>
          <ParentField />
          <Form.Item
            name="code"
            label={t("代码", "Code")}
            rules={[
              {
                required: true,
                pattern: /^[a-z][a-z0-9-]{1,39}$/,
                message: t("小写字母、数字、连字符", "Lower-case letters, digits, hyphens"),
              },
            ]}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Names />
          <Form.Item name="from" label={t("自", "From")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
        </>
      }
      act={people.enterPlace}
      done={t("已登记", "Entered")}
    />
  );
}

function AmendPlace({ place }: { place: Place }) {
  const { t } = useText();
  return (
    <ActionButton<PlaceAmendment, Place>
      label={t("修改", "Amend")}
      size="small"
      initial={{ zh: place.zh, en: place.en, parent: place.parent, until: place.until }}
      fields={
        <>
          <Names />
          <ParentField kind={place.kind} />
          <Form.Item name="until" label={t("至（留空为长期）", "Until (empty = open-ended)")}>
            <DayInput />
          </Form.Item>
        </>
      }
      act={(values) => people.amendPlace(place, { ...values, parent: values.parent ?? null, until: values.until ?? null })}
      done={t("已修改", "Amended")}
    />
  );
}
