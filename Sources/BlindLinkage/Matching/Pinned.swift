/// Values that stay at one place in memory, so that a kernel can be given their address.
final class Pinned<Value>: @unchecked Sendable {
    private let values: UnsafeMutableBufferPointer<Value>

    init(_ values: some Collection<Value>) {
        self.values = .allocate(capacity: max(1, values.count))
        _ = self.values.initialize(from: values)
    }

    init(repeating value: Value, count: Int) {
        values = .allocate(capacity: max(1, count))
        values.initialize(repeating: value)
    }

    deinit {
        values.deallocate()
    }

    subscript(index: Int) -> Value {
        get { values[index] }
        set { values[index] = newValue }
    }

    /// The address of a value and those behind it. The values stay as long as this object is used.
    func address(_ index: Int) -> UnsafePointer<Value>? { values.baseAddress.map { UnsafePointer($0 + index) } }
}
