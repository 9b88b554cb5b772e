package no.bibliotekkortet.ui.parts

/** Nothing is here: a picture, one sentence, and perhaps what to do. */
@Composable
fun Empty(
    icon: ImageVector,
    title: String,
    text: String?,
    tag: String,
    modifier: Modifier = Modifier,
) = Column(
    modifier.fillMaxWidth().padding(horizontal = Space.Regular, vertical = Space.Huge).testTag(tag),
    horizontalAlignment = Alignment.CenterHorizontally,
) {
    Box(
        Modifier.size(88.dp).clip(CircleShape).background(MaterialTheme.colorScheme.primaryContainer),
        contentAlignment = Alignment.Center,
    ) { Icon(icon, null, Modifier.size(40.dp), MaterialTheme.colorScheme.onPrimaryContainer) }
    FittingText(title, MaterialTheme.typography.titleMedium, Modifier.padding(top = Space.Regular), align = TextAlign.Center)
    text?.let {
        FittingText(
            it,
            MaterialTheme.typography.bodyMedium,
            Modifier.padding(top = Space.Tiny),
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            align = TextAlign.Center,
        )
    }
}

/** Something that waits for the person: what, why, and the button for it. */
@Composable
fun Panel(
    icon: ImageVector,
    title: String,
    text: String?,
    colors: StatusColors,
    tag: String?,
    modifier: Modifier = Modifier,
    button: @Composable ColumnScope.() -> Unit = {},
) = Column(
    modifier
        .fillMaxWidth()
        .clip(MaterialTheme.shapes.large)
        .background(colors.container)
        .padding(Space.Regular)
        .then(if (tag == null) Modifier else Modifier.testTag(tag)),
) {
    Row {
        if (!largeText) WordIcon(icon, colors.text, Modifier.padding(end = Space.Medium, top = 1.dp))
        Column(Modifier.weight(1f)) {
            FittingText(title, MaterialTheme.typography.titleSmall, color = colors.text)
            text?.let {
                FittingText(
                    it,
                    MaterialTheme.typography.bodyMedium,
                    Modifier.padding(top = Space.Hair),
                    color = MaterialTheme.colorScheme.onSurface,
                )
            }
        }
    }
    button()
}
