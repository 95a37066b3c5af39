//! What time it is. The only place that asks for it; everywhere else the time is passed in.

use jiff::{Timestamp, ZonedDateTime, civil};

/// Now, in UTC.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Today, where the user is.
pub fn today() -> civil::Date {
    ZonedDateTime::now().date()
}
