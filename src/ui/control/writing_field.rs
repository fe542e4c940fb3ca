//! The text area in which reports are written: grows with its text, underlines findings, shows
//! references as chips and offers figures after `{`.

use super::backdrop::{Light, stretches};
use super::completion::{Choice, Query, choices, query};
use super::finding_card::FindingHere;
use super::reference_list::{ReferenceList, list_id, option_id};
use crate::check::{Finding, Severity};
use crate::draft::Place;
use crate::ui::editor::session::use_session;
use crate::ui::focus;
use crate::ui::press;
use crate::ui::utf16;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::Node;

/// A text area bound to a place of the draft.
///
/// `one_line` keeps Enter out (headings); `on_key` sees each key first and may prevent its
/// default; `on_paste` gets pasted text with the caret at its end or not, and says whether it took it.
#[component]
pub fn WritingField(
    /// The place it writes.
    place: Place,
    /// Accessible name.
    #[prop(into)]
    label: String,
    /// Shown while it is empty.
    #[prop(into, optional)]
    placeholder: String,
    /// Enter makes no new line.
    #[prop(optional)]
    one_line: bool,
    /// Sees keys before the field does.
    #[prop(optional, into)]
    on_key: Option<Callback<KeyboardEvent>>,
    /// May take pasted text: gets it, and whether the caret stands behind all text.
    #[prop(optional, into)]
    on_paste: Option<Callback<(String, bool), bool>>,
) -> impl IntoView {
    let session = use_session();
    let node = NodeRef::<html::Textarea>::new();
    let composing = StoredValue::new(false);
    let offered = RwSignal::new(None::<(Query, Vec<Choice>)>);
    let chosen = RwSignal::new(0usize);

    let text = session.text(place);
    // Writes back only what came from elsewhere (undo, a fix), and never into a composition.
    Effect::new(move |_| {
        let (Some(area), text) = (node.get(), text.get()) else { return };
        if !composing.get_value() && area.value() != text {
            let caret = area.selection_start().ok().flatten();
            area.set_value(&text);
            if let Some(caret) = caret {
                let _ = area.set_selection_range(caret, caret);
            }
        }
    });

    let caret = move || {
        let area = node.try_get_untracked()??;
        let units = area.selection_start().ok().flatten()?;
        Some(utf16::to_bytes(&area.value(), units))
    };
    let offer = move || {
        let found = caret().and_then(|caret| {
            let query = node.get_untracked().and_then(|area| query(&area.value(), caret))?;
            let choices = session.draft.with_untracked(|draft| choices(draft, &query));
            Some((query, choices))
        });
        if offered.with_untracked(|before| *before != found) {
            chosen.set(0);
            offered.set(found);
        }
    };
    let write = move || {
        let Some(Some(area)) = node.try_get_untracked() else { return };
        let typed = area.value();
        let typed = if one_line { typed.replace(['\r', '\n'], "") } else { typed };
        session.type_text(place, &typed);
        // A heading loses its typed ordinal in the draft: the caret moves with the words.
        let kept = text.get_untracked();
        if kept != area.value() {
            let behind = utf16::from_bytes(&typed, typed.len())
                .saturating_sub(area.selection_start().ok().flatten().unwrap_or(0));
            area.set_value(&kept);
            let caret = utf16::from_bytes(&kept, kept.len()).saturating_sub(behind);
            let _ = area.set_selection_range(caret, caret);
        }
        offer();
    };
    let insert = move |choice: &Choice, query: &Query| {
        let Some(Some(area)) = node.try_get_untracked() else { return };
        let value = area.value();
        let (Some(before), Some(after)) = (value.get(..query.start), value.get(query.caret..)) else {
            return;
        };
        let after = after.strip_prefix(['}', '｝']).unwrap_or(after);
        let caret = before.len() + choice.reference.len();
        let value = format!("{before}{}{after}", choice.reference);
        session.type_text(place, &value);
        area.set_value(&value);
        let units = utf16::from_bytes(&value, caret);
        let _ = area.set_selection_range(units, units);
        let _ = area.focus();
        offered.set(None);
    };
    // True when the list of figures used the key.
    let steer = move |event: &KeyboardEvent| {
        let Some((query, choices)) = offered.get_untracked() else { return false };
        let count = choices.len();
        if count == 0 && event.key() != "Escape" {
            return false;
        }
        match event.key().as_str() {
            "ArrowDown" => chosen.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => chosen.update(|at| *at = (*at + count - 1) % count),
            "Enter" | "Tab" => {
                if let Some(choice) = choices.get(chosen.get_untracked()) {
                    insert(choice, &query);
                }
            }
            "Escape" => offered.set(None),
            _ => return false,
        }
        true
    };
    // Where the caret stands while the field has it: the finding there shows its card.
    let caret_at = RwSignal::new(None::<usize>);
    let here = Memo::new(move |_| {
        let caret = caret_at.get()?;
        let touches = |finding: &&Finding| {
            let whole = finding.range.is_empty();
            finding.place == place && (whole || finding.range.start <= caret && caret <= finding.range.end)
        };
        // What is said of the words at the caret comes before what is said of the field.
        let rank = |finding: &&Finding| (finding.range.is_empty(), finding.severity);
        session.findings.with(|all| all.iter().filter(touches).min_by_key(rank).cloned())
    });
    let holder = session.spotlight.holder();
    Effect::new(move |_| match here.get() {
        Some(finding) => session.spotlight.enter(holder, Arc::new(finding)),
        None => session.spotlight.leave(holder),
    });
    on_cleanup(move || session.spotlight.leave(holder));
    let fix_here = move || here.get_untracked().is_some_and(|finding| session.apply_fix(&finding));
    let on_keydown = move |event: KeyboardEvent| {
        // Keys of a composition belong to the input method.
        if event.is_composing() || composing.get_value() {
            return;
        }
        if steer(&event) {
            event.prevent_default();
            event.stop_propagation();
            return;
        }
        if event.key() == "Enter" && event.alt_key() && fix_here() {
            event.prevent_default();
            return;
        }
        if let Some(on_key) = on_key {
            on_key.run(event.clone());
        }
        if one_line && event.key() == "Enter" {
            event.prevent_default();
        }
    };
    let on_paste = move |event: web_sys::ClipboardEvent| {
        let (Some(take), Some(area)) = (on_paste, node.get_untracked()) else { return };
        let pasted =
            event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        let end = area.selection_end().ok().flatten().unwrap_or(0);
        let at_end = end == utf16::from_bytes(&area.value(), area.value().len());
        if take.run((pasted, at_end)) {
            event.prevent_default();
        }
    };

    let (lit, pointed) = (session.spotlight.lit(place), session.spotlight.pointed(place));
    let pieces = Memo::new(move |_| {
        let findings = session.findings.get();
        let light = Light { lit: lit.get(), pointed: pointed.get() };
        text.with(|text| stretches(text, place, &findings, &light))
    });
    let open = Memo::new(move |_| offered.with(Option::is_some));
    view! {
        <div
            class="writing"
            class:one-line=one_line
            on:focusout=move |event| {
                // The card below belongs to the field: it stays while its buttons have the focus.
                let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
                let writing = event.current_target().and_then(|it| it.dyn_into::<Node>().ok());
                if to.is_none() || !writing.is_some_and(|writing| writing.contains(to.as_ref())) {
                    press::when_over(move || {
                        if !focus::is_within(place) {
                            caret_at.try_set(None);
                        }
                    });
                }
            }
        >
            <div class="writing-backdrop" aria-hidden="true">
                {move || {
                    pieces
                        .get()
                        .into_iter()
                        .map(|piece| {
                            if piece.class.is_empty() {
                                view! { {piece.text} }.into_any()
                            } else {
                                view! { <span class=piece.class>{piece.text}</span> }.into_any()
                            }
                        })
                        .collect_view()
                }}
                "\u{200b}"
            </div>
            <textarea
                class="writing-area"
                id=place.to_string()
                node_ref=node
                rows="1"
                spellcheck="false"
                autocomplete="off"
                placeholder=placeholder
                aria-label=label
                aria-autocomplete="list"
                aria-controls=move || open.get().then(|| list_id(place))
                aria-activedescendant=move || {
                    open.get().then(|| option_id(place, chosen.get()))
                }
                aria-invalid=move || {
                    let wrong = |it: &Finding| it.place == place && it.severity != Severity::Hint;
                    session.findings.with(|all| all.iter().any(wrong)).to_string()
                }
                on:focus=move |_| {
                    session.active.set(Some(place));
                    // A click says by itself where it put the caret.
                    if !press::is_down() {
                        caret_at.set(caret());
                    }
                }
                on:blur=move |_| {
                    // A field that is taken away while it has the caret is left when it is gone already.
                    offered.try_set(None);
                }
                on:click=move |_| {
                    caret_at.set(caret());
                    offer();
                }
                on:keyup=move |_| caret_at.set(caret())
                on:select=move |_| {
                    // Text set from elsewhere moves the caret of a field that nobody is in.
                    if focus::is_in(place) {
                        caret_at.set(caret());
                    }
                }
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |_| {
                    // It also ends when its field is taken away.
                    if composing.try_set_value(false).is_none() {
                        write();
                    }
                }
                on:input=move |_| {
                    if !composing.get_value() {
                        write();
                    }
                }
                on:keydown=on_keydown
                on:paste=on_paste
            ></textarea>
            <ReferenceList
                place=place
                offered=offered
                chosen=chosen
                on_choose=move |(choice, query): (Choice, Query)| insert(&choice, &query)
            />
            <FindingHere
                here=here
                on_fix=move |()| {
                    focus::back(place);
                    fix_here();
                }
                on_escape=move |()| focus::back(place)
            />
        </div>
    }
}
