/// Whole numbers as they are read: "1,234".
extension Int {
    /// The digits with a comma before every three.
    package var grouped: String {
        let digits = String(magnitude)
        guard digits.count > 3 else { return self < 0 ? "−\(digits)" : digits }
        var text = self < 0 ? "−" : ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
