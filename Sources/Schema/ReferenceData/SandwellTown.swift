/// A town of Sandwell with its wards.
package struct SandwellTown: Sendable, Equatable {
    /// A ward as it was from 2004 to the elections of 2026.
    package struct Ward: Sendable, Equatable {
        package let name: String
        /// The nine-character code of the Office for National Statistics.
        package let code: String
        /// The first and the last day on which the ward existed.
        package let validFrom: String
        package let validUntil: String?
    }

    package let name: String
    package let wards: [Ward]
}

extension ReferenceData {
    /// The six towns of Sandwell with the 24 wards of 2004 to 2026, for the demonstration year.
    ///
    /// Names and codes of the wards are those of the Office for National Statistics (2024); which town a ward belongs
    /// to is how the council groups them: four wards each in Oldbury, Rowley Regis and Smethwick, three each in
    /// Tipton and Wednesbury, six in West Bromwich. An order of 2025 drew all wards anew for the elections of 7 May
    /// 2026; the new ones are not listed here. Throws when a row is wrong.
    package static var sandwellTowns: [SandwellTown] {
        get throws(ReferenceDataProblem) { try parsedSandwellTowns.get() }
    }

    private static let parsedSandwellTowns = Result { () throws(ReferenceDataProblem) -> [SandwellTown] in
        var names: [String] = []
        var wards: [String: [SandwellTown.Ward]] = [:]
        for row in try ReferenceRow.rows(of: sandwellRows, list: "sandwell_wards", columns: 5) {
            let town = try row.text(0)
            let validity = try row.validity(3)
            if wards[town] == nil { names.append(town) }
            wards[town, default: []].append(
                SandwellTown.Ward(
                    name: try row.text(1), code: try row.text(2), validFrom: validity.from, validUntil: validity.until))
        }
        return names.map { SandwellTown(name: $0, wards: wards[$0] ?? []) }
    }

    /// `town|ward|code|valid from|valid until`
    private static let sandwellRows = """
        Oldbury|Bristnall|E05001262|2004-06-10|2026-05-06
        Oldbury|Langley|E05001270|2004-06-10|2026-05-06
        Oldbury|Old Warley|E05001272|2004-06-10|2026-05-06
        Oldbury|Oldbury|E05001273|2004-06-10|2026-05-06
        Rowley Regis|Blackheath|E05001261|2004-06-10|2026-05-06
        Rowley Regis|Cradley Heath and Old Hill|E05001264|2004-06-10|2026-05-06
        Rowley Regis|Rowley|E05001275|2004-06-10|2026-05-06
        Rowley Regis|Tividale|E05001280|2004-06-10|2026-05-06
        Smethwick|Abbey|E05001260|2004-06-10|2026-05-06
        Smethwick|St Pauls|E05001276|2004-06-10|2026-05-06
        Smethwick|Smethwick|E05001277|2004-06-10|2026-05-06
        Smethwick|Soho and Victoria|E05001278|2004-06-10|2026-05-06
        Tipton|Great Bridge|E05001267|2004-06-10|2026-05-06
        Tipton|Princes End|E05001274|2004-06-10|2026-05-06
        Tipton|Tipton Green|E05001279|2004-06-10|2026-05-06
        Wednesbury|Friar Park|E05001265|2004-06-10|2026-05-06
        Wednesbury|Wednesbury North|E05001281|2004-06-10|2026-05-06
        Wednesbury|Wednesbury South|E05001282|2004-06-10|2026-05-06
        West Bromwich|Charlemont with Grove Vale|E05001263|2004-06-10|2026-05-06
        West Bromwich|Great Barr with Yew Tree|E05001266|2004-06-10|2026-05-06
        West Bromwich|Greets Green and Lyng|E05001268|2004-06-10|2026-05-06
        West Bromwich|Hateley Heath|E05001269|2004-06-10|2026-05-06
        West Bromwich|Newton|E05001271|2004-06-10|2026-05-06
        West Bromwich|West Bromwich Central|E05001283|2004-06-10|2026-05-06
        """
}
