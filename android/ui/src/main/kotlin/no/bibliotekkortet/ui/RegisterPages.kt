package no.bibliotekkortet.ui

import no.bibliotekkortet.core.Step as Told

/** The page on which that is told. */
internal fun pageOf(step: Told): RegisterStep =
    when (step) {
        Told.EMAIL -> RegisterStep.EMAIL
        Told.EMAIL_CODE -> RegisterStep.EMAIL_CODE
        Told.CONTACT -> RegisterStep.CONTACT
        Told.SECRETS -> RegisterStep.SECRETS
        Told.HOME_LIBRARY -> RegisterStep.HOME_LIBRARY
    }
