//! Telephone numbers.

use card_core::domain::phone::{Phone, PhoneError};
use proptest::prelude::*;

#[test]
fn other_countries_and_refusals() {
    let read = |text| Phone::parse(text).map(|phone| phone.as_str().to_owned());
    for (typed, number) in [
        ("+44 7700 900123", "+447700900123"),
        ("0044 (7700) 900-123", "+447700900123"),
        ("+1 202.555.0123", "+12025550123"),
        ("40 00 00 00", "+4740000000"),
        ("+47 40000000", "+4740000000"),
        ("0047 40000000", "+4740000000"),
    ] {
        assert_eq!(read(typed), Ok(number.to_owned()), "{typed}");
    }
    for (typed, why) in [
        (" ", PhoneError::Empty),
        ("4000000o", PhoneError::NotDigits { character: 'o' }),
        ("++4740000000", PhoneError::NotDigits { character: '+' }),
        ("4000000", PhoneError::WrongLength { digits: 7 }),
        ("+47 400 00 00", PhoneError::WrongLength { digits: 7 }),
        ("+47 4000 00000", PhoneError::WrongLength { digits: 9 }),
        ("10000000", PhoneError::NotNorwegian),
        ("4740000000", PhoneError::NoCountry),
        ("+", PhoneError::NotInternational),
        ("+12", PhoneError::NotInternational),
        ("+0123456789", PhoneError::NotInternational),
        ("+1234567890123456", PhoneError::NotInternational),
        ("٤٠٠٠٠٠٠٠", PhoneError::NotDigits { character: '٤' }),
    ] {
        assert_eq!(read(typed), Err(why), "{typed}");
    }
}

proptest! {
    #[test]
    fn however_it_is_typed_it_is_one_number(digits in "[2-9][0-9]{7}", country in "(\\+47|0047|)", gap in "[ .-]?") {
        let typed = format!("{country}{gap}{}{gap}{}", &digits[..3], &digits[3..]);
        let phone = Phone::parse(&typed).unwrap();
        prop_assert_eq!(phone.as_str(), format!("+47{digits}"));
        prop_assert_eq!(phone.is_mobile(), Some(digits.starts_with(['4', '9'])));
        prop_assert_eq!(Phone::parse(phone.as_str()), Ok(phone.clone()));
    }

    #[test]
    fn nothing_panics(text in "\\PC{0,20}") {
        if let Ok(phone) = Phone::parse(&text) {
            prop_assert_eq!(Phone::parse(phone.as_str()), Ok(phone.clone()));
        }
    }
}
