import CardCore
import CardKit
import SwiftUI

/// Getting a card, one page after the other, as the service says what is left. It has its own way back, its own way out, and says
/// how far one is.
struct RegisterScreen: View {
    let stage: Stage
    let registration: RegistrationView
    @Environment(\.palette) private var palette
    @Environment(\.words) private var words

    var body: some View {
        VStack(spacing: 0) {
            if stage.opened != .stepUp {
                RegisterBar(
                    step: step, back: before.map { before in { go(to: before) } }, later: { stage.opened = .signOut })
            }
            page
        }
        .background(palette.background)
        .sheet(isPresented: asks) {
            SignOutSheet(leavesBrowser: stage.$typed.leavesBrowser, isLater: true) {
                stage.opened = .nothing
                stage.signOut()
            } cancel: {
                stage.opened = .nothing
            }
        }
    }

    @ViewBuilder private var page: some View {
        if stage.opened == .stepUp {
            HStack(spacing: 0) {
                RegisterBack(action: stage.notNow)
                Spacer(minLength: 0)
            }
            .padding(.horizontal, Space.regular)
            StepUpScreen(action: .register, trouble: stage.trouble, actions: stage.actions, notNow: stage.notNow)
        } else if registration.registry == nil {
            RegisterPage(tag: Tag.registerLoading, title: nil, stage: stage) {
                if stage.trouble == nil { toBeLoaded }
            }
        } else {
            switch step {
            case .registry: RegistryStep(stage: stage, registration: registration, confirm: goOn)
            case .email: EmailStep(stage: stage, registration: registration, goOn: goOn)
            case .emailCode: CodeStep(stage: stage, registration: registration, goOn: goOn) { go(to: .email) }
            case .contact: ContactStep(stage: stage, registration: registration, goOn: goOn)
            case .secrets: SecretsStep(stage: stage, registration: registration, goOn: goOn)
            case .homeLibrary: HomeStep(stage: stage, registration: registration, goOn: goOn)
            case .finish: FinishStep(stage: stage, goOn: goOn)
            }
        }
    }

    /// What the service knows is on its way, or is asked for once more.
    @ViewBuilder private var toBeLoaded: some View {
        if stage.state.asking {
            Waiting(text: words.registerLoading, tag: Tag.loading)
        } else {
            PrimaryButton(text: words.registerRetry, tag: Tag.registerRetry, icon: .refresh) {
                stage.actions.beginRegistration()
            }
        }
    }

    /// The page that is shown: the one that was gone back to, or what is left.
    private var step: RegisterStep {
        stage.typed.step ?? (stage.typed.hasConfirmed ? registration.next : .registry)
    }

    private var before: RegisterStep? { registration.registry == nil ? nil : registration.before(step) }

    /// On to what is left. Who is past the first page has confirmed it.
    private func goOn() {
        stage.typed.hasConfirmed = true
        (stage.typed.step, stage.typed.hasAskedForCard) = (nil, false)
        stage.typed.isDone = false
    }

    /// Back, or to another address. What stands in the fields stays.
    private func go(to step: RegisterStep) {
        stage.typed.people.wipe()
        stage.typed.isDone = false
        if stage.trouble != nil { stage.actions.dismissTrouble() }
        stage.typed.step = step
    }

    private var asks: Binding<Bool> {
        Binding(
            get: { stage.opened == .signOut }, set: { if !$0, stage.opened == .signOut { stage.opened = .nothing } })
    }
}

/// The way back where no system draws one.
private struct RegisterBack: View {
    let action: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        Button(action: action) {
            Icon(.back).frame(minWidth: Space.touch, minHeight: Space.touch)
        }
        .buttonStyle(.plain)
        .accessibilityLabel(words.a11yBack)
        .accessibilitySortPriority(-1)
        .accessibilityIdentifier(Tag.back)
    }
}

/// The way back, how far one is, and the way out.
private struct RegisterBar: View {
    let step: RegisterStep
    let back: (@MainActor () -> Void)?
    let later: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(spacing: Space.small) {
            HStack(spacing: Space.small) {
                if let back {
                    RegisterBack(action: back)
                }
                Heading(text: words.registerTitle, style: TypeTokens.titleMedium)
                Spacer(minLength: 0)
                Button(action: later) {
                    Text(words.registerLater)
                        .type(TypeTokens.labelLarge)
                        .foregroundStyle(palette.primary)
                        .frame(minWidth: Space.touch, minHeight: Space.touch)
                }
                .buttonStyle(.plain)
                .accessibilitySortPriority(-1)
                .accessibilityIdentifier(Tag.registerLater)
            }
            HStack(spacing: Space.medium) {
                Segments(reached: step.number, all: RegisterStep.count)
                Text(words.registerProgress("\(step.number)", "\(RegisterStep.count)"))
                    .type(TypeTokens.labelMedium)
                    .foregroundStyle(palette.onSurfaceVariant)
                    .accessibilityLabel(
                        words.registerA11yProgress("\(step.number)", "\(RegisterStep.count)", step.name(words))
                    )
                    .accessibilityIdentifier(Tag.registerProgress)
            }
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.tiny)
        .frame(maxWidth: Space.contentMax)
    }
}

/// A page of it: what is asked for, why, what went wrong, and the fields.
struct RegisterPage<Content: View>: View {
    let tag: String
    let title: String?
    var why: String?
    let stage: Stage
    /// The page shows a failure itself, at its fields.
    var tellsTrouble = false
    @ViewBuilder let content: () -> Content

    var body: some View {
        Page(tag: Tag.register) {
            VStack(alignment: .leading, spacing: Space.regular) {
                if let title { Heading(text: title, style: TypeTokens.headlineSmall) }
                if let why { Hint(why) }
                if !tellsTrouble, let trouble = stage.trouble {
                    TroublePanel(trouble: trouble, actions: stage.actions) { stage.follow(trouble) }
                }
                content()
            }
            .padding(.vertical, Space.regular)
            .accessibilityElement(children: .contain)
            .accessibilityIdentifier(tag)
        }
        .scrollDismissesKeyboard(.interactively)
    }
}
