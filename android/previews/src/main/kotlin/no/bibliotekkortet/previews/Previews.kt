package no.bibliotekkortet.previews

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font
import androidx.compose.ui.tooling.preview.Preview
import androidx.compose.ui.tooling.preview.PreviewParameter
import androidx.compose.ui.tooling.preview.PreviewParameterProvider
import no.bibliotekkortet.ui.BibliotekkortetApp
import no.bibliotekkortet.ui.theme.LocalAppFont

private const val WIDTH = 412
private const val HEIGHT = 892

/** The bundled typeface, from the class path. */
val inter: FontFamily =
    FontFamily(
        listOf("Regular" to 400, "Medium" to 500, "SemiBold" to 600, "Bold" to 700).map { (name, weight) ->
            val bytes = checkNotNull(CatalogueEntry::class.java.getResourceAsStream("/fonts/Inter-$name.otf")) { "no font $name" }
            Font("Inter-$name", bytes.use { it.readBytes() }, FontWeight(weight))
        },
    )

/** The catalogue that screenshots and tests draw, for the preview pane of an IDE. */
private class States : PreviewParameterProvider<CatalogueEntry> {
    override val values = Catalogue.all.asSequence()
}

@Preview(name = "light", widthDp = WIDTH, heightDp = HEIGHT)
@Composable
private fun Light(
    @PreviewParameter(States::class) entry: CatalogueEntry,
) = Still(entry, dark = false)

@Preview(name = "dark, large text", widthDp = WIDTH, heightDp = HEIGHT, fontScale = 2f)
@Composable
private fun Dark(
    @PreviewParameter(States::class) entry: CatalogueEntry,
) = Still(entry, dark = true)

@Composable
private fun Still(
    entry: CatalogueEntry,
    dark: Boolean,
) = CompositionLocalProvider(LocalAppFont provides inter) {
    BibliotekkortetApp(entry.state, entry.shell("nb", dark), noting { })
}
