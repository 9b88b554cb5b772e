//! One slip of the finger: a letter too many, too few, wrong, or two swapped.

/// Whether `key` begins with `token` up to one slip; then how many bytes of `key` that takes.
pub(super) fn begins(key: &[u8], token: &[u8]) -> Option<usize> {
    let same = key.iter().zip(token).take_while(|(a, b)| a == b).count();
    if same == token.len() {
        return Some(same);
    }
    let follows = |skip_key: usize, skip_token: usize| {
        let key = key.get(same + skip_key..)?;
        let token = token.get(same + skip_token..)?;
        key.starts_with(token).then_some(same + skip_key + token.len())
    };
    let swapped = key.get(same) == token.get(same + 1) && key.get(same + 1) == token.get(same);
    follows(1, 1)
        .or_else(|| swapped.then(|| follows(2, 2)).flatten())
        .or_else(|| follows(1, 0))
        .or_else(|| follows(0, 1))
}
