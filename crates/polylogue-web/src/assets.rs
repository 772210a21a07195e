//! The files a page fetches: two style sheets and an icon, all ours, kept by browsers for good
//! under an address that changes with their content.

use polylogue_core::id::Hash;

/// A file with its type.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// Its name.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content.
    pub content: &'static str,
}

/// Type, space and colour.
pub const TOKENS: Asset = Asset {
    name: "tokens.css",
    media_type: "text/css; charset=utf-8",
    content: include_str!("../assets/tokens.css"),
};

/// Everything else about how pages look.
pub const BASE: Asset = Asset {
    name: "base.css",
    media_type: "text/css; charset=utf-8",
    content: include_str!("../assets/base.css"),
};

/// Two voices on a line.
pub const ICON: Asset = Asset {
    name: "icon.svg",
    media_type: "image/svg+xml",
    content: include_str!("../assets/icon.svg"),
};

/// Every file.
pub const ALL: [Asset; 3] = [TOKENS, BASE, ICON];

impl Asset {
    /// Its address, which changes with its content.
    #[must_use]
    pub fn address(&self) -> String {
        format!(
            "/assets/{}?v={}",
            self.name,
            Hash::of(self.content.as_bytes()).short()
        )
    }
}
