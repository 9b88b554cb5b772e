package no.bibliotekkortet.ui.screens.libraries

/** The line to search on, and the way to put the nearest first where the device knows its place. */
@Composable
internal fun Search(
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val focus = remember { FocusRequester() }
    // The letters are here at once; what they find comes when it comes.
    var typed by remember { mutableStateOf(TextFieldValue(shell.query, TextRange(shell.query.length))) }
    LaunchedEffect(Unit) { focus.requestFocus() }
    val change = { value: TextFieldValue ->
        val other = value.text != typed.text
        typed = value
        if (other) actions.find(value.text)
    }
    OutlinedTextField(
        typed,
        change,
        Modifier.fillMaxWidth().focusRequester(focus).testTag(Tags.SEARCH_FIELD).semantics { contentDescription = words.findLabel },
        singleLine = true,
        textStyle = MaterialTheme.typography.bodyLarge,
        placeholder = {
            if (!largeText) Text(words.findLabel, Modifier.clearAndSetSemantics {}, style = MaterialTheme.typography.bodyMedium)
        },
        leadingIcon = if (largeText) null else ({ WordIcon(CardIcons.Search, MaterialTheme.colorScheme.onSurfaceVariant) }),
        trailingIcon = {
            if (typed.text.isNotEmpty()) {
                IconButton({ change(TextFieldValue()) }, Modifier.size(Space.Touch).testTag(Tags.SEARCH_CLEAR)) {
                    Icon(CardIcons.Close, words.findClear, Modifier.size(20.dp))
                }
            }
        },
        shape = MaterialTheme.shapes.medium,
        colors = fieldColors(),
        keyboardOptions = KeyboardOptions(autoCorrectEnabled = false, imeAction = ImeAction.Search),
        keyboardActions = KeyboardActions(onSearch = { actions.find(typed.text) }),
    )
    if (shell.canLocate) {
        QuietButton(words.findNear, Tags.NEAR_ME, actions::locate, Modifier.padding(top = Space.Tiny))
    }
}
