/// The words by which a text names a fact that the records hold: types of place and of exploitation, nationalities, gender, children.
///
/// It errs on the side of finding too much: "the business" is no type of place to it, "the church" is one. A word that does not tell
/// about the people of the story can be vouched for.
package struct FactVocabulary: Sendable {
    /// A fact by the words that name it; none for words that only look like one.
    private let phrases: [String: [(words: [String], fact: NamedFact?)]]

    /// - Parameter lists: the codes of each characteristic with the words for them; of nationalities the names of countries too.
    package init(lists: [NamedFact.Characteristic: [(code: String, words: String)]]) {
        var phrases: [String: [(words: [String], fact: NamedFact?)]] = [:]
        func add(_ text: String, _ characteristic: NamedFact.Characteristic, _ code: String) {
            let words = FactVocabulary.words(text)
            guard let first = words.first else { return }
            phrases[first, default: []].append((words, NamedFact(characteristic, code, words: words.joined(separator: " "))))
        }
        for (characteristic, values) in lists {
            for value in values where !FactVocabulary.saysNothing.contains(value.code) {
                // "Domestic servitude" as it stands, "labour" and "sexual" with what follows them in a sentence.
                add(value.words, characteristic, value.code)
                for form in FactVocabulary.plurals(value.words) { add(form, characteristic, value.code) }
            }
        }
        for (code, words) in FactVocabulary.people {
            for word in words { add(word, .gender, code) }
        }
        for word in FactVocabulary.children { add(word, .ageGroup, "child") }
        for (word, code) in FactVocabulary.exploitation { add(word, .exploitationType, code) }
        for (word, code) in FactVocabulary.placeWords { add(word, .locationType, code) }
        for text in FactVocabulary.noFacts {
            let words = FactVocabulary.words(text)
            phrases[words[0], default: []].append((words, nil))
        }
        self.phrases = phrases
    }

    /// The facts that a text names, each once, in the order of the text.
    ///
    /// - Parameter accepted: words that the writer vouches for: they tell of nobody.
    package func facts(in text: String, accepted: [String] = []) -> [NamedFact] {
        let words = FactVocabulary.words(text)
        let vouched = Set(accepted.map { FactVocabulary.words($0).joined(separator: " ") })
        var found: [NamedFact] = []
        var place = 0
        while place < words.count {
            let here = (phrases[words[place]] ?? []).filter { phrase in
                place + phrase.words.count <= words.count && Array(words[place..<place + phrase.words.count]) == phrase.words
            }
            // "Massage parlour" is one thing, not two.
            let longest = here.map(\.words.count).max() ?? 0
            for case (let phrase, let fact?) in here where phrase.count == longest && !vouched.contains(fact.words) {
                if !found.contains(where: { $0.characteristic == fact.characteristic && $0.code == fact.code }) { found.append(fact) }
            }
            place += max(longest, 1)
        }
        return found
    }

    /// Whose records a story is compared with: those of people who were referred only where it speaks of a referral or a report, since
    /// they are so few that every word would fit few of them.
    package static func populations(of text: String) -> [RareCombination.Population] {
        let words = Set(words(text))
        let speaksOfReferrals = !words.isDisjoint(with: ["referral", "referrals", "referred", "nrm", "mechanism", "notify"])
        return RareCombination.Population.allCases.filter { $0 != .referred || speaksOfReferrals }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "’" && $0 != "'" }.compactMap { part in
            // Whose it is does not matter: "factory’s", "factories’".
            let word = part.hasSuffix("'s") || part.hasSuffix("’s") ? part.dropLast(2) : part
            let core = word.drop { !$0.isLetter && !$0.isNumber }
            let trimmed = core.last.map { $0.isLetter || $0.isNumber } == false ? core.dropLast() : core
            return trimmed.isEmpty ? nil : String(trimmed)
        }
    }

    private static func plurals(_ words: String) -> [String] {
        if words.hasSuffix("y"), !words.hasSuffix("ay") { return ["\(words.dropLast())ies"] }
        if ["s", "x", "ch", "sh"].contains(where: words.hasSuffix) { return ["\(words)es"] }
        return ["\(words)s"]
    }

    /// Codes that describe nothing, or that every second sentence has.
    private static let saysNothing: Set<String> = [
        "other", "unknown", "business", "public-place", "vehicle", "labour", "criminal", "male", "female", "adult", "not-known",
    ]
    /// Names that hold the word of a fact and are none.
    private static let noFacts = [
        "home office", "british red cross", "home secretary", "modern slavery helpline", "children’s services", "children's services",
        "children’s social care", "children's social care", "children’s trust", "children's trust", "child exploitation team",
        "court house",
    ]
    private static let people: KeyValuePairs<String, [String]> = [
        "female": ["woman", "women", "female", "females", "girl", "girls", "she", "her", "hers", "herself", "mother", "daughter", "wife"],
        "male": ["man", "men", "male", "males", "boy", "boys", "he", "him", "his", "himself", "father", "son", "husband"],
    ]
    private static let children = [
        "child", "children", "girl", "girls", "boy", "boys", "minor", "minors", "teenager", "teenagers", "young person", "baby",
    ]
    private static let exploitation: KeyValuePairs<String, String> = [
        "labour exploitation": "labour", "forced labour": "labour", "unpaid work": "labour", "sexually": "sexual", "sex": "sexual",
        "prostitution": "sexual", "criminal exploitation": "criminal", "county lines": "criminal", "domestic work": "domestic-servitude",
        "domestic worker": "domestic-servitude", "organ": "organ-harvesting",
    ]
    private static let placeWords: KeyValuePairs<String, String> = [
        "carwash": "car-wash", "restaurant kitchen": "restaurant", "nail salon": "nail-bar", "nail salons": "nail-bar",
        "building site": "construction-site", "recycling yard": "waste-recycling", "recycling site": "waste-recycling",
        "nightclub": "night-club", "pub": "public-house", "bakery": "shop", "cannabis farm": "cannabis-cultivation-site",
        "surgery": "gp-surgery", "flat": "private-dwelling", "house": "private-dwelling", "home": "private-dwelling",
    ]
}
