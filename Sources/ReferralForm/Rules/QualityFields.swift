/// Which fields the quality of a referral is read from, by their positions.
struct QualityFields: Sendable {
    /// Those that count for completeness where they are asked: all but further places and second names.
    let counted: [Int]
    /// Those with text of several lines.
    let narratives: [Int]
    /// Those in which "unknown" calls for an explanation.
    let explained: [Int]

    init(fields: [FormField], positions: [String: Int]) {
        counted = fields.indices.filter { index in
            switch fields[index].kind {
            case .area, .date: true
            default: fields[index].isRequired
            }
        }
        narratives = fields.indices.filter { fields[$0].kind == .area }
        explained = fields.indices.filter {
            fields[$0].isRequired && (fields[$0].kind == .area || fields[$0].code == "birthplace")
        }
    }
}
