/// What lies over the root of the stack that is being walked.
@MainActor
struct _Path {
    static var now: _Path?
    let top: AnyHashable
    let pop: @MainActor () -> Void
}

extension NavigationStack {
    /// A stack whose pages are data. Only the last is to be seen.
    public init<D: MutableCollection & RandomAccessCollection & RangeReplaceableCollection>(
        path: Binding<D>, @ViewBuilder root: () -> C
    ) where D.Element: Hashable {
        content = root()
        self.path = {
            path.wrappedValue.last.map { top in
                _Path(top: AnyHashable(top)) {
                    var rest = path.wrappedValue
                    rest.remove(at: rest.index(rest.endIndex, offsetBy: -1))
                    path.wrappedValue = rest
                }
            }
        }
    }
}

struct _Destination<C: View, D: Hashable, V: View>: _Leaf {
    let content: C
    let destination: (D) -> V

    func _node() -> _Node {
        guard let path = _Path.now, let top = path.top.base as? D else { return _walk(content) }
        _Path.now = nil
        defer { _Path.now = path }
        // A page's title is read before its way back here, so that a heading comes first as in a picture of it.
        let page = _walk(destination(top))
        let back = page.all.contains(where: \.hidesBack) ? [] : [_backButton(path.pop)]
        return _Node("Cover", children: [page] + back)
    }
}

@MainActor
func _backButton(_ action: @escaping @MainActor () -> Void) -> _Node {
    var back = _Node("BackButton")
    back.identifier = "BackButton"
    back.label = "Back"
    back.leastHeight = 44
    back.traits.insert(.isButton)
    back.action = action
    return back
}

extension View {
    public func navigationBarBackButtonHidden(_ hides: Bool = true) -> some View { same { $0.hidesBack = hides } }
    public func navigationDestination<D: Hashable, C: View>(
        for data: D.Type, @ViewBuilder destination: @escaping (D) -> C
    ) -> some View {
        _Destination(content: self, destination: destination)
    }
}
