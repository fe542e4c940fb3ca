//! A field whose words are read into a value: what cannot be read stays as typed.

use super::Sheet;
use leptos::html;
use leptos::prelude::*;

/// A text field over a value of the draft. It is never rewritten under the caret; once left it
/// shows the value as the draft holds it, unless it says nothing that can be one.
#[component]
pub fn TypedInput(
    /// Its id; `{id}-note` describes it.
    id: String,
    /// The value in words.
    #[prop(into)]
    shown: Signal<String>,
    /// Reads what was typed and writes it into the draft, or says what is wrong.
    write: impl Fn(&str) -> Result<(), String> + Send + Sync + 'static,
    /// What is wrong, to be shown beside the field.
    error: RwSignal<Option<String>>,
    /// Its name where no label stands beside it.
    #[prop(optional)]
    name: Option<String>,
    /// Values to choose from; any other may be typed.
    #[prop(optional)]
    choices: Vec<String>,
    /// Its keyboard on a phone.
    #[prop(default = "decimal")]
    keys: &'static str,
) -> impl IntoView {
    let afresh = Sheet::expect().afresh;
    let node = NodeRef::<html::Input>::new();
    let write = StoredValue::new(write);
    let composing = StoredValue::new(false);
    // The value after the last key typed here; none once the field says something else.
    let typed = StoredValue::new(None::<String>);
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let choices = StoredValue::new(choices);
    let count = choices.with_value(Vec::len);

    let show = move || {
        let (Some(Some(input)), Some(text)) = (node.try_get_untracked(), shown.try_get_untracked()) else {
            return;
        };
        if input.value() != text {
            input.set_value(&text);
        }
        let _ = error.try_set(None);
    };
    Effect::new(move |_| {
        afresh.track();
        let (Some(_), text) = (node.get(), shown.get()) else { return };
        if !composing.get_value() && typed.with_value(|typed| typed.as_ref() != Some(&text)) {
            show();
        }
    });
    let read = move |say: bool| {
        let Some(Some(input)) = node.try_get_untracked() else { return };
        match write.with_value(|write| write(&input.value())) {
            Ok(()) => {
                typed.set_value(Some(shown.get_untracked()));
                error.set(None);
            }
            Err(why) => {
                typed.set_value(None);
                // A number half typed is no mistake yet.
                if say || error.with_untracked(Option::is_some) {
                    error.set(Some(why));
                }
            }
        }
    };
    let close = move || {
        open.set(false);
        active.set(None);
    };
    let choose = move |at: usize| {
        let chosen = choices.with_value(|choices| choices.get(at).cloned());
        if let (Some(chosen), Some(input)) = (chosen, node.get_untracked()) {
            input.set_value(&chosen);
            read(true);
            show();
        }
        close();
    };
    let step = move |by: isize| {
        open.set(true);
        // From the value that stands there, so that the next larger size is one key away.
        let standing = || {
            let shown = shown.get_untracked();
            choices.with_value(|choices| choices.iter().position(|choice| *choice == shown))
        };
        let from = active.get_untracked().or_else(standing);
        let now = from.map_or(if by > 0 { -1 } else { 0 }, |at| at as isize);
        active.set(Some((now + by).rem_euclid(count.max(1) as isize) as usize));
    };
    let key = move |event: web_sys::KeyboardEvent| {
        if event.is_composing() || count == 0 {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "Enter" if active.get_untracked().is_some() => choose(active.get_untracked().unwrap_or(0)),
            "Escape" if open.get_untracked() => close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let leave = move || {
        let _ = open.try_set(false);
        let _ = active.try_set(None);
        // What was never touched is not read: it may be held more finely than it is written.
        let touched = match (node.try_get_untracked().flatten(), shown.try_get_untracked()) {
            (Some(input), Some(text)) => input.value() != text,
            _ => false,
        };
        if touched && typed.try_get_value().flatten().is_none() {
            read(true);
        }
        if error.try_with_untracked(Option::is_none).unwrap_or(false) {
            let _ = typed.try_set_value(None);
            show();
        }
    };
    let list = format!("{id}-list");
    let option = {
        let id = id.clone();
        move |at: usize| format!("{id}-{at}")
    };
    let options = StoredValue::new(option);
    let listed = list.clone();
    // The option that the keys stand on stays in sight.
    Effect::new(move |_| {
        let Some(at) = active.get() else { return };
        let id = options.with_value(|option| option(at));
        request_animation_frame(move || {
            if let Some(option) = document().get_element_by_id(&id) {
                let nearest = web_sys::ScrollIntoViewOptions::new();
                nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
                option.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        });
    });
    view! {
        <div class="sheet-typed">
            <input
                type="text"
                inputmode=keys
                class="input"
                id=id.clone()
                node_ref=node
                autocomplete="off"
                role=(count > 0).then_some("combobox")
                aria-label=name.clone()
                aria-describedby=format!("{id}-note")
                aria-invalid=move || error.with(Option::is_some).to_string()
                aria-expanded=move || (count > 0).then(|| open.get().to_string())
                aria-controls=move || open.get().then(|| listed.clone())
                aria-activedescendant=move || active.get().map(|at| options.with_value(|option| option(at)))
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |_| {
                    // It also ends when its field is taken away.
                    if composing.try_set_value(false).is_none() {
                        read(false);
                    }
                }
                on:input=move |_| {
                    if !composing.get_value() {
                        close();
                        read(false);
                    }
                }
                on:click=move |_| {
                    if count > 0 {
                        open.update(|open| *open = !*open);
                    }
                }
                on:keydown=key
                on:blur=move |_| leave()
            />
            <Show when=move || open.get()>
                <ul class="sheet-choices" id=list.clone() role="listbox" aria-label=name.clone()>
                    {choices
                        .get_value()
                        .into_iter()
                        .enumerate()
                        .map(|(at, choice)| {
                            view! {
                                <li
                                    role="option"
                                    id=options.with_value(|option| option(at))
                                    aria-selected=move || (active.get() == Some(at)).to_string()
                                    // The field keeps the focus.
                                    on:mousedown=move |event| event.prevent_default()
                                    on:click=move |_| choose(at)
                                >
                                    {choice}
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </Show>
        </div>
    }
}

/// What is wrong with a field of a table, under it.
#[component]
pub fn Note(
    /// The field's id.
    id: String,
    /// What is wrong, if anything.
    error: RwSignal<Option<String>>,
) -> impl IntoView {
    view! {
        <p class="field-note" id=format!("{id}-note")>
            {move || error.get()}
        </p>
    }
}
