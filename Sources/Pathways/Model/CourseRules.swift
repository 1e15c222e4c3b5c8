import Kernel

/// The spans of time that follow a referral, by rule, nation and day: reference data.
package struct CourseRules: Sendable {
    package enum Name: String, Sendable, CaseIterable {
        /// From the referral to the reasonable grounds decision: a target.
        case reasonableGrounds = "reasonable-grounds"
        /// From a positive reasonable grounds decision: support and rest, at the least.
        case recovery
        /// From a positive reasonable grounds decision: no conclusive grounds decision before it is over, unless the person
        /// asks for one.
        case conclusiveGrounds = "conclusive-grounds"
        /// From a negative decision or a disqualification: in which a reconsideration can be asked for.
        case reconsideration
        /// From the referral of a child to the decision of the panel.
        case panel
        /// From the referral of a child to the panel's conclusive grounds decision.
        case panelConclusiveGrounds = "panel-conclusive-grounds"
        /// A panel decides only for a child who has more than so many days until 18.
        case panelAge = "panel-age"
        /// From the report to the police to the crime record.
        case crimeRecording = "crime-recording"
        case supportAfterPositive = "support-after-positive"
        case supportAfterNegative = "support-after-negative"
    }

    package enum Unit: String, Sendable, CaseIterable {
        case days
        case workingDays = "working-days"
        case hours
    }

    package struct Rule: Sendable, Hashable {
        package let name: Name
        package let nations: Set<Nation>
        package let number: Int
        package let unit: Unit
        package let validity: Period
        package let source: String
        package let isConfirmed: Bool

        package init(
            name: Name, nations: Set<Nation>, number: Int, unit: Unit, validity: Period, source: String, isConfirmed: Bool
        ) {
            self.name = name
            self.nations = nations
            self.number = number
            self.unit = unit
            self.validity = validity
            self.source = source
            self.isConfirmed = isConfirmed
        }

        /// "30 days", "5 working days".
        package var span: String {
            switch unit {
            case .days: "\(number) days"
            case .workingDays: "\(number) working days"
            case .hours: "\(number) hours"
            }
        }
    }

    package let calendar: WorkingCalendar
    private let rules: [Rule]

    package init(_ rules: [Rule], calendar: WorkingCalendar) {
        self.rules = rules
        self.calendar = calendar
    }

    /// The rule that holds for what begins on this day in this nation; nil where there is none.
    package func rule(_ name: Name, in nation: Nation, on day: Day) -> Rule? {
        all(name, in: nation, on: day).first
    }

    /// Every rule of this name that holds; more than one is a fault of the reference data.
    func all(_ name: Name, in nation: Nation, on day: Day) -> [Rule] {
        rules.filter { $0.name == name && $0.nations.contains(nation) && $0.validity.contains(day) }
    }

    /// The clock of a rule that begins on this day; nil where no rule holds, and for rules in hours.
    package func clock(_ name: Name, in nation: Nation, from start: Day) -> DecisionClock? {
        rule(name, in: nation, on: start).flatMap { DecisionClock($0, from: start, calendar: calendar) }
    }
}

/// One span of time that runs or ran: when it began and when it is over.
package struct DecisionClock: Sendable, Hashable {
    package let rule: CourseRules.Rule
    package let start: Day
    /// The last day of the span.
    package let due: Day

    /// Nil for a rule in hours: that one needs moments.
    init?(_ rule: CourseRules.Rule, from start: Day, calendar: WorkingCalendar) {
        switch rule.unit {
        case .days: due = start.adding(days: rule.number)
        case .workingDays: due = calendar.day(after: start, workingDays: rule.number)
        case .hours: return nil
        }
        self.rule = rule
        self.start = start
    }

    package func isOver(on today: Day) -> Bool { due < today }

    /// "3 working days left", "1 day late", "due today", in the unit of the rule.
    package func words(on today: Day, calendar: WorkingCalendar, over: String = "late") -> String {
        if due == today { return "due today" }
        let days =
            rule.unit == .workingDays ? calendar.workingDays(from: today, to: due) : due.number - today.number
        let count = abs(days)
        let unit = rule.unit == .workingDays ? "working day" : "day"
        let span = "\(count) \(unit)\(count == 1 ? "" : "s")"
        return today < due ? "\(span) left" : "\(span) \(over)"
    }
}
