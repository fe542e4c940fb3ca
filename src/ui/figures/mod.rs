//! The step 数据指标: the table of figures.

use leptos::prelude::*;

/// The table of figures.
#[component]
pub fn FiguresStep() -> impl IntoView {
    view! { <section></section> }
}
