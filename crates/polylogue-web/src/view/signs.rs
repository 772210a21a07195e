//! The signs used here.

use crate::asked::Asked;
use crate::trouble::Trouble;

/// The page of signs shows what every page knows.
#[derive(Debug, Clone, Copy)]
pub struct SignsView;

/// Reads the view.
///
/// # Errors
/// None.
pub fn load(_asked: &Asked<'_>) -> Result<SignsView, Trouble> {
    Ok(SignsView)
}
