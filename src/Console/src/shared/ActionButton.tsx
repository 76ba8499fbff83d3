import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, type ButtonProps, Form, type FormInstance, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { type Act, newIdempotencyKey } from "../api/http";
import { useText } from "../shell/text";
import { RefusalAlert } from "./RefusalAlert";
import { type Fact, Summary } from "./Summary";

export type ActionProps<V, R> = {
  label: string;
  /** The window's title, when it says more than the button. */
  title?: string;
  type?: ButtonProps["type"];
  size?: ButtonProps["size"];
  danger?: boolean;
  disabled?: boolean;
  /** Why this person cannot do it now; the button then stands there and says so. */
  barred?: string | false | null;
  /** The form; an act that needs no words has none. */
  fields?: ReactNode | ((form: FormInstance<V>) => ReactNode);
  initial?: Partial<V>;
  /** What will happen, in figures, to be confirmed before it does. Without it the form is sent at once. */
  summary?: (values: V) => (Fact | false | null | undefined)[];
  /** What the person confirms, in a sentence; beside the form where no summary follows it. */
  consequence?: ReactNode;
  act: (values: V, act: Act) => Promise<R>;
  /** The version of what the person has before them; it is read when the window opens. */
  version?: number;
  done: string;
  onDone?: (result: R) => void;
};

/** A button that opens an act: fill in, look at the summary, confirm. The heart of every step on the platform. */
export function ActionButton<V extends object, R>(props: ActionProps<V, R>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type={props.type}
        size={props.size}
        danger={props.danger}
        disabled={props.disabled || !!props.barred}
        title={props.barred || undefined}
        onClick={() => setOpen(true)}
      >
        {props.label}
      </Button>
      {open && <ActionWindow {...props} close={() => setOpen(false)} />}
    </>
  );
}

/** The act's own name after the word, unless it is an act of confirming itself. */
const confirming = (label: string, word: string, between = "") => (label.startsWith(word) ? label : word + between + label);

/** Mounted once per opening, so that its idempotency key lives exactly as long as the form a person has before them. */
function ActionWindow<V extends object, R>(props: ActionProps<V, R> & { close: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<V>();
  const [carried] = useState<Act>(() => ({ key: newIdempotencyKey(), version: props.version }));
  const [checking, setChecking] = useState<V | null>(props.fields || !props.summary ? null : ({} as V));
  const act = useMutation({
    mutationFn: (values: V) => props.act(values, carried),
    onSuccess: (result) => {
      message.success(props.done);
      void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
      props.close();
      props.onDone?.(result);
    },
  });

  const filled = (values: V) => (props.summary ? setChecking(values) : act.mutate(values));
  const proceed = () => (checking ? act.mutate(checking) : props.fields ? form.submit() : act.mutate({} as V));
  const goBack = () => {
    act.reset();
    setChecking(null);
  };

  return (
    <Modal
      open
      title={props.title ?? props.label}
      width={620}
      mask={{ closable: false }}
      onCancel={props.close}
      footer={[
        checking && props.fields ? (
          <Button key="back" onClick={goBack} disabled={act.isPending}>
            {t("返回修改", "Back")}
          </Button>
        ) : (
          <Button key="cancel" onClick={props.close} disabled={act.isPending}>
            {t("取消", "Cancel")}
          </Button>
        ),
        <Button key="go" type="primary" danger={props.danger} loading={act.isPending} onClick={proceed}>
          {checking || !props.summary
            ? t(confirming(props.label, "确认"), confirming(props.label, "Confirm", ": "))
            : t("下一步：核对", "Next: check")}
        </Button>,
      ]}
    >
      {props.fields && (
        <Form<V>
          form={form}
          layout="vertical"
          hidden={checking !== null}
          initialValues={props.initial}
          onFinish={filled}
          scrollToFirstError
          requiredMark
        >
          {typeof props.fields === "function" ? props.fields(form) : props.fields}
        </Form>
      )}
      {checking && props.summary && <Summary facts={props.summary(checking)} />}
      {(checking || !props.fields || !props.summary) && props.consequence && <p className="consequence">{props.consequence}</p>}
      <RefusalAlert error={act.error} />
    </Modal>
  );
}
