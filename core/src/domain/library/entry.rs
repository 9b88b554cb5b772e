//! What the directory says about a library. Nothing about persons: leaders' names and the directory's secret codes are left
//! out by the service and would be dropped here.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{AgeLimits, LibraryNumber};
use crate::domain::{barcode::Symbology, language::Language};

/// A library in the national directory.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct LibraryEntry {
    /// Biblioteknummer.
    pub number: LibraryNumber,
    /// What it is called, the first being what it calls itself; at least one.
    pub names: Vec<Name>,
    /// Town or district, for telling libraries apart.
    pub place: String,
    /// Where it lies now.
    pub municipality: Municipality,
    /// County (fylke) by name.
    pub county: String,
    /// The library that it is a branch of (`overordnet`).
    #[serde(default)]
    pub branch_of: Option<LibraryNumber>,
    /// Where its door is.
    #[serde(default)]
    pub position: Option<Position>,
    /// Closed, or going to be.
    #[serde(default)]
    pub closing: Option<Closing>,
    /// What its readers read.
    #[serde(default)]
    pub symbology: Symbology,
    /// From which age what is possible.
    #[serde(default)]
    pub ages: AgeLimits,
    /// How one becomes a patron.
    #[serde(default)]
    pub activation: Activation,
    /// Meråpent: the card opens the door when nobody is at work.
    #[serde(default)]
    pub staffless: bool,
    /// How to reach it.
    #[serde(default)]
    pub contact: Contact,
}

/// A name in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Name {
    /// The language.
    pub language: Language,
    /// The name.
    pub text: String,
}

/// Kommune.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Municipality {
    /// Kommunenummer, four digits, as of now (`kommnr`); not those inside the library's number.
    pub number: String,
    /// Its name.
    pub name: String,
}

/// A place on Earth (WGS 84) in millionths of a degree, about 11 cm; whole numbers are the same in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Degrees")]
pub struct Position {
    lat_e6: i32,
    lon_e6: i32,
}

#[derive(Deserialize)]
struct Degrees {
    lat_e6: i32,
    lon_e6: i32,
}

/// Stengt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase", tag = "kind")]
pub enum Closing {
    /// For a while (`U`).
    Temporary {
        /// First day closed; unknown means already.
        #[serde(default)]
        from: Option<Date>,
        /// Last day closed; unknown means until further notice.
        #[serde(default)]
        to: Option<Date>,
    },
    /// For good (`X`).
    Permanent {
        /// First day closed; unknown means already.
        #[serde(default)]
        from: Option<Date>,
    },
}

/// How one becomes a patron.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Activation {
    /// In the app.
    Digital,
    /// At the desk; what holds where nothing is known.
    #[default]
    InPerson,
}

/// How to reach a library, never a person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct Contact {
    /// E-mail.
    #[serde(default)]
    pub email: Option<String>,
    /// Phone number as the library writes it.
    #[serde(default)]
    pub phone: Option<String>,
    /// Home page.
    #[serde(default)]
    pub web: Option<String>,
}

const MICRO: f64 = 1e6;
const EARTH_RADIUS_KM: f64 = 6371.0088; // IUGG mean radius

impl LibraryEntry {
    /// The name in that language, else what the library calls itself.
    #[must_use]
    pub fn name_in(&self, language: Language) -> &str {
        let name = self.names.iter().find(|n| n.language == language);
        name.or(self.names.first()).map_or("", |n| &n.text)
    }

    /// Whether it is closed for good that day.
    #[must_use]
    pub fn is_gone(&self, today: Date) -> bool {
        matches!(self.closing, Some(Closing::Permanent { from }) if from.is_none_or(|from| from <= today))
    }

    /// Whether it is closed for a while that day.
    #[must_use]
    pub fn is_closed_for_now(&self, today: Date) -> bool {
        matches!(self.closing, Some(Closing::Temporary { from, to })
            if from.is_none_or(|from| from <= today) && to.is_none_or(|to| today <= to))
    }
}

impl Position {
    /// From degrees north and east; `None` where there is no such place.
    #[must_use]
    pub fn from_degrees(north: f64, east: f64) -> Option<Self> {
        let inside = (-90.0..=90.0).contains(&north) && (-180.0..=180.0).contains(&east);
        #[expect(clippy::cast_possible_truncation, reason = "inside the globe it fits")]
        inside.then(|| Self {
            lat_e6: (north * MICRO).round() as i32,
            lon_e6: (east * MICRO).round() as i32,
        })
    }

    /// From millionths of a degree north and east; `None` where there is no such place.
    #[must_use]
    pub fn from_millionths(lat_e6: i32, lon_e6: i32) -> Option<Self> {
        Self::from_degrees(f64::from(lat_e6) / MICRO, f64::from(lon_e6) / MICRO)
    }

    /// Along the ground to another place, in kilometres, on a sphere (haversine); half a per cent off at worst.
    #[must_use]
    pub fn km_to(self, other: Self) -> f64 {
        let ((north, east), (to_north, to_east)) = (self.radians(), other.radians());
        let half = |angle: f64| (angle / 2.0).sin().powi(2);
        let hav = half(to_north - north) + north.cos() * to_north.cos() * half(to_east - east);
        2.0 * EARTH_RADIUS_KM * hav.clamp(0.0, 1.0).sqrt().asin()
    }

    fn radians(self) -> (f64, f64) {
        let radians = |e6: i32| (f64::from(e6) / MICRO).to_radians();
        (radians(self.lat_e6), radians(self.lon_e6))
    }
}

impl TryFrom<Degrees> for Position {
    type Error = &'static str;

    fn try_from(Degrees { lat_e6, lon_e6 }: Degrees) -> Result<Self, Self::Error> {
        Self::from_millionths(lat_e6, lon_e6).ok_or("no such place on Earth")
    }
}
