import Concerns
import Kernel

extension StatisticReading {
    mutating func meaning(_ text: String, _ column: Int, _ dataset: StatisticDataset) -> StatisticValue {
        let name = columns[column]
        switch name {
        case "Quarter": return StatisticValue.quarter(of: text, standsAlone: !columns.contains("Year"))
        case "Year": return StatisticValue.year(of: text)
        case "Date": return Day(text) == nil ? .wrong(ImportedDay.advice(for: text)) : .total
        case "People", "NRM referrals", "Total", "Referrals", "Cases", "Potential victims": return StatisticValue.count(of: text)
        default: break
        }
        if dataset == .reasonableGrounds || dataset == .conclusiveGrounds { return StatisticValue.count(of: text) }
        if text.isEmpty { return .wrong("The value is missing. Write the category, or Total for all together") }
        let key = FoldedText(text).key
        if key == "total" { return .total }
        switch name {
        case "First responder type":
            guard let code = categories.type(text) else {
                return unknown(text, "police, local authority, government agency, NGO and third sector")
            }
            return .code(number(code, 7))
        case "Police force":
            return coded(
                StatisticCategories.isUnknown(key) ? "unknown" : categories.force(text), Dimension.responder, text,
                "the police forces as the Home Office writes them, such as Kent Police, or unknown")
        case "Exploitation type":
            return coded(
                categories.exploitation(text), Dimension.exploitation, text,
                "sexual, labour, domestic, criminal, organ harvesting, several of them joined by commas and &, or not specified or unknown")
        case "Age at exploitation", "Age Group":
            return coded(
                categories.age(text), Dimension.age, text,
                "adult (18 or over), child (17 or under), not specified or unknown; of small boats 17 and under, 18 to 24, 25 to 39, 40 and over"
            )
        case "Gender", "Sex": return coded(categories.gender(text), Dimension.gender, text, "male, female, other, unknown")
        case "Location of exploitation", "Region":
            let code = name == "Region" ? categories.region(text) : categories.place(text)
            return coded(
                code, Dimension.place, text,
                name == "Region"
                    ? StatisticLabels.regions.sorted().joined(separator: ", ") : "UK, overseas, UK and overseas, not specified or unknown")
        case "NRM referral", "NRM Case Outcome", "NRM Case Outcome Group":
            // Outcome and group are put together by the row.
            return coded(categories.outcome(text), name == "NRM Case Outcome Group" ? 7 : Dimension.outcome, text, outcomeWords(name))
        default:
            guard let (first, second) = categories.nationality(text) else {
                return .wrong(
                    "\(ImportText.quoted(text)) is no nationality that is known here, and no two beside each other. Write it as the referral form does, such as Albanian, or Albanian Greek for two"
                )
            }
            // Each spelling by itself, until its totals are checked: two spellings of one nationality are added up afterwards.
            codes[Dimension.nationality].append(second.isEmpty ? first : "\(first) \(second)")
            return .code(Int32(codes[Dimension.nationality].count - 1))
        }
    }

    private func outcomeWords(_ column: String) -> String {
        switch column {
        case "NRM referral": "NRM referral raised, no NRM referral raised"
        case "NRM Case Outcome":
            "positive, negative, awaiting a reasonable grounds decision, awaiting a conclusive grounds decision, awaiting reconsideration, withdrawn/closed"
        default: "reasonable grounds decision, conclusive grounds decision, awaiting a decision, withdrawn/closed"
        }
    }

    private mutating func coded(_ code: String?, _ dimension: Int, _ text: String, _ words: String) -> StatisticValue {
        guard let code else { return unknown(text, words) }
        return .code(number(code, dimension))
    }

    private func unknown(_ text: String, _ words: String) -> StatisticValue {
        .wrong("\(ImportText.quoted(text)) is not in the list. Write one of: \(words)")
    }

    mutating func responder(_ text: String, type: String) -> StatisticValue {
        let key = FoldedText(text).key
        if text.isEmpty { return .wrong("The value is missing. Write the first responder, or Total for all together") }
        if key == "total" || key == "\(FoldedText(type).key) total" { return .total }
        guard let type = categories.type(type) else { return .total }
        guard let code = categories.responder(text, type: type) else {
            let advice =
                type == "local-authority"
                ? "Write Local Authority for all together, or import the areas first, so that authorities are known by name"
                : "Write it as the Home Office does, such as Kent Police or The Salvation Army, below its own type"
            return .wrong("\(ImportText.quoted(text)) is no first responder of this type that is known here. \(advice)")
        }
        return .code(number(code, Dimension.responder))
    }

}
