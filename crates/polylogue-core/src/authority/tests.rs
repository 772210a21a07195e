//! Laws of the authority, under schedules that broke weaker versions.
