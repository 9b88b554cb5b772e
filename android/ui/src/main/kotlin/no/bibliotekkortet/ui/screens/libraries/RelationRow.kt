package no.bibliotekkortet.ui.screens.libraries

/** A library where the person is something: what, since when, and whether it is closed. */
@Composable
internal fun RelationRow(
    relation: RelationView,
    moments: Moments,
    onOpen: () -> Unit,
) {
    val words = LocalStrings.current
    val library = relation.profile.library
    Row(
        Modifier
            .fillMaxWidth()
            .clickable(role = Role.Button, onClick = onOpen)
            .heightIn(min = 64.dp)
            .padding(horizontal = Space.Regular, vertical = Space.Medium)
            .testTag(Tags.libraryRow(library.number)),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (!largeText) {
            val tint = with(MaterialTheme.colorScheme) { if (relation.home) primary else onSurfaceVariant }
            WordIcon(if (relation.home) CardIcons.Home else CardIcons.Library, tint, Modifier.padding(end = Space.Regular))
        }
        Column(Modifier.weight(1f), Arrangement.spacedBy(3.dp)) {
            FittingText(library.name, MaterialTheme.typography.titleSmall)
            Quiet(library.place, style = MaterialTheme.typography.bodySmall)
            Standing(relation, moments, Modifier.testTag(Tags.relation(library.number)))
            relation.profile.closing?.let {
                StatusLine(CardIcons.Block, closing(it, words, moments), AppTheme.card.ageing.text)
            }
        }
        WordIcon(CardIcons.Forward, MaterialTheme.colorScheme.onSurfaceVariant, Modifier.padding(start = Space.Small), size = 18.dp)
    }
}

/** What the person is there, in words with a sign. */
@Composable
internal fun Standing(
    relation: RelationView,
    moments: Moments,
    modifier: Modifier = Modifier,
    style: TextStyle = MaterialTheme.typography.bodySmall,
) {
    val (icon, color) = lookOf(relation.standing)
    StatusLine(icon, standing(relation, LocalStrings.current, moments), color, modifier, style)
}

/** The sign and the colour of a standing; its words say the same. */
@Composable
internal fun lookOf(standing: Standing): Pair<ImageVector, Color> =
    when (standing) {
        Standing.ACTIVE -> CardIcons.Check to AppTheme.card.fresh.text
        Standing.PENDING -> CardIcons.Clock to AppTheme.card.ageing.text
        Standing.GUEST -> CardIcons.Person to AppTheme.card.offline.text
        Standing.BLOCKED -> CardIcons.Block to AppTheme.card.blocked.text
        Standing.ENDED, Standing.NONE -> CardIcons.Info to AppTheme.card.ended.text
    }
