//! The dialog that begins a draft.

use crate::browser::clock;
use crate::draft::{Place, Unit, UnitKind};
use crate::storage::Entry;
use crate::template::{self, Template};
use crate::text::{Period, Span, read_year};
use crate::ui::control::{Dialog, Field};
use crate::ui::focus;
use crate::ui::route::{Route, Step};
use crate::ui::state::App;
use crate::ui::words::{control, drafts as words, editor};
use leptos::prelude::*;

use super::row::focus_later;

const SPANS: [Span; 3] = [Span::FirstHalf, Span::SecondHalf, Span::WholeYear];

const YEAR_FIELD: &str = "new-year";

/// What is filled in; outlives the dialog, so that nothing typed is lost when it is closed.
#[derive(Clone, Copy)]
struct Form {
    name: RwSignal<String>,
    kind: RwSignal<UnitKind>,
    year: RwSignal<String>,
    span: RwSignal<Span>,
    /// The template chosen by hand.
    template: RwSignal<Option<String>>,
    year_error: RwSignal<Option<String>>,
}

impl Form {
    /// The unit of the newest draft, and the period that is due.
    fn new(app: App) -> Self {
        let unit = app.rows().with_untracked(|rows| {
            rows.iter().find_map(|row| match &row.entry {
                Entry::Readable(stored) => Some(stored.draft.unit.clone()),
                Entry::Unreadable { .. } => None,
            })
        });
        let unit = unit.unwrap_or_default();
        let period = Period::likely(clock::today());
        Self {
            name: RwSignal::new(unit.name),
            kind: RwSignal::new(unit.kind),
            year: RwSignal::new(period.year.to_string()),
            span: RwSignal::new(period.span),
            template: RwSignal::new(None),
            year_error: RwSignal::new(None),
        }
    }

    /// The templates: those for this kind of unit first, then those for this period; the ones for
    /// a single task last.
    fn offered(self) -> Vec<&'static Template> {
        let (kind, span) = (self.kind.get(), self.span.get());
        let mut offered: Vec<&Template> = template::built_in().iter().collect();
        offered.sort_by_key(|it| (it.thematic, it.kind != kind, it.span != Some(span)));
        offered
    }

    /// The chosen template, or the one that fits best; none where there are none.
    fn chosen(self) -> Option<&'static Template> {
        let offered = self.offered();
        let by_hand = self.template.get();
        let chosen = by_hand.and_then(|id| offered.iter().find(|it| it.id == id).copied());
        chosen.or_else(|| offered.first().copied())
    }

    fn check_year(self) -> Option<i16> {
        let year = read_year(&self.year.get_untracked());
        self.year_error.set(year.is_none().then(|| editor::YEAR_WRONG.text().to_owned()));
        year
    }

    fn submit(self, app: App) {
        let Some(year) = self.check_year() else {
            focus_later(YEAR_FIELD.to_owned());
            return;
        };
        let unit =
            Unit { name: self.name.get_untracked().trim().to_owned(), kind: self.kind.get_untracked() };
        let period = Period { year, span: self.span.get_untracked() };
        let id = app.create(untrack(move || self.chosen()), unit, period);
        app.router.go(Route::Editor(id, Step::Basic));
        focus::later(Place::Unit, None);
    }
}

/// The dialog that begins a draft and goes to its editor.
#[component]
pub fn NewDraftDialog(
    /// Open or closed.
    open: RwSignal<bool>,
) -> impl IntoView {
    let app = App::expect();
    let form = Form::new(app);
    view! {
        <Dialog open=open title=words::NEW>
            <form
                class="new-draft"
                novalidate=true
                on:submit=move |event| {
                    event.prevent_default();
                    form.submit(app);
                }
            >
                <div class="dialog-body">
                    <Field id="new-unit" label=editor::UNIT_NAME hint=Some(words::UNIT_NAME_HINT)>
                        <input
                            type="text"
                            class="input"
                            id="new-unit"
                            autofocus=true
                            autocomplete="organization"
                            aria-describedby="new-unit-note"
                            prop:value=form.name
                            on:input=move |event| form.name.set(event_target_value(&event))
                        />
                    </Field>
                    <div class="row">
                        <KindField form=form />
                        <Field id=YEAR_FIELD label=editor::YEAR error=form.year_error>
                            <input
                                type="text"
                                inputmode="numeric"
                                class="input"
                                id=YEAR_FIELD
                                aria-describedby="new-year-note"
                                aria-invalid=move || form.year_error.with(Option::is_some).to_string()
                                prop:value=form.year
                                on:input=move |event| {
                                    form.year.set(event_target_value(&event));
                                    if form.year_error.with_untracked(Option::is_some) {
                                        form.check_year();
                                    }
                                }
                                on:change=move |_| {
                                    form.check_year();
                                }
                            />
                        </Field>
                        <SpanField form=form />
                    </div>
                    <TemplateChoice form=form />
                </div>
                <footer class="dialog-foot">
                    <button type="button" class="button" on:click=move |_| open.set(false)>
                        {control::CANCEL.text()}
                    </button>
                    <button type="submit" class="button primary">
                        {words::BEGIN.text()}
                    </button>
                </footer>
            </form>
        </Dialog>
    }
}

#[component]
fn KindField(form: Form) -> impl IntoView {
    let choose = move |event| {
        let at = event_target_value(&event).parse().ok();
        if let Some(kind) = at.and_then(|at: usize| UnitKind::ALL.get(at).copied()) {
            form.kind.set(kind);
            // A template chosen for another kind of unit was meant for that kind.
            form.template.set(None);
        }
    };
    view! {
        <Field id="new-kind" label=editor::UNIT_KIND>
            <select class="input" id="new-kind" on:change=choose>
                {UnitKind::ALL
                    .into_iter()
                    .enumerate()
                    .map(|(at, it)| {
                        view! {
                            <option value=at.to_string() prop:selected=move || form.kind.get() == it>
                                {it.label()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </Field>
    }
}

#[component]
fn SpanField(form: Form) -> impl IntoView {
    let choose = move |event| {
        let at = event_target_value(&event).parse().ok();
        if let Some(span) = at.and_then(|at: usize| SPANS.get(at).copied()) {
            form.span.set(span);
        }
    };
    view! {
        <Field id="new-span" label=editor::SPAN>
            <select class="input" id="new-span" on:change=choose>
                {SPANS
                    .into_iter()
                    .enumerate()
                    .map(|(at, span)| {
                        view! {
                            <option value=at.to_string() prop:selected=move || form.span.get() == span>
                                {Period { year: 2000, span }.short()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </Field>
    }
}

#[component]
fn TemplateChoice(form: Form) -> impl IntoView {
    let offered = Memo::new(move |_| form.offered().into_iter().map(|it| it.id.as_str()).collect::<Vec<_>>());
    let chosen = Memo::new(move |_| form.chosen().map(|it| it.id.as_str()));
    view! {
        <Show when=move || offered.with(|offered| !offered.is_empty())>
            <fieldset class="field">
                <legend>{words::TEMPLATE.text()}</legend>
                <div class="templates">
                    <For each=move || offered.get() key=|id| *id let:id>
                        {template::find(id)
                            .map(|it| {
                                view! {
                                    <label class="template">
                                        <input
                                            type="radio"
                                            name="template"
                                            value=id
                                            prop:checked=move || chosen.get() == Some(id)
                                            on:change=move |_| form.template.set(Some(id.to_owned()))
                                        />
                                        <span class="template-name">{it.name.as_str()}</span>
                                        <span class="template-about">{it.description.as_str()}</span>
                                    </label>
                                }
                            })}
                    </For>
                </div>
            </fieldset>
        </Show>
    }
}
