//! Libraries: their number, what the directory says about one, and what a person is to one.

mod age;
mod entry;
mod number;
mod relation;

pub use age::{AgeLimits, Agreement, Signs};
pub use entry::{Activation, Closing, Contact, LibraryEntry, Municipality, Name, Position};
pub use number::{LibraryKind, LibraryNumber, LibraryNumberError};
pub use relation::{
    Confirmed, Membership, NotActive, NotAllowed, Relation, RelationEvent, Standing, TRANSITIONS, home,
};
