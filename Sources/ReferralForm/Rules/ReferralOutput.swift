/// What is made of the answers: the pages to key in, and the case-work payload.
extension ReferralForm {
    /// The pages that a person comes to with these answers, in the form's own order, each with its values; pages that
    /// only inform stand among them. Pages on which
    /// a wrong or missing answer decides are left out until it is put right.
    package static func pages(_ answers: [String: ReferralAnswer]) -> [KeyInPage] {
        let form = current
        let placed = PlacedAnswers(answers, form: form)
        return form.pages.indices.compactMap { index in
            guard form.pageConditions[index].verdict(placed.states) == true else { return nil }
            let values = form.pageFields[index].compactMap { position -> KeyInPage.Value? in
                guard placed.isAsked[position] == true else { return nil }
                let field = form.fields[position]
                return KeyInPage.Value(
                    code: field.code, label: field.label, kind: field.kind,
                    text: placed.written(position).joined(separator: ", "), isOptional: !field.isRequired)
            }
            return KeyInPage(
                path: form.pages[index].path, heading: form.pages[index].heading, information: form.pages[index].information,
                values: values)
        }
    }

    /// The case-work payload: the members that the form fills with these answers, by their keys. What is not asked on this
    /// way is never in it, whatever was answered: an anonymous report names nobody.
    ///
    /// - Parameter externalID: the identifier by which the case-work system notices a second sending.
    package static func payload(_ answers: [String: ReferralAnswer], externalID: String) -> [String: String] {
        let form = current
        let placed = PlacedAnswers(answers, form: form)
        let variant = placed.variant
        var payload = [
            "ExternalId": externalID, "Type": String(variant.caseType), "NRMOrDuty": variant.isReferral ? "NRM" : "DTN",
        ]
        for position in form.fields.indices where placed.isAsked[position] == true {
            let written = placed.written(position)
            guard !written.isEmpty else { continue }
            for member in form.fields[position].payload {
                payload[member.key] = written.map(member.text(of:)).joined(separator: ", ")
            }
            if form.fields[position].kind == .files {
                for (number, name) in written.enumerated() {
                    payload["Document\(number + 1).Name"] = name
                    payload["Document\(number + 1).MimeType"] = FileNames.mediaType(name)
                }
            }
        }
        if let others = placed.chosen("any-other-pvs"), others != "no", payload["OtherVictimsFurtherInfo"] == nil {
            payload["OtherVictimsFurtherInfo"] = "No further information given"
        }
        return payload
    }
}

extension ReferralForm {
    /// An identifier for one report, as the form makes them: a UUID of version 4.
    ///
    /// - Parameter bytes: 16 bytes that nobody can foretell; missing ones count as zero.
    package static func externalID(_ bytes: [UInt8]) -> String {
        var bytes = Array((bytes + [UInt8](repeating: 0, count: 16)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let figures = bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { figures[$0].joined() }.joined(separator: "-")
    }
}

extension PlacedAnswers {
    /// The answer as text: one element, or one for each option or file; none where nothing fit was answered.
    fileprivate func written(_ position: Int) -> [String] {
        guard case .given = states[position] else { return [] }
        switch answers[position] {
        case .text(let text): return [trimmed(text)]
        case .ticked: return ["true"]
        case .several(let several):
            guard case .ticks(let options) = form.fields[position].kind else { return several }
            return options.filter(several.contains)
        case .nothing, .unfit: return []
        }
    }
}
