//! What gold articles and tables share: findings as expectation and report both state them, and their comparison.

pub mod comparison;
pub mod findings;
pub mod gold_lines;
pub mod known_failures;
pub mod places;
