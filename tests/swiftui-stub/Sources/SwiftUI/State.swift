@propertyWrapper
public struct State<T> {
    final class Box {
        var value: T
        init(_ value: T) { self.value = value }
    }
    let box: Box

    public init(wrappedValue: T) { box = Box(wrappedValue) }
    public init(initialValue: T) { box = Box(initialValue) }
    public var wrappedValue: T {
        get { box.value }
        nonmutating set { box.value = newValue }
    }
    public var projectedValue: Binding<T> { Binding(get: { box.value }, set: { box.value = $0 }) }
}

extension State where T: ExpressibleByNilLiteral {
    public init() { self.init(wrappedValue: nil) }
}

@propertyWrapper @dynamicMemberLookup
public struct Binding<Value> {
    let read: () -> Value
    let write: (Value) -> Void

    public init(get: @escaping () -> Value, set: @escaping (Value) -> Void) {
        read = get
        write = set
    }
    public static func constant(_ value: Value) -> Binding { Binding(get: { value }, set: { _ in }) }
    public var wrappedValue: Value {
        get { read() }
        nonmutating set { write(newValue) }
    }
    public var projectedValue: Binding { self }
    public subscript<Part>(dynamicMember path: WritableKeyPath<Value, Part>) -> Binding<Part> {
        Binding<Part>(get: { wrappedValue[keyPath: path] }, set: { wrappedValue[keyPath: path] = $0 })
    }
}

@propertyWrapper @dynamicMemberLookup
public struct Bindable<T: AnyObject> {
    public var wrappedValue: T
    public init(wrappedValue: T) { self.wrappedValue = wrappedValue }
    public var projectedValue: Bindable { self }
    public subscript<U>(dynamicMember path: ReferenceWritableKeyPath<T, U>) -> Binding<U> {
        Binding(get: { wrappedValue[keyPath: path] }, set: { wrappedValue[keyPath: path] = $0 })
    }
}

@propertyWrapper
public struct ScaledMetric {
    let value: CGFloat
    public init(wrappedValue: CGFloat, relativeTo: Font.TextStyle = .body) { value = wrappedValue }
    public var wrappedValue: CGFloat { value }
}
