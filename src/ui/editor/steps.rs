//! The steps on the left, and the way to the next one at the foot of each form.

use super::session::use_session;
use crate::check::{Finding, Severity};
use crate::draft::{Draft, Place, Progress, progress};
use crate::ui::route::{Route, Step};
use crate::ui::words::{Word, checks, editor as words, evidence, sheet};
use icondata_lu::{LuCircle, LuCircleCheck, LuCircleDot};
use leptos::prelude::*;
use leptos_icons::Icon;

/// The name of a step.
pub fn name(step: Step) -> &'static str {
    match step {
        Step::Basic => words::STEP_BASIC.text(),
        Step::Figures => words::STEP_FIGURES.text(),
        Step::Preamble => words::STEP_PREAMBLE.text(),
        Step::Part(kind) => kind.label(),
        Step::Closing => words::STEP_CLOSING.text(),
        Step::Sheet => sheet::STEP.text(),
        Step::Finish => words::STEP_FINISH.text(),
        Step::Evidence => evidence::TITLE.text(),
    }
}

fn progress_of(step: Step, draft: &Draft) -> Progress {
    match step {
        Step::Basic => progress(draft, Place::Unit),
        Step::Figures => match draft.indicators.first() {
            Some(row) => progress(draft, Place::Indicator(row.id, crate::draft::Column::Value)),
            None => Progress::NotBegun,
        },
        Step::Preamble => progress(draft, Place::Preamble),
        Step::Part(kind) => progress(draft, Place::PartHeading(kind)),
        Step::Closing => progress(draft, Place::Closing),
        // Every draft has a layout from the beginning.
        Step::Sheet => Progress::Done,
        Step::Finish | Step::Evidence => Progress::NotBegun,
    }
}

/// Findings of a step that want a look; hints are not counted.
fn count(step: Step, draft: &Draft, findings: &[Finding]) -> usize {
    let counted = findings.iter().filter(|finding| finding.severity != Severity::Hint);
    match step {
        Step::Finish | Step::Evidence => counted.count(),
        _ => counted.filter(|finding| Step::of(finding.place, draft) == step).count(),
    }
}

#[derive(Clone, PartialEq)]
struct Row {
    step: Step,
    progress: Progress,
    findings: usize,
    left_out: bool,
}

/// The list of steps.
#[component]
pub fn StepList() -> impl IntoView {
    let session = use_session();
    let current = expect_context::<Memo<Step>>();
    let rows = Memo::new(move |_| {
        let findings = session.findings.get();
        session.draft.with(|draft| {
            Step::all(draft)
                .into_iter()
                .map(|step| Row {
                    step,
                    progress: progress_of(step, draft),
                    findings: count(step, draft, &findings),
                    left_out: matches!(step, Step::Part(kind) if draft.part(kind).is_some_and(|part| part.left_out)),
                })
                .collect::<Vec<_>>()
        })
    });
    let id = Memo::new(move |_| session.draft.with(|draft| draft.id.clone()));
    // On a narrow screen the steps are a strip: the present one stays in sight.
    Effect::new(move |_| {
        current.track();
        request_animation_frame(|| {
            if let Ok(Some(step)) = document().query_selector(".step[aria-current]") {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                options.set_inline(web_sys::ScrollLogicalPosition::Center);
                step.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    });
    let numbered = move || rows.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <nav class="steps" aria-label=words::STEPS.text()>
            <ol>
                <For each=numbered key=|(index, row)| (*index, row.step, row.progress as u8, row.findings, row.left_out) let:entry>
                    {
                        let (_, row) = entry;
                        let (icon, word): (_, Word) = match row.progress {
                            Progress::Done => (LuCircleCheck, words::DONE),
                            Progress::Begun => (LuCircleDot, words::BEGUN),
                            Progress::NotBegun => (LuCircle, words::NOT_BEGUN),
                        };
                        let step = row.step;
                        view! {
                            <li>
                                <a
                                    class="step"
                                    class:left-out=row.left_out
                                    class:done=row.progress == Progress::Done
                                    class:finish=step == Step::Finish
                                    href=move || Route::Editor(id.get(), step).hash()
                                    aria-current=move || (current.get().listed() == step).then_some("step")
                                >
                                    <span class="icon" aria-hidden="true">
                                        <Icon icon=icon />
                                    </span>
                                    <span class="step-name">{name(step)}</span>
                                    <span class="visually-hidden">{word.text()}</span>
                                    {(row.findings > 0)
                                        .then(|| {
                                            view! {
                                                <span class="badge" title=checks::to_look_at(row.findings)>
                                                    {row.findings}
                                                    <span class="visually-hidden">{checks::to_look_at(row.findings)}</span>
                                                </span>
                                            }
                                        })}
                                </a>
                            </li>
                        }
                    }
                </For>
            </ol>
        </nav>
    }
}

/// The way on and back at the foot of a form.
#[component]
pub fn StepFooter() -> impl IntoView {
    let session = use_session();
    let current = expect_context::<Memo<Step>>();
    let beside = move |by: isize| {
        let steps = session.draft.with(Step::all);
        let at = steps.iter().position(|step| *step == current.get())?;
        steps.get(at.checked_add_signed(by)?).copied()
    };
    let button = move |by: isize, word: Word, class: &'static str| {
        move || {
            beside(by).map(|step| {
                view! {
                    <button type="button" class=class on:click=move |_| session.show(step)>
                        {format!("{}：{}", word.text(), name(step))}
                    </button>
                }
            })
        }
    };
    view! {
        <footer class="form-foot">
            {button(-1, words::PREVIOUS_STEP, "button")}
            {button(1, words::NEXT_STEP, "button primary")}
        </footer>
    }
}
