package no.bibliotekkortet.ui.theme

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Shapes
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.runtime.remember
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily

/** The bundled typeface. The shell loads it, since Android and a desktop find font files differently. */
val LocalAppFont = staticCompositionLocalOf<FontFamily> { FontFamily.Default }

/** The person asked the system for less motion. The shell knows. */
val LocalReducedMotion = staticCompositionLocalOf { false }

/** The person asked the system for more contrast. The shell knows. */
val LocalHighContrast = staticCompositionLocalOf { false }

private val LocalCardColors = staticCompositionLocalOf { LightCardColors }
private val LocalCardType = staticCompositionLocalOf { CardType(FontFamily.Default) }
private val LocalSheet = staticCompositionLocalOf { Color.Unspecified }

/** The card's own text styles. */
class CardType(
    family: FontFamily,
) {
    val wordmark: TextStyle = TypeTokens.wordmark(family)
    val holder: TextStyle = TypeTokens.holder(family)
    val holderDetail: TextStyle = TypeTokens.holderDetail(family)
    val number: TextStyle = TypeTokens.number(family)
    val numberLarge: TextStyle = TypeTokens.numberLarge(family)
    val freshness: TextStyle = TypeTokens.freshness(family)
}

/** What Material has no role for. */
object AppTheme {
    val card: CardColors
        @Composable @ReadOnlyComposable
        get() = LocalCardColors.current

    val type: CardType
        @Composable @ReadOnlyComposable
        get() = LocalCardType.current

    /** The ground of a sheet that lies on the page: lighter than it, by day and night. */
    val sheet: Color
        @Composable @ReadOnlyComposable
        get() = LocalSheet.current
}

/** Sea, paper and ink. [dark] null follows the system. */
@Composable
fun AppTheme(
    dark: Boolean?,
    content: @Composable () -> Unit,
) {
    val night = dark ?: isSystemInDarkTheme()
    val (scheme, card) =
        when {
            LocalHighContrast.current ->
                if (night) {
                    DarkHighContrastColors to DarkHighContrastCardColors
                } else {
                    LightHighContrastColors to
                        LightHighContrastCardColors
                }
            night -> DarkColors to DarkCardColors
            else -> LightColors to LightCardColors
        }
    val font = LocalAppFont.current
    val typography = remember(font) { TypeTokens.typography(font) }
    val cardType = remember(font) { CardType(font) }
    CompositionLocalProvider(
        LocalCardColors provides card,
        LocalCardType provides cardType,
        LocalSheet provides if (night) scheme.surfaceContainer else scheme.surfaceContainerLowest,
    ) {
        MaterialTheme(scheme, shapes = AppShapes, typography = typography, content = content)
    }
}

private val AppShapes =
    Shapes(
        extraSmall = RoundedCornerShape(Radius.Small),
        small = RoundedCornerShape(Radius.Medium),
        medium = RoundedCornerShape(Radius.Medium),
        large = RoundedCornerShape(Radius.Large),
        extraLarge = RoundedCornerShape(Radius.Sheet),
    )
