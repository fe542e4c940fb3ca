//! A number among the settings.

use super::Sheet;
use super::typed::TypedInput;
use crate::draft::history::Cause;
use crate::draft::page_style::Setting;
use crate::ui::control::Field;
use crate::ui::words::sheet as words;
use leptos::prelude::*;

/// The field of a number, with its unit in the label.
#[component]
pub fn NumberField(
    /// Which.
    setting: Setting,
) -> impl IntoView {
    let Sheet { session, page, .. } = Sheet::expect();
    let id = id(setting);
    let error = RwSignal::new(None::<String>);
    let shown = Memo::new(move |_| page.with(|page| setting.words(page)));
    let write = move |typed: &str| {
        let next = page.with_untracked(|page| setting.read(typed, page)).map_err(|why| why.to_string())?;
        session.change(Cause::Setting(id), |draft| draft.page = next);
        Ok(())
    };
    view! {
        <Field id=id label=words::number(setting) error=error>
            <TypedInput id=id.to_owned() shown=shown write=write error=error />
        </Field>
    }
}

fn id(setting: Setting) -> &'static str {
    match setting {
        Setting::PaperWidth => "sheet-paper-width",
        Setting::PaperHeight => "sheet-paper-height",
        Setting::Top => "sheet-top",
        Setting::Bottom => "sheet-bottom",
        Setting::Left => "sheet-left",
        Setting::Right => "sheet-right",
        Setting::LinePitch => "sheet-line-pitch",
        Setting::Characters => "sheet-characters",
        Setting::Indent => "sheet-indent",
        Setting::TitlePitch => "sheet-title-pitch",
        Setting::TitleGap => "sheet-title-gap",
        Setting::NoteGap => "sheet-note-gap",
        Setting::SignatureGap => "sheet-signature-gap",
        Setting::SignatureInset => "sheet-signature-inset",
        Setting::DateInset => "sheet-date-inset",
        Setting::SealInset => "sheet-seal-inset",
        Setting::TablePitch => "sheet-table-pitch",
        Setting::RowHeight => "sheet-row-height",
        Setting::CellMargin => "sheet-cell-margin",
        Setting::NumberDistance => "sheet-number-distance",
        Setting::NumberInset => "sheet-number-inset",
    }
}
