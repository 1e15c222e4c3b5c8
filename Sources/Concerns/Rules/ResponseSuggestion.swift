import Kernel

/// The answers to the criteria for a graded response, and the grade that they suggest. The coordinator decides; the
/// suggestion and its reasons are kept beside the decision.
///
/// Source: the graded response of the Sandwell partnership (annual report 2019); the thresholds are the partnership's to
/// confirm.
package struct ResponseCriteria: Sendable, Hashable, Codable {
    package var riskToLife = false
    package var peopleCount: Int?
    package var children = false
    package var complexPremises = false
    package var organisedCrime = false
    package var crossBorder = false
    package var media = false
    /// Another member said that it has a live operation there.
    package var liveOperation = false
    /// How many agencies hold something.
    package var agenciesHolding = 0

    package init() {}

    package var suggestion: (grade: ResponseGrade, reasons: [String]) {
        var significant: [String] = []
        var joint: [String] = []
        if riskToLife { significant.append("risk to life") }
        if organisedCrime { significant.append("organised crime") }
        if liveOperation { significant.append("another member’s live operation") }
        if let peopleCount, peopleCount >= 10 { significant.append("ten people or more") }
        if crossBorder { significant.append("it crosses the border of a force or a country") }
        if media { joint.append("media interest") }
        if children { joint.append("children") }
        if complexPremises { joint.append("premises that need several powers") }
        if let peopleCount, (2..<10).contains(peopleCount) { joint.append("more than one person") }
        if agenciesHolding >= 2 { joint.append("\(agenciesHolding) agencies hold something") }
        if children && (peopleCount ?? 0) >= 2 && complexPremises { significant.append("several people, children among them") }
        if !significant.isEmpty { return (.significant, significant + joint) }
        if !joint.isEmpty { return (.joint, joint) }
        return (.single, ["none of the criteria for a joint response is met"])
    }
}
