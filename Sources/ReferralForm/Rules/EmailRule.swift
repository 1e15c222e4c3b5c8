/// What the form takes for an e-mail address: at most 64 characters before the @, 255 after it and 63 in each part of
/// the domain; the last part begins with a letter and has two characters or more.
enum EmailRule {
    static func accepts(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let at = bytes.firstIndex(of: 0x40), bytes.lastIndex(of: 0x40) == at else { return false }
        let account = bytes[..<at]
        let domain = bytes[(at + 1)...]
        guard (1...64).contains(account.count), (1...255).contains(domain.count) else { return false }
        let parts = account.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isAccountByte) }) else { return false }
        let labels = domain.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(isLabel), let last = labels.last, last.count >= 2, let first = last.first,
            isLetter(first), last.last != 0x2D
        else { return false }
        return !zip(last, last.dropFirst()).contains { $0 == 0x2D && $1 == 0x2D }
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        guard let first = label.first, label.count <= 63, first != 0x2D else { return false }
        return label.allSatisfy { isLetter($0) || isFigure($0) || $0 == 0x2D }
    }

    private static func isAccountByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isFigure(byte) || "-!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
