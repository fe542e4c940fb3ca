//! An attachment in the form: the number it will bear, its name, its text, its tools.

use super::attachments::{Attaching, attachment_of, focus_add, numbered};
use crate::draft::history::Cause;
use crate::draft::{Attached, AttachmentId, Draft, Place, edit};
use crate::ui::control::{IconButton, Toolbar, WritingField};
use crate::ui::editor::session::{Session, use_session};
use crate::ui::focus;
use crate::ui::words::{attachments as words, editor};
use icondata_lu::{LuArrowDown, LuArrowUp, LuTrash2};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// What the keys and buttons of an attachment do.
#[derive(Clone, Copy)]
struct Tools {
    session: Session,
    id: AttachmentId,
}

impl Tools {
    /// Runs an operation and keeps the caret in the row, which the browser drops when a row moves.
    fn shift(self, operation: fn(&mut Draft, AttachmentId) -> bool) {
        let active = self.session.active.get_untracked().filter(|at| attachment_of(*at) == Some(self.id));
        if self.session.change(Cause::Step, |draft| operation(draft, self.id)) {
            focus::later(active.unwrap_or(Place::AttachmentTitle(self.id)), None);
        }
    }

    fn add(self) {
        let id = self.session.change(Cause::Step, |draft| edit::add_attachment(draft, Some(self.id)));
        focus::later(Place::AttachmentTitle(id), None);
    }

    fn remove(self) {
        let session = self.session;
        let (neighbour, title) = session.draft.with_untracked(|draft| {
            let at = draft.attachments.iter().position(|it| it.id == self.id);
            let beside = |at: usize| {
                let all = &draft.attachments;
                all.get(at + 1).or_else(|| all.get(at.checked_sub(1)?))
            };
            let title = draft.attachment(self.id).map(|it| it.title.trim().to_owned());
            (at.and_then(beside).map(|it| it.id), title.unwrap_or_default())
        });
        if !session.change(Cause::Step, |draft| edit::remove_attachment(draft, self.id)) {
            return;
        }
        match neighbour {
            Some(id) => focus::later(Place::AttachmentTitle(id), None),
            None => focus::when_drawn(focus_add),
        }
        session.offer_undo(words::removed(&title));
    }

    fn key(self, event: &KeyboardEvent, in_title: bool) {
        match (event.key().as_str(), event.alt_key(), event.ctrl_key()) {
            ("ArrowUp", true, false) => self.shift(edit::move_attachment_up),
            ("ArrowDown", true, false) => self.shift(edit::move_attachment_down),
            ("Delete", true, _) => self.remove(),
            ("Enter", false, true) => self.add(),
            ("Enter", false, false) if in_title => {
                focus::now(Place::AttachmentText(self.id), None);
            }
            _ => return,
        }
        event.prevent_default();
    }
}

/// A written attachment.
#[component]
pub fn AttachmentRow(
    /// Which.
    id: AttachmentId,
) -> impl IntoView {
    let session = use_session();
    let attaching = expect_context::<Attaching>();
    let tools = Tools { session, id };
    let number = Memo::new(move |_| numbered(attaching, Attached::Written(id)));
    let title_key = Callback::new(move |event: KeyboardEvent| tools.key(&event, true));
    let text_key = Callback::new(move |event: KeyboardEvent| tools.key(&event, false));
    view! {
        <li class="item attachment">
            <div class="attachment-head">
                <span class="ordinal" class:unprinted=move || number.with(Option::is_none)>
                    {move || number.get().unwrap_or_else(|| words::NOT_PRINTED.text().to_owned())}
                </span>
                <WritingField
                    place=Place::AttachmentTitle(id)
                    label=words::TITLE.text()
                    placeholder=words::TITLE_EMPTY.text()
                    one_line=true
                    on_key=title_key
                />
            </div>
            <div class="attachment-text">
                <WritingField
                    place=Place::AttachmentText(id)
                    label=words::TEXT.text()
                    placeholder=words::TEXT_EMPTY.text()
                    on_key=text_key
                />
            </div>
            <Toolbar class="item-foot item-tools" label=words::TOOLS>
                <IconButton
                    icon=LuArrowUp
                    word=editor::MOVE_UP
                    on_click=move || tools.shift(edit::move_attachment_up)
                />
                <IconButton
                    icon=LuArrowDown
                    word=editor::MOVE_DOWN
                    on_click=move || tools.shift(edit::move_attachment_down)
                />
                <IconButton icon=LuTrash2 word=words::REMOVE class="danger" on_click=move || tools.remove() />
            </Toolbar>
        </li>
    }
}
