import { describe, expect, it } from "vitest";
import { SaveLine, type Saver } from "#app/components/save-line.ts";

/** A form that notes when it is sent. `held` is what has not been saved: nothing of it is nothing to send. */
function lineOf(...names: string[]) {
  const sent: string[] = [];
  const said: boolean[] = [];
  const line = new SaveLine((busy) => said.push(busy));
  const forms = names.map((name) => {
    const form = {
      held: true,
      send: () => {
        if (form.held) sent.push(name);
        return form.held;
      },
      holdsUnsaved: () => form.held,
    };
    return { form, leave: line.join(form) };
  });
  const answer = (form: Saver & { held: boolean }) => {
    form.held = false;
    line.answered(form);
  };
  return { line, sent, said, forms, answer };
}

describe("the line in which forms save", () => {
  it("sends the next form when the one before has been answered, and not earlier", () => {
    const { line, sent, forms, answer } = lineOf("a", "b", "c");
    const [a, b, c] = forms.map(({ form }) => form);
    if (!a || !b || !c) throw new Error("three forms");
    line.request(a);
    line.request(c);
    line.request(b);
    expect(sent).toEqual(["a"]);
    answer(a);
    expect(sent).toEqual(["a", "c"]);
    answer(c);
    expect(sent).toEqual(["a", "c", "b"]);
    expect(line.busy).toBe(true);
    answer(b);
    expect(line.busy).toBe(false);
  });

  it("sends a form again that was changed while it was on its way", () => {
    const { line, sent, forms } = lineOf("a");
    const [a] = forms.map(({ form }) => form);
    if (!a) throw new Error("one form");
    line.request(a);
    line.request(a);
    expect(sent).toEqual(["a"]);
    line.answered(a);
    expect(sent).toEqual(["a", "a"]);
  });

  it("passes over forms with nothing to send", () => {
    const { line, sent, forms } = lineOf("a", "b");
    const [a, b] = forms.map(({ form }) => form);
    if (!a || !b) throw new Error("two forms");
    a.held = false;
    line.request(a);
    expect(line.busy).toBe(false);
    line.request(b);
    expect(sent).toEqual(["b"]);
  });

  it("takes everything that is unsaved along when the page is left", () => {
    const { line, sent, forms, answer } = lineOf("a", "b");
    const [a, b] = forms.map(({ form }) => form);
    if (!a || !b) throw new Error("two forms");
    expect(line.flush()).toBe(true);
    answer(a);
    answer(b);
    expect(sent).toEqual(["a", "b"]);
    expect(line.flush()).toBe(false);
    expect(line.holdsUnsaved()).toBe(false);
  });

  it("remembers a refusal until everything that was on its way is answered", () => {
    const { line, forms } = lineOf("a", "b");
    const [a, b] = forms.map(({ form }) => form);
    if (!a || !b) throw new Error("two forms");
    line.flush();
    line.answered(a, false);
    b.held = false;
    line.answered(b);
    expect(line.busy).toBe(false);
    expect(line.allStored).toBe(false);
    a.held = false;
    line.request(a);
    expect(line.allStored).toBe(true);
  });

  it("does not wait for the answer to a form that has left the page", () => {
    const { line, sent, said, forms } = lineOf("a", "b");
    const [a, b] = forms;
    if (!a || !b) throw new Error("two forms");
    line.request(a.form);
    line.request(b.form);
    a.leave();
    expect(sent).toEqual(["a", "b"]);
    b.leave();
    expect(said.at(-1)).toBe(false);
  });
});
