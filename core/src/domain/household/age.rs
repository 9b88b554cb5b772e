//! When somebody reaches an age.
//!
//! An age is reached when the day of birth begins. Who was born on 29 February reaches it on 29 February in leap years and on
//! 1 March in others: the year isn't full before 28 February is over. No Norwegian statute that was found says so (it is read
//! out of "har fylt … år" in vergemålsloven § 8); `shelf::Party::age` counts alike. A guardian's power ends on the day on which
//! the child's begins, so neither reading leaves a day when nobody may act.

use jiff::civil::Date;

/// Myndighetsalder: who is younger is a minor (vergemålsloven § 8). Nobody can be acted for from here on.
pub const OF_AGE: u8 = 18;

/// The day on which somebody born on `born` has that many years; the end of the calendar when that lies beyond it.
#[must_use]
pub fn reaches(born: Date, years: u8) -> Date {
    let Some(year) = born.year().checked_add(i16::from(years)) else {
        return Date::MAX;
    };
    let day = Date::new(year, born.month(), born.day());
    day.or_else(|_| Date::new(year, 3, 1)).unwrap_or(Date::MAX)
}

/// Whole years that day; 0 before birth.
#[must_use]
pub fn age_on(born: Date, day: Date) -> u8 {
    let years = (i32::from(day.year()) - i32::from(born.year())).clamp(0, i32::from(u8::MAX));
    let years = u8::try_from(years).unwrap_or(u8::MAX);
    if reaches(born, years) <= day {
        years
    } else {
        years.saturating_sub(1)
    }
}
