import DelimitedText

@testable import Linkage

/// Invented people and what clerks make of them: the same for the same seed.
struct InventedPeople {
    static let heading = "id,forename,surname,dob,gender,nationality,postcode,phone,person"

    private(set) var csv = InventedPeople.heading + "\n"
    private(set) var people: [Int] = []
    private var random: SplitMix

    /// So many people, of whom every second has a second record, and every sixth a third.
    init(count: Int, seed: UInt64) {
        random = SplitMix(seed: seed)
        for person in 0..<count {
            let forename = word(2)
            let surname = word(3)
            let date = (1950 + random.next(below: 55), 1 + random.next(below: 12), 1 + random.next(below: 28))
            let nation = ["GBR", "ALB", "VNM"][random.next(below: 3)]
            let postcode = "ZZ\(1 + random.next(below: 90)) \(random.next(below: 10))AB"
            let phone = "07\(100_000_000 + random.next(below: 899_999_999))"
            let records = person % 6 == 0 ? 3 : person % 2 == 0 ? 2 : 1
            for record in 0..<records {
                let slips = record > 0
                let wrong = slips && random.next(below: 4) == 0
                let year = wrong ? date.0 + 1 : date.0
                let name = slips && random.next(below: 4) == 0 ? slip(surname) : surname
                let number = slips && random.next(below: 2) == 0 ? "" : phone
                csv +=
                    "\(people.count),\(forename),\(name),\(year)-\(two(date.1))-\(two(date.2)),M,\(nation),"
                    + "\(postcode),\(number),\(person)\n"
                people.append(person)
            }
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private mutating func word(_ syllables: Int) -> String {
        let consonants = Array("bdfgklmnprstv")
        let vowels = Array("aeiou")
        var word = ""
        for _ in 0..<syllables {
            word.append(consonants[random.next(below: consonants.count)])
            word.append(vowels[random.next(below: vowels.count)])
        }
        return word + "n"
    }

    private mutating func slip(_ word: String) -> String {
        var letters = Array(word)
        letters.swapAt(2, 3)
        return String(letters)
    }
}

/// The records of a text, every column by its usual name.
func records(_ csv: String) -> PersonRecords {
    var text = csv
    return text.withUTF8 { bytes in
        var rows = RowReader(bytes)
        guard case .row = rows.next() else { return PersonRecords(layout: RecordLayout([])) }
        let columns = rows.trimmedTexts.map { name in
            RecordLayout.Column(name: name, kind: FieldKind.recognised(from: name) ?? .ignore)
        }
        var records = PersonRecords(layout: RecordLayout(columns))
        let places = ColumnPlaces(of: columns, in: records.layout)
        while case .row = rows.next() { records.append(rows, places) }
        return records
    }
}

/// A name of so many syllables that nobody bears.
func inventedWord(_ syllables: Int, _ random: inout SplitMix) -> String {
    let consonants = Array("bdfgklmnprst")
    let vowels = Array("aeiou")
    return (0..<syllables).map { _ in
        String([consonants[random.next(below: consonants.count)], vowels[random.next(below: vowels.count)]])
    }.joined()
}
