import Kernel

extension [Problem] {
    /// Adds what is wrong with fields of which nothing was said yet.
    mutating func addMissing(_ others: [Problem]) {
        let told = Set(map(\.field))
        self += others.filter { !told.contains($0.field) }
    }
}
