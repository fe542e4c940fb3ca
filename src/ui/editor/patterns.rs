//! Hints and sentence patterns of the template, beside the field they are for.

use super::session::use_session;
use crate::draft::history::Cause;
use crate::draft::{Draft, Place, edit};
use crate::template::{self, Prose};
use crate::ui::focus;
use crate::ui::route::Step;
use crate::ui::words::control as words;
use leptos::prelude::*;

/// The guidance of the draft's template for a place; none where the template is not known.
fn prose(template: &str, place: Place) -> Prose {
    let Some(template) = template::find(template) else { return Prose::default() };
    match place {
        Place::Preamble => template.preamble.clone(),
        Place::Closing => template.closing.clone(),
        Place::PartHeading(kind) | Place::PartText(kind) => {
            template.part(kind).map(|part| part.prose.clone()).unwrap_or_default()
        }
        _ => Prose::default(),
    }
}

/// The hint of a step and its sentence patterns; a pattern goes to the end of the field that has
/// (or last had) the caret, when that field belongs to this step, else to `place`.
#[component]
pub fn Patterns(
    /// The field that patterns go to.
    place: Place,
) -> impl IntoView {
    let session = use_session();
    let prose = session.draft.with_untracked(|draft| prose(&draft.template, place));
    let insert = move |pattern: String| {
        let target = session
            .active
            .get_untracked()
            .filter(|active| {
                session
                    .draft
                    .with_untracked(|draft| takes_patterns(*active) && same_step(*active, place, draft))
            })
            .unwrap_or(place);
        let range = session.change(Cause::Step, |draft| {
            let text = edit::get_text(draft, target)?.into_owned();
            let joint =
                if text.is_empty() || text.ends_with(['。', '\n', '；', '：']) { "" } else { "\n" };
            let written = format!("{text}{joint}{pattern}");
            edit::set_text(draft, target, &written);
            // The first slot is what the writer fills in next.
            let begins = written.len() - pattern.len();
            let slot = pattern.find('〔').zip(pattern.find('〕'));
            Some(slot.map_or(written.len()..written.len(), |(from, to)| {
                begins + from..begins + to + '〕'.len_utf8()
            }))
        });
        focus::later(target, range);
    };
    view! {
        <div class="guide">
            {(!prose.hint.is_empty()).then(|| view! { <p class="guide-hint">{prose.hint.clone()}</p> })}
            {(!prose.patterns.is_empty())
                .then(|| {
                    view! {
                        <details class="patterns">
                            <summary>{words::INSERT_PATTERN.text()}</summary>
                            <ul>
                                {prose
                                    .patterns
                                    .iter()
                                    .map(|pattern| {
                                        let words = pattern.clone();
                                        let shown = pattern.clone();
                                        view! {
                                            <li>
                                                <button type="button" class="pattern" on:click=move |_| insert(words.clone())>
                                                    {shown}
                                                </button>
                                            </li>
                                        }
                                    })
                                    .collect_view()}
                            </ul>
                        </details>
                    }
                })}
        </div>
    }
}

fn takes_patterns(place: Place) -> bool {
    matches!(place, Place::Preamble | Place::Closing | Place::PartText(_) | Place::ItemText(_))
}

fn same_step(one: Place, other: Place, draft: &Draft) -> bool {
    Step::of(one, draft) == Step::of(other, draft)
}
