//! A row of a part: the item's heading, its text, its tools.

use super::links::{AnsweredBy, MeasureFields};
use super::part::Dragging;
use super::session::{Session, use_session};
use crate::draft::history::Cause;
use crate::draft::numbering::Numbering;
use crate::draft::{Draft, Item, ItemId, PartKind, Place, edit};
use crate::text::ordinal;
use crate::ui::control::{IconButton, Toasts, Toolbar, WritingField};
use crate::ui::focus;
use crate::ui::words::{control, editor as words};
use icondata_lu::{
    LuArrowDown, LuArrowUp, LuCopy, LuGripVertical, LuIndentDecrease, LuIndentIncrease, LuListPlus, LuPlus,
    LuTrash2,
};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos_icons::Icon;
use std::sync::Arc;

/// Pasted text longer than this is worth a word: it may have been meant for several fields.
const LONG_PASTE: usize = 20_000;

/// Takes a paste that holds numbered items and makes items of it, behind `after` or at the end of
/// the part. Leaves any other paste to the field.
pub fn receive(
    session: Session,
    toasts: Toasts,
    kind: PartKind,
    after: Option<ItemId>,
    (text, at_end): (String, bool),
) -> bool {
    let characters = text.chars().count();
    if characters > LONG_PASTE {
        toasts.say(words::pasted_long(characters));
    }
    let numbered =
        text.lines().any(|line| ordinal::read(line).is_some_and(|it| it.level > 1 && !it.rest.is_empty()));
    if !at_end || !numbered {
        return false;
    }
    let ids = session.change(Cause::Step, |draft| {
        let ids = edit::paste_lines(draft, kind, after, &text);
        // An empty item that was only there to be pasted into has done its work.
        if let Some(after) = after.filter(|after| draft.item(*after).is_some_and(|item| item.is_empty())) {
            edit::remove_item(draft, after);
        }
        ids
    });
    if let Some(last) = ids.last() {
        focus::later(Place::ItemText(*last), None);
    }
    session.offer_undo(words::pasted(ids.len()));
    true
}

/// Lines pasted into the empty heading of an item: the first is the heading, the others are text.
fn split_into(session: Session, id: ItemId, first: &str, rest: &str) -> bool {
    let split = session.change(Cause::Step, |draft| {
        let Some(item) = draft.item(id).filter(|item| item.heading.is_empty()) else { return false };
        let rest = rest.trim().replace("\r\n", "\n");
        let text = if item.text.is_empty() { rest } else { format!("{rest}\n{}", item.text) };
        edit::set_heading(draft, Place::ItemHeading(id), first.trim())
            && edit::set_text(draft, Place::ItemText(id), &text)
    });
    if split {
        focus::later(Place::ItemText(id), None);
    }
    split
}

/// What the keys and buttons of a row do.
#[derive(Clone, Copy)]
struct Tools {
    session: Session,
    kind: PartKind,
    id: ItemId,
}

impl Tools {
    fn depth(self) -> u8 {
        self.session.draft.with_untracked(|draft| draft.item(self.id).map_or(1, |item| item.depth))
    }

    /// Runs an operation and keeps the caret in the row, which the browser drops when a row moves.
    fn shift(self, operation: fn(&mut Draft, ItemId) -> bool) {
        let active = self.session.active.get_untracked().filter(|active| active.item() == Some(self.id));
        if self.session.change(Cause::Step, |draft| operation(draft, self.id)) {
            focus::later(active.unwrap_or(Place::ItemHeading(self.id)), None);
        }
    }

    fn add(self, deeper: u8) {
        let depth = self.depth() + deeper;
        let added =
            self.session.change(Cause::Step, |draft| edit::add_item(draft, self.kind, Some(self.id), depth));
        if let Some(id) = added {
            focus::later(Place::ItemHeading(id), None);
        }
    }

    fn duplicate(self) {
        let copy = self.session.change(Cause::Step, |draft| edit::duplicate_item(draft, self.id));
        if let Some(id) = copy {
            focus::later(Place::ItemHeading(id), None);
        }
    }

    fn remove(self) {
        let session = self.session;
        let neighbour = session.draft.with_untracked(|draft| {
            let (part, index) = draft.find_item(self.id)?;
            let behind = edit::subtree(&part.items, index).end;
            let beside = part.items.get(behind).or_else(|| part.items.get(index.checked_sub(1)?))?;
            Some(beside.id)
        });
        let count = session.change(Cause::Step, |draft| edit::remove_item(draft, self.id));
        focus::later(neighbour.map_or(Place::PartText(self.kind), Place::ItemHeading), None);
        session.offer_undo(words::removed(count));
    }

    fn key(self, event: &KeyboardEvent, in_heading: bool) {
        match (event.key().as_str(), event.alt_key(), event.shift_key(), event.ctrl_key()) {
            ("ArrowUp", true, _, false) => self.shift(edit::move_up),
            ("ArrowDown", true, _, false) => self.shift(edit::move_down),
            ("ArrowRight", true, true, false) => self.shift(edit::indent),
            ("ArrowLeft", true, true, false) => self.shift(edit::outdent),
            ("Delete", true, _, false) => self.remove(),
            ("Enter", false, _, true) => self.add(0),
            ("Enter", false, false, false) if in_heading => {
                focus::now(Place::ItemText(self.id), None);
            }
            _ => return,
        }
        event.prevent_default();
    }
}

/// A row of a part.
#[component]
pub fn ItemRow(
    /// The part.
    kind: PartKind,
    /// The item.
    id: ItemId,
) -> impl IntoView {
    let session = use_session();
    let dragging = expect_context::<Dragging>();
    let numbering = expect_context::<Memo<Numbering>>();
    let toasts = Toasts::expect();
    let tools = Tools { session, kind, id };
    // Empty only for the moment between the removal of an item and that of its row.
    let item = Memo::new(move |_| {
        session.draft.with(|draft| draft.item(id).cloned().unwrap_or_else(|| Arc::new(Item::new(id, 1))))
    });
    let ordinal = Memo::new(move |_| {
        numbering.with(|all| all.item(id).map(|heading| heading.ordinal.clone()).unwrap_or_default())
    });
    let depth = Memo::new(move |_| item.with(|item| item.depth));
    let hint = Memo::new(move |_| item.with(|item| item.hint.clone()));
    let run_in = Memo::new(move |_| item.with(|item| item.run_in));
    let is_first = Memo::new(move |_| depth.get() <= 1);
    let paste = Callback::new(move |pasted| receive(session, toasts, kind, Some(id), pasted));
    let paste_heading = Callback::new(move |(text, at_end): (String, bool)| {
        let text = text.trim();
        let Some((first, rest)) = text.split_once('\n') else { return false };
        receive(session, toasts, kind, Some(id), (text.to_owned(), at_end))
            || split_into(session, id, first, rest)
    });
    let heading_key = Callback::new(move |event: KeyboardEvent| tools.key(&event, true));
    let text_key = Callback::new(move |event: KeyboardEvent| tools.key(&event, false));
    let choose_run_in = move |event| {
        let run_in = event_target_checked(&event);
        session.change(Cause::Step, |draft| {
            if let Some(item) = draft.item_mut(id) {
                item.run_in = run_in;
            }
        });
    };
    view! {
        <li
            class="item"
            class:dragged=move || dragging.item.get() == Some(id)
            class:landing=move || dragging.item.get().is_some() && dragging.before.get() == Some(id)
            style:--depth=move || depth.get().to_string()
            on:dragover=move |event| {
                if dragging.item.get_untracked().is_some() {
                    event.prevent_default();
                    dragging.before.set(Some(id));
                }
            }
            on:drop=move |event| {
                // Words dragged from one field to another are the browser's.
                let Some(moved) = dragging.item.get_untracked() else { return };
                event.prevent_default();
                event.stop_propagation();
                session.change(Cause::Step, |draft| edit::move_to(draft, moved, kind, Some(id)));
                dragging.item.set(None);
            }
        >
            <div class="item-head">
                // A mouse has the handle; the keyboard and everyone else have the tools below.
                <span
                    class="handle icon"
                    draggable="true"
                    aria-hidden="true"
                    title=control::DRAG.text()
                    on:dragstart=move |event| {
                        dragging.item.set(Some(id));
                        if let Some(data) = event.data_transfer() {
                            let _ = data.set_data("text/plain", "");
                        }
                    }
                    on:dragend=move |_| dragging.item.set(None)
                >
                    <Icon icon=LuGripVertical />
                </span>
                <span class="ordinal">{ordinal}</span>
                <WritingField
                    place=Place::ItemHeading(id)
                    label=words::ITEM_HEADING.text()
                    placeholder=words::ITEM_HEADING_EMPTY.text()
                    one_line=true
                    on_key=heading_key
                    on_paste=paste_heading
                />
            </div>
            <div class="item-body">
                <Show when=move || !hint.with(String::is_empty)>
                    <p class="item-hint">{hint}</p>
                </Show>
                <WritingField
                    place=Place::ItemText(id)
                    label=words::ITEM_TEXT.text()
                    placeholder=words::ITEM_TEXT_EMPTY.text()
                    on_key=text_key
                    on_paste=paste
                />
                {match kind {
                    PartKind::Plan => view! { <MeasureFields id=id /> }.into_any(),
                    PartKind::Problems => view! { <AnsweredBy id=id item=item /> }.into_any(),
                    _ => ().into_any(),
                }}
                <div class="item-foot">
                    <label class="check">
                        <input type="checkbox" prop:checked=move || run_in.get() on:change=choose_run_in />
                        {words::RUN_IN.text()}
                    </label>
                    <Toolbar class="item-tools" label=words::MORE>
                        <IconButton icon=LuArrowUp word=words::MOVE_UP on_click=move || tools.shift(edit::move_up) />
                        <IconButton icon=LuArrowDown word=words::MOVE_DOWN on_click=move || tools.shift(edit::move_down) />
                        <IconButton
                            icon=LuIndentDecrease
                            word=words::OUTDENT
                            off=is_first
                            on_click=move || tools.shift(edit::outdent)
                        />
                        <IconButton icon=LuIndentIncrease word=words::INDENT on_click=move || tools.shift(edit::indent) />
                        <IconButton icon=LuPlus word=words::ADD_BELOW on_click=move || tools.add(0) />
                        <IconButton icon=LuListPlus word=words::ADD_CHILD on_click=move || tools.add(1) />
                        <IconButton icon=LuCopy word=words::DUPLICATE on_click=move || tools.duplicate() />
                        <IconButton icon=LuTrash2 word=words::REMOVE class="danger" on_click=move || tools.remove() />
                    </Toolbar>
                </div>
            </div>
        </li>
    }
}
