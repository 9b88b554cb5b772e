//! A sign-in on a device, as the service lists them.

use super::{door::Door, timestamp::Timestamp};

/// One sign-in. The person may end it from any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// The service's name for it.
    pub id: String,
    /// What the device called itself when the person signed in; may be empty.
    pub name: String,
    /// How the person came in.
    pub door: Door,
    /// When.
    pub signed_in_at: Timestamp,
    /// Last contact.
    pub last_seen_at: Timestamp,
    /// This one.
    pub current: bool,
}
