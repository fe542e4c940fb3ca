//! The tools of a row behind one button: there is no room for five in a row of ten cells.

use super::tools::Tools;
use crate::draft::{Column, Place, reference};
use crate::ui::clipboard;
use crate::ui::words::{Word, figures as words};
use icondata_lu::LuEllipsis;
use leptos::html;
use leptos::prelude::*;
use leptos_icons::Icon;
use wasm_bindgen::JsCast;

/// The menu of a row.
#[component]
pub fn RowMenu(
    /// Its row.
    tools: Tools,
    /// The row's name.
    name: Memo<String>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let node = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let copy = move || {
        let reference = reference::write(name.get_untracked().trim(), reference::Aspect::Value);
        let toasts = tools.toasts;
        clipboard::copy(reference.clone(), move |copied| {
            toasts.say(if copied { words::copied(&reference) } else { words::not_copied(&reference) });
        });
    };
    let entry = move |word: Word, keys: &'static str, act: Callback<()>| {
        view! {
            <button
                type="button"
                class="menu-entry"
                on:click=move |_| {
                    open.set(false);
                    act.run(());
                }
            >
                <span>{word.text()}</span>
                <kbd>{keys}</kbd>
            </button>
        }
    };
    let is_part = move || {
        tools.session.draft.with(|draft| draft.indicator(tools.id).is_some_and(|row| row.part_of.is_some()))
    };
    let unnamed = move || {
        tools
            .session
            .draft
            .with(|draft| draft.indicator(tools.id).is_none_or(|row| row.name.trim().is_empty()))
    };
    view! {
        <div
            class="figures-menu"
            node_ref=node
            on:focusout=move |event| {
                let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
                // A menu that is taken away while it has the focus is left when it is already gone.
                let menu = node.try_get_untracked().flatten();
                let inside = menu.is_some_and(|menu| menu.contains(to.as_ref()));
                if !(to.is_some() && inside) {
                    open.set(false);
                }
            }
            on:keydown=move |event| {
                if event.key() == "Escape" && open.get_untracked() {
                    event.stop_propagation();
                    open.set(false);
                    if let Some(button) = button.get_untracked() {
                        let _ = button.focus();
                    }
                }
            }
        >
            <button
                type="button"
                class="button icon-only"
                node_ref=button
                title=words::TOOLS.text()
                aria-label=move || words::tools_of(&name.get())
                aria-expanded=move || open.get().to_string()
                on:click=move |_| {
                    // The column in which the caret was belongs to the row that had it.
                    tools.session.active.set(Some(Place::Indicator(tools.id, Column::Name)));
                    open.update(|open| *open = !*open);
                }
            >
                <span class="icon" aria-hidden="true">
                    <Icon icon=LuEllipsis />
                </span>
            </button>
            <Show when=move || open.get()>
                <div class="menu">
                    {entry(words::ADD_BELOW, "Ctrl+Enter", Callback::new(move |()| tools.add_below()))}
                    {entry(words::MOVE_UP, "Alt+↑", Callback::new(move |()| tools.shift(-1)))}
                    {entry(words::MOVE_DOWN, "Alt+↓", Callback::new(move |()| tools.shift(1)))}
                    {entry(words::INDENT, "Alt+Shift+→", Callback::new(move |()| tools.indent()))}
                    {move || {
                        is_part()
                            .then(|| entry(words::OUTDENT, "Alt+Shift+←", Callback::new(move |()| tools.outdent())))
                    }}
                    {move || {
                        (!unnamed()).then(|| entry(words::COPY_REFERENCE, "", Callback::new(move |()| copy())))
                    }}
                    {entry(words::SHOW_PLACES, "Alt+Enter", Callback::new(move |()| tools.enter()))}
                    {entry(words::REMOVE, "Alt+Delete", Callback::new(move |()| tools.remove()))}
                </div>
            </Show>
        </div>
    }
}
