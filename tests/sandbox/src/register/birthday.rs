//! Days of birth, and ages by them.

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

/// A day of birth as `children.json` has it.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Born {
    On(String),
    /// Whoever is to have a birthday soon, whenever the sandbox starts.
    Soon {
        turns: i16,
        in_days: i16,
    },
}

impl Born {
    pub(crate) fn date(self, began: i64) -> String {
        match self {
            Self::On(date) => date,
            Self::Soon { turns, in_days } => {
                let then = today(began).checked_add(i64::from(in_days).days());
                let born = then.and_then(|it| it.checked_sub(i64::from(turns).years()));
                born.map(|it| it.to_string()).unwrap_or_default()
            }
        }
    }
}

/// The day in Norway of this time, by its standard time all year: near midnight the service and a phone mean the same day.
pub(crate) fn today(now: i64) -> Date {
    let time = Timestamp::from_second(now).unwrap_or_default();
    Offset::constant(1).to_datetime(time).date()
}

/// Whole years on the day of this time.
pub(crate) fn age(born: &str, now: i64) -> u8 {
    let today = today(now).to_string();
    let year = |date: &str| date.get(..4).and_then(|year| year.parse::<i64>().ok()).unwrap_or(0);
    // Months and days of this form sort as texts.
    let had_birthday = today.get(5..10) >= born.get(5..10);
    let years = year(&today) - year(born) - i64::from(!had_birthday);
    u8::try_from(years.max(0)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Born, age};

    fn at(date: &str) -> Result<i64, jiff::Error> {
        let now: Timestamp = format!("{date}T23:59:59+01:00").parse()?;
        Ok(now.as_second())
    }

    #[test]
    fn one_is_older_from_the_birthday_on() -> Result<(), jiff::Error> {
        for (born, date, years) in [
            ("2018-03-04", "2026-03-03", 7),
            ("2018-03-04", "2026-03-04", 8),
            ("2018-03-04", "2026-12-31", 8),
            ("2018-03-04", "2018-03-04", 0),
            ("2018-03-04", "2000-01-01", 0),
            ("2012-02-29", "2027-02-28", 14),
            ("2012-02-29", "2027-03-01", 15),
        ] {
            assert_eq!(age(born, at(date)?), years, "{born} {date}");
        }
        Ok(())
    }

    #[test]
    fn a_birthday_can_be_soon_whenever_it_all_began() -> Result<(), jiff::Error> {
        for (began, born) in [
            ("2026-11-18", "2013-11-19"),
            ("2026-12-31", "2014-01-01"),
            ("2028-02-28", "2015-02-28"),
        ] {
            let soon = Born::Soon { turns: 13, in_days: 1 };
            let (date, began) = (soon.date(at(began)?), at(began)?);
            assert_eq!(date, born);
            assert_eq!(age(&date, began + 2 * 86_400), 13);
        }
        Ok(())
    }
}
