//! Which screen is shown: kept in the address behind `#`, so that it works from a folder, from a
//! file and in any sub-directory, and so that Back and reload do what people expect.

use crate::draft::{Column, Draft, DraftId, PartKind, Place};
use leptos::ev;
use leptos::prelude::*;

/// A step of the editor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Step {
    /// 基本信息
    #[default]
    Basic,
    /// 数据指标
    Figures,
    /// 开头
    Preamble,
    /// One of the four parts
    Part(PartKind),
    /// 结尾落款
    Closing,
    /// 版式
    Sheet,
    /// 核对导出
    Finish,
    /// 数据核对表, a page of the step before; not in the list of steps
    Evidence,
}

impl Step {
    /// The steps of a draft in the order in which its template puts the parts.
    pub fn all(draft: &Draft) -> Vec<Self> {
        let mut steps = vec![Self::Basic, Self::Figures, Self::Preamble];
        steps.extend(draft.parts.iter().map(|part| Self::Part(part.kind)));
        steps.extend([Self::Closing, Self::Sheet, Self::Finish]);
        steps
    }

    /// The step whose form holds a place.
    pub fn of(place: Place, draft: &Draft) -> Self {
        match place {
            Place::Unit | Place::Period | Place::Title | Place::Addressee => Self::Basic,
            Place::Preamble => Self::Preamble,
            Place::Closing | Place::Signature | Place::Date => Self::Closing,
            Place::AttachmentTitle(_) | Place::AttachmentText(_) => Self::Closing,
            Place::Indicator(..) => Self::Figures,
            _ => place.part(draft).map_or(Self::Basic, Self::Part),
        }
    }

    /// The step of the list that it belongs to.
    pub fn listed(self) -> Self {
        if self == Self::Evidence { Self::Finish } else { self }
    }

    /// The place that stands first in the pages of what the step holds.
    pub fn first_place(self, draft: &Draft) -> Option<Place> {
        match self {
            Self::Basic => Some(Place::Title),
            Self::Preamble => Some(Place::Preamble),
            Self::Part(kind) => Some(Place::PartHeading(kind)),
            Self::Closing => Some(Place::Closing),
            Self::Figures => draft.indicators.first().map(|row| Place::Indicator(row.id, Column::Name)),
            Self::Sheet | Self::Finish | Self::Evidence => None,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Figures => "figures",
            Self::Preamble => "preamble",
            Self::Part(kind) => kind.code(),
            Self::Closing => "closing",
            Self::Sheet => "sheet",
            Self::Finish => "finish",
            Self::Evidence => "evidence",
        }
    }

    fn read(code: &str) -> Option<Self> {
        let fixed = [
            Self::Basic,
            Self::Figures,
            Self::Preamble,
            Self::Closing,
            Self::Sheet,
            Self::Finish,
            Self::Evidence,
        ];
        let parts = PartKind::ALL.map(Self::Part);
        fixed.into_iter().chain(parts).find(|step| step.code() == code)
    }
}

/// A screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The list of drafts.
    #[default]
    Start,
    /// Deleted drafts.
    Trash,
    /// A draft in the editor.
    Editor(DraftId, Step),
}

impl Route {
    /// The address behind `#`.
    pub fn hash(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Trash => "#/trash".to_owned(),
            Self::Editor(id, step) => format!("#/draft/{id}/{}", step.code()),
        }
    }

    /// Reads an address; what is not known leads to the start.
    pub fn read(hash: &str) -> Self {
        let mut pieces = hash.trim_start_matches(['#', '/']).split('/');
        match (pieces.next(), pieces.next(), pieces.next()) {
            (Some("trash"), ..) => Self::Trash,
            (Some("draft"), Some(id), step) if !id.is_empty() => {
                let step = step.and_then(Step::read).unwrap_or_default();
                Self::Editor(DraftId(id.to_owned()), step)
            }
            _ => Self::Start,
        }
    }
}

/// The address as a signal.
#[derive(Clone, Copy)]
pub struct Router {
    route: RwSignal<Route>,
}

impl Router {
    /// Reads the address and follows it from now on.
    pub fn start() -> Self {
        let route = RwSignal::new(Route::read(&current_hash()));
        let listener = window_event_listener(ev::hashchange, move |_| {
            let now = Route::read(&current_hash());
            if route.get_untracked() != now {
                route.set(now);
            }
        });
        on_cleanup(move || listener.remove());
        Self { route }
    }

    /// The present screen.
    pub fn route(self) -> Signal<Route> {
        self.route.into()
    }

    /// Goes to a screen; Back leads to the one before.
    pub fn go(self, to: Route) {
        if self.route.get_untracked() != to {
            // The signal first: the screen changes even where the address cannot.
            let hash = to.hash();
            self.route.set(to);
            let _ = window().location().set_hash(&hash);
        }
    }
}

fn current_hash() -> String {
    window().location().hash().unwrap_or_default()
}
