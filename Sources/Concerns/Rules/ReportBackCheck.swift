import Kernel

/// Reads a report-back before it is sent: it must hold nothing by which a person, a place or another case can be known.
///
/// The check knows what is recorded on the concern; it cannot know everything that gives somebody away, so the page says
/// that a person reads the text as well.
package struct ReportBackCheck: Sendable {
    /// The reference of the concern itself, which may stand in the text.
    package var reference: String
    /// Mentions by kind and value.
    package var mentions: [(kind: String, value: String)] = []
    package var places: [String] = []
    package var postcodes: [String] = []
    /// Plans that only those who act on them read.
    package var plans: [String] = []
    /// Sealed names of people, opened for this comparison alone.
    package var names: [String] = []
    /// Sealed ways of reaching somebody, opened for this comparison alone.
    package var contacts: [String] = []
    /// What everybody may know: the labels of towns, wards and types of location.
    package var openWords: [String] = []

    package init(reference: String) {
        self.reference = reference
    }

    /// Every reason why the text must not be sent; none names what was found where that is sealed.
    package func problems(_ text: String, field: String) -> [Problem] {
        if text.isEmpty { return [] }
        let reading = TextReading(text)
        var messages: [String] = []
        if holdsOtherReference(text) {
            messages.append("The words to send hold the reference of another concern: take it out")
        }
        for kind in Set(mentions.filter { holds($0, reading) }.map(\.kind)).sorted() {
            messages.append("The words to send hold \(Self.word(for: kind)) of this concern: take it out")
        }
        if places.contains(where: { holdsPlace($0, reading) }) {
            messages.append("The words to send hold the address of this concern: say only the town")
        }
        if postcodes.contains(where: { reading.holds(mark: $0) }) {
            messages.append("The words to send hold the postcode of this concern: take it out")
        }
        if plans.contains(where: { reading.holdsRun(of: 6, from: FoldedText($0).words) }) {
            messages.append("The words to send repeat a plan: say what came of it in other words")
        }
        if Self.stepsOfReferral.contains(where: { reading.holds(words: FoldedText($0)) }) {
            messages.append(
                "The words to send tell of a referral or a decision: what became of a person belongs in their own record")
        }
        if names.contains(where: { holdsName($0, reading) }) || contacts.contains(where: { holdsContact($0, reading) }) {
            messages.append("The words to send hold a name or an address that is sealed in this concern: take it out")
        }
        return messages.map { Problem(field, $0) }
    }

    private static func word(for kind: String) -> String {
        switch kind {
        case "phone": "a telephone number"
        case "vehicle": "a registration mark"
        case "email": "an email address"
        case "online-account": "an online account"
        case "advertisement": "the address of an advertisement"
        case "company": "the name of a company"
        case "bank-account": "a bank account"
        case "document": "the number of a document"
        default: "something that is recorded"
        }
    }

    /// A word such as "SW-0168" with the prefix of this partnership and another number.
    private func holdsOtherReference(_ text: String) -> Bool {
        guard let dash = reference.lastIndex(of: "-") else { return false }
        let prefix = reference[..<dash].uppercased()
        let own = reference[reference.index(after: dash)...].drop { $0 == "0" }
        let words = text.uppercased().split { !($0.isLetter || $0.isNumber) }
        for (index, word) in words.enumerated() {
            var digits: Substring?
            if word == prefix, index + 1 < words.count { digits = words[index + 1] }
            if word.hasPrefix(prefix), word.count > prefix.count { digits = word.dropFirst(prefix.count) }
            guard let digits, digits.count >= 3, digits.allSatisfy(\.isNumber) else { continue }
            if digits.drop(while: { $0 == "0" }) != own { return true }
        }
        return false
    }

    private func holds(_ mention: (kind: String, value: String), _ reading: TextReading) -> Bool {
        switch mention.kind {
        case "phone": reading.holds(phone: MatchKeys.phone(mention.value))
        case "vehicle": reading.holds(mark: mention.value)
        default: reading.holds(words: FoldedText(mention.value)) || reading.holds(mark: mention.value)
        }
    }

    /// The whole address, or a part of it between commas that is no town, ward or type of location.
    private func holdsPlace(_ place: String, _ reading: TextReading) -> Bool {
        let known = Set(openWords.map { FoldedText($0).key })
        let parts = place.split { $0 == "," || $0 == "\n" || $0 == ";" }.map { FoldedText(String($0)) }
        return ([FoldedText(place)] + parts).contains { part in
            part.key.count >= 4 && !known.contains(part.key) && reading.holds(words: part)
        }
    }

    /// The whole name, or one word of it that is no everyday word.
    private func holdsName(_ name: String, _ reading: TextReading) -> Bool {
        let folded = FoldedText(name)
        if folded.key.count >= 3, reading.holds(words: folded) { return true }
        return folded.words.contains { word in
            word.count >= 3 && !Self.everydayWords.contains(String(word)) && reading.words.contains(word)
        }
    }

    /// A number or address out of what was said of reaching somebody, or three words of it in a row.
    private func holdsContact(_ contact: String, _ reading: TextReading) -> Bool {
        let words = FoldedText(contact).words
        let numbers = words.filter { $0.count >= 3 && $0.contains(where: \.isNumber) }
        let addresses = contact.split(whereSeparator: \.isWhitespace).filter { $0.contains("@") }
        return numbers.contains { reading.words.contains($0) } || reading.holds(phone: MatchKeys.phone(contact))
            || addresses.contains { reading.holds(words: FoldedText(String($0))) }
            || reading.holdsRun(of: 3, from: words)
    }

    /// Words that tell what became of a person in the National Referral Mechanism.
    private static let stepsOfReferral = [
        "NRM", "National Referral Mechanism", "reasonable grounds", "conclusive grounds", "duty to notify", "MS1", "declined referral",
        "declined a referral", "declined the referral", "agreed to be referred",
    ]

    /// Words that are names of people too, and words that stand in addresses: alone they give nobody away.
    static let everydayWords: Set<String> = [
        "aged", "and", "april", "art", "august", "avenue", "best", "black", "born", "brown", "called", "close", "court",
        "day", "der", "faith", "first", "flat", "for", "from", "good", "grace", "green", "grey", "hope", "house", "joy", "june", "king",
        "known", "lane",
        "long", "man", "mark", "may", "name", "new", "old", "park", "place", "price", "rich", "road", "rose", "son", "street",
        "sunny", "the", "van", "von", "way", "white", "will", "woman", "wood", "work", "years", "young",
    ]
}
