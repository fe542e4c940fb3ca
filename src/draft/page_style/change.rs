//! Changes of the settings that take along what hangs on them.

use super::{Face, PageStyle, SettingError, TextKind, read_half_points};

impl PageStyle {
    /// A changed copy in which what hangs on the change went along.
    pub(super) fn changed(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut next = self.clone();
        change(&mut next);
        // The page number keeps its distance from the text, whatever the margin or its size.
        if next.footer == self.footer {
            next.footer += self.page_number_distance_change(&next);
        }
        if next.characters == self.characters && self.characters == self.natural_characters() {
            next.characters = next.natural_characters();
        }
        next
    }

    fn page_number_distance_change(&self, next: &Self) -> i32 {
        next.page_number_distance() - self.page_number_distance()
    }

    /// The settings with another font for a kind of text.
    pub fn with_font(&self, kind: TextKind, typed: &str) -> Result<Self, SettingError> {
        let name = typed.trim();
        if name.is_empty() || name.contains([',', '，', ';', '"', '<', '>', '&']) || name.chars().count() > 40
        {
            return Err(SettingError::NoFont);
        }
        let face = self.face(kind).named(name);
        Ok(self.with_face(kind, face))
    }

    /// The settings with another size for a kind of text. Lines of the title and of tables keep
    /// their proportion to the type.
    pub fn with_size(&self, kind: TextKind, typed: &str) -> Result<Self, SettingError> {
        let half_points = read_half_points(typed).ok_or(SettingError::NoSize)?;
        let next = self.with_face(kind, Face { half_points, ..self.face(kind).clone() });
        if next.usable() == next { Ok(next) } else { Err(SettingError::SizeTooLarge) }
    }

    /// The settings with another face for a kind of text.
    pub fn with_face(&self, kind: TextKind, face: Face) -> Self {
        self.changed(|page| {
            let before = page.face(kind).em_twips();
            *page.face_mut(kind) = face;
            let em = page.face(kind).em_twips();
            match kind {
                TextKind::Table if page.table_pitch == before * 13 / 10 => page.table_pitch = em * 13 / 10,
                TextKind::Title if page.title_pitch < em * 5 / 4 => page.title_pitch = em * 3 / 2,
                _ => {}
            }
        })
    }
}
