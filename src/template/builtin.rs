//! The templates that come with the app, embedded as data.

use super::Template;
use std::sync::LazyLock;

/// In the order in which they are offered.
const SOURCES: [&str; 7] = [
    include_str!("builtin/district-half-year.json"),
    include_str!("builtin/township-year.json"),
    include_str!("builtin/zone.json"),
    include_str!("builtin/school.json"),
    include_str!("builtin/enterprise.json"),
    include_str!("builtin/branch-short.json"),
    include_str!("builtin/thematic.json"),
];

static BUILT_IN: LazyLock<Vec<Template>> = LazyLock::new(|| {
    // The texts are part of the program and a test reads each, so none can fail on a user.
    let read = |source: &&str| serde_json::from_str(source).expect("an embedded template is well formed");
    SOURCES.iter().map(read).collect()
});

/// The templates that come with the app, in the order in which they are offered.
pub fn built_in() -> &'static [Template] {
    &BUILT_IN
}

/// A template by its permanent name.
pub fn find(id: &str) -> Option<&'static Template> {
    built_in().iter().find(|template| template.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// Every field of the source arrives; a misspelt one would be dropped without a word.
    fn arrives(source: &Value, read: &Value, path: &str) {
        match (source, read) {
            (Value::Object(source), Value::Object(read)) => {
                for (key, value) in source {
                    let field = read.get(key).unwrap_or_else(|| panic!("{path}/{key} is no field"));
                    arrives(value, field, &format!("{path}/{key}"));
                }
            }
            (Value::Array(source), Value::Array(read)) => {
                assert_eq!(source.len(), read.len(), "{path}");
                let pairs = source.iter().zip(read).enumerate();
                pairs.for_each(|(at, (source, read))| arrives(source, read, &format!("{path}/{at}")));
            }
            _ => assert_eq!(source, read, "{path}"),
        }
    }

    #[test]
    fn every_embedded_template_is_read_to_the_last_field() {
        for (source, template) in SOURCES.iter().zip(built_in()) {
            let source: Value = serde_json::from_str(source).unwrap();
            arrives(&source, &serde_json::to_value(template).unwrap(), &template.id);
            assert_eq!(find(&template.id), Some(template));
        }
        assert_eq!(find("nothing"), None);
    }
}
