//! The step of a part: its heading, its lead-in, its items.

use super::item::{ItemRow, receive};
use super::patterns::Patterns;
use super::session::use_session;
use crate::draft::history::Cause;
use crate::draft::numbering::Numbering;
use crate::draft::{ItemId, PartKind, Place, edit};
use crate::ui::control::{IconButton, Toasts, WritingField};
use crate::ui::focus;
use crate::ui::words::editor as words;
use icondata_lu::LuPlus;
use leptos::prelude::*;

/// What the rows of a part share: the item being dragged, and where it would land.
#[derive(Clone, Copy)]
pub struct Dragging {
    /// The item under way.
    pub item: RwSignal<Option<ItemId>>,
    /// The item before which it would land.
    pub before: RwSignal<Option<ItemId>>,
}

/// The form of a part.
#[component]
pub fn PartStep(
    /// Which part.
    kind: PartKind,
) -> impl IntoView {
    let session = use_session();
    let dragging = Dragging { item: RwSignal::new(None), before: RwSignal::new(None) };
    provide_context(dragging);
    let numbering = Memo::new(move |_| session.draft.with(Numbering::of));
    provide_context(numbering);

    let ids = Memo::new(move |_| {
        session.draft.with(|draft| {
            let items =
                draft.part(kind).map(|part| part.items.iter().map(|item| item.id).collect::<Vec<_>>());
            items.unwrap_or_default()
        })
    });
    let left_out =
        Memo::new(move |_| session.draft.with(|draft| draft.part(kind).is_none_or(|part| part.left_out)));
    let ordinal = move || {
        numbering.with(|all| all.part(kind).map(|heading| heading.ordinal.clone()).unwrap_or_default())
    };
    let missing = Memo::new(move |_| session.draft.with(|draft| draft.part(kind).is_none()));
    // The browser drops the focus when undo moves the row that has it.
    Effect::new(move |first: Option<()>| {
        ids.track();
        let active = session.active.get_untracked().filter(|active| active.item().is_some());
        if let (Some(()), Some(place)) = (first, active) {
            focus::back_later(place);
        }
    });
    let add = move || {
        let added = session.change(Cause::Step, |draft| edit::add_item(draft, kind, None, 1));
        if let Some(id) = added {
            focus::later(Place::ItemHeading(id), None);
        }
    };
    let toasts = Toasts::expect();
    let paste = Callback::new(move |pasted| receive(session, toasts, kind, None, pasted));
    view! {
        <section class="step-form">
            <h2>{kind.label()}</h2>
            <Show when=move || left_out.get() && !missing.get()>
                <p class="notice">{words::LEFT_OUT.text()}</p>
            </Show>
            // An address may name a part that the template of this draft does not have.
            <Show when=move || !missing.get() fallback=|| view! { <p class="notice">{words::NO_SUCH_PART.text()}</p> }>
            <Patterns place=Place::PartText(kind) />
            <div class="part-heading">
                <span class="ordinal">{ordinal}</span>
                <WritingField place=Place::PartHeading(kind) label=words::PART_HEADING.text() one_line=true />
            </div>
            <WritingField
                place=Place::PartText(kind)
                label=words::PART_TEXT.text()
                placeholder=words::PART_TEXT.text()
                on_paste=paste
            />
            <ol class="items">
                <For each=move || ids.get() key=|id| *id let:id>
                    <ItemRow kind=kind id=id />
                </For>
            </ol>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="empty">{words::EMPTY_PART.text()} {words::PASTE_HINT.text()}</p>
            </Show>
            <div
                class="items-end"
                class:landing=move || dragging.item.get().is_some() && dragging.before.get().is_none()
                on:dragover=move |event| {
                    if dragging.item.get_untracked().is_some() {
                        event.prevent_default();
                        dragging.before.set(None);
                    }
                }
                on:drop=move |event| {
                    event.prevent_default();
                    if let Some(id) = dragging.item.get_untracked() {
                        session.change(Cause::Step, |draft| edit::move_to(draft, id, kind, None));
                    }
                    dragging.item.set(None);
                }
            >
                <IconButton icon=LuPlus word=words::ADD_ITEM show_word=true on_click=add />
            </div>
            </Show>
        </section>
    }
}
