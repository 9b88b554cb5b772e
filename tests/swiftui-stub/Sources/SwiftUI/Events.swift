public struct SensoryFeedback: Equatable, Sendable {
    let kind: String
    public static let success = Self(kind: "success")
    public static let error = Self(kind: "error")
}

extension View {
    public func task(_ action: @escaping @MainActor () async -> Void) -> some View { same { $0.tasks.append(action) } }
    public func task<I: Equatable>(id: I, _ action: @escaping @MainActor () async -> Void) -> some View {
        same { $0.tasks.append(action) }
    }
    public func refreshable(_ action: @escaping @MainActor () async -> Void) -> some View {
        same { $0.refresh = action }
    }
    public func onAppear(_ action: (@MainActor () -> Void)? = nil) -> some View {
        same { if let action { $0.onAppear.append(action) } }
    }
    public func onTapGesture(_ action: @escaping @MainActor () -> Void) -> some View { same() }
    public func onLongPressGesture(
        minimumDuration: Double = 0.5, maximumDistance: CGFloat = 10, perform action: @escaping @MainActor () -> Void,
        onPressingChanged: (@MainActor (Bool) -> Void)? = nil
    ) -> some View {
        same {
            $0.hold = action
            $0.holdSeconds = minimumDuration
        }
    }
    public func onSubmit(_ action: @escaping @MainActor () -> Void) -> some View { same { $0.submit = action } }
    public func onDisappear(_ action: (@MainActor () -> Void)? = nil) -> some View { same() }
    public func onChange<T: Equatable>(
        of value: T, initial: Bool = false, _ action: @escaping @MainActor (T, T) -> Void
    )
        -> some View
    { same() }
    public func sensoryFeedback<T: Equatable>(trigger: T, _ feedback: @escaping (T, T) -> SensoryFeedback?) -> some View
    {
        same()
    }
    public func onOpenURL(_ action: @escaping @MainActor (URL) -> Void) -> some View { same() }

    public func sheet<C: View>(
        isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: () -> C
    ) -> some View {
        same(beside: isPresented.wrappedValue ? [content()] : [])
    }
    public func fullScreenCover<C: View>(
        isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: () -> C
    ) -> some View {
        _Covered(content: self, cover: isPresented.wrappedValue ? content() : nil)
    }
    /// A page above this one, with the system's own way back.
    public func navigationDestination<C: View>(isPresented: Binding<Bool>, @ViewBuilder destination: () -> C)
        -> some View
    {
        let back = _backButton { isPresented.wrappedValue = false }
        return _Covered(content: self, cover: isPresented.wrappedValue ? destination() : nil, bar: back)
    }
    @_disfavoredOverload
    public func alert<S: StringProtocol, A: View, M: View>(
        _ title: S, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A, @ViewBuilder message: () -> M
    ) -> some View {
        same(beside: isPresented.wrappedValue ? [Text(title), message(), actions()] : [])
    }
}

/// What lies over everything is all that there is to see.
struct _Covered<C: View, O: View>: _Leaf {
    let content: C
    let cover: O?
    var bar: _Node?
    func _node() -> _Node {
        guard let cover else { return _walk(content) }
        // A page's title is read before its way back here, so that a heading comes first as in a picture of it.
        return _Node("Cover", children: [_walk(cover)] + (bar.map { [$0] } ?? []))
    }
}
