//! Joining a commons.

use crate::asked::Asked;
use crate::trouble::Trouble;

/// The page that takes an invitation shows nothing but its form.
#[derive(Debug, Clone, Copy)]
pub struct JoinView;

/// Reads the view.
///
/// # Errors
/// None.
pub fn load(_asked: &Asked<'_>) -> Result<JoinView, Trouble> {
    Ok(JoinView)
}
