import Access
import Kernel
import Linkage

/// What a concern mentions, as other records are found by it.
extension ConcernDraft {
    /// The things and people of a draft that is not saved yet, in the order of the form.
    package var indexedMentions: [IndexedMention] {
        mentions.enumerated().compactMap { place, mention in mention.indexed(field: "\(mention.kind) \(place + 1)") }
            + ConcernDraft.indexed(place: place, postcode: postcode, residence: residence)
    }

    static func indexed(place: String, postcode: String, residence: String) -> [IndexedMention] {
        [
            MatchKeys.premises(place, postcode: postcode, field: "place"),
            MatchKeys.premises(residence, postcode: "", field: "residence"),
        ].compactMap { $0 }
    }
}

extension MentionDraft {
    /// Nil for what no other record can be found by.
    func indexed(field: String) -> IndexedMention? { MatchKeys.mention(kind: kind, value: value, name: name, field: field) }
}

extension MatchKeys {
    /// What a mention of a concern is found by; nil for what no other record can be found by. The name of a person goes into
    /// keys alone.
    package static func mention(kind: String, value: String, name: String, field: String) -> IndexedMention? {
        let key = key(kind: kind, value: value)
        switch kind {
        case "person":
            let words = PersonKeys.words(name: name)
            return words.isEmpty ? nil : IndexedMention(field: field, kind: .person, label: "", exact: [], near: words)
        case "phone":
            return key.isEmpty ? nil : IndexedMention(field: field, kind: .phone, label: value, exact: [key])
        case "vehicle":
            if key.isEmpty { return nil }
            return IndexedMention(field: field, kind: .vehicle, label: value, exact: [key], near: [lookAlike(key)])
        case "email", "online-account", "bank-account":
            return key.isEmpty ? nil : IndexedMention(field: field, kind: .account, label: value, exact: ["\(kind) \(key)"])
        case "company":
            return key.isEmpty ? nil : IndexedMention(field: field, kind: .company, label: value, exact: [key])
        default: return nil
        }
    }

    /// What a place is found by: the same address, or one with its number in the same postcode. Nil where there is
    /// neither a postcode nor a number.
    package static func premises(_ address: String, postcode: String, field: String) -> IndexedMention? {
        let key = place(address, postcode: postcode)
        let code = postcode.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        // "The same house" is no address.
        if key.isEmpty || (code.isEmpty && !address.contains(where: \.isNumber)) { return nil }
        let number = FoldedText(address).words.first { $0.first?.isNumber ?? false }
        let label = [address, postcode].filter { !$0.isEmpty }.joined(separator: ", ")
        return IndexedMention(
            field: field, kind: .premises, label: label, exact: [key],
            near: code.isEmpty ? [] : number.map { ["\(code) \($0)"] } ?? [])
    }

    /// A registration mark with letters and digits that are taken for each other made one.
    private static func lookAlike(_ mark: String) -> String {
        let pairs: [Character: Character] = [
            "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8",
        ]
        return String(mark.map { pairs[$0] ?? $0 })
    }
}
