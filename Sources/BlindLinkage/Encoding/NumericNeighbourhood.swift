/// The numbers around a number on a grid, as tokens: two numbers that are near each other have tokens in common.
///
/// After Vatsalan and Christen, Privacy-preserving matching of similar patients, Journal of Biomedical Informatics 59, 2016,
/// §3, with the whole grid multiplied by twice the resolution so that integers suffice, as clkhash does it.
struct NumericNeighbourhood {
    let interval: Int
    let resolution: Int
    let scale: Int

    /// The 2·resolution + 1 tokens of a number that is written as Python's int() or float() reads it.
    func tokens(of value: UnsafeBufferPointer<UInt8>) throws(ValueReading.Refusal) -> [String] {
        let text = String(decoding: value, as: UTF8.self).unicodeScalars
        var number: DecimalInteger
        if let whole = DecimalInteger(text) {
            number = whole.multiplied(by: scale)
        } else {
            guard let real = NumberText.finiteNumber(text) else { throw ValueReading.Refusal("This is not a number") }
            let scaled = scale > 1 ? (real * Double(scale)).rounded(.toNearestOrEven) : real
            guard scaled.isFinite else { throw ValueReading.Refusal("The number is too great") }
            number = DecimalInteger(truncating: scaled)
        }
        number = number.multiplied(by: 2 * resolution)
        let residue = number.remainder(dividingBy: interval)
        if residue != 0 {
            let toGrid = 2 * residue < interval ? -residue : interval - residue
            number = number + DecimalInteger(toGrid)
        }
        let step = DecimalInteger(interval)
        var token = number + step.multiplied(by: -resolution)
        var tokens: [String] = []
        for _ in 0...2 * resolution {
            guard token.digits.count <= DecimalInteger.mostDigits else { throw ValueReading.Refusal("The number is too great") }
            tokens.append(token.description)
            token = token + step
        }
        return tokens
    }
}
