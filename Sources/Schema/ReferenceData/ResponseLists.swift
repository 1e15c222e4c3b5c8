extension ReferenceData {
    /// How strong the response to a concern is.
    package static let responseGrades = CodeListSource(
        list: "response_grade", title: "Response",
        source: "The graded response of the Sandwell partnership, in our own words",
        rows: """
            single|Single agency|2015-07-31||One agency looks into it and reports back by an agreed day
            joint|Joint|2015-07-31||A team of several agencies, chosen for the place and the concern
            significant|Significant|2015-07-31||A planning meeting and a tactical plan come before any visit
            """)

    /// What the response is decided by; the note explains each criterion to the coordinator.
    package static let gradeCriteria = CodeListSource(
        list: "grade_criterion", title: "Criteria for the response", source: "Our own words", confirmed: false,
        rows: """
            risk-to-life|Risk to life|2015-07-31||Could somebody die or be badly hurt if nothing happens soon? Think \
                of violence, weapons, locked doors, fire, illness and despair.
            number-of-people|Number of people|2015-07-31||How many people may be exploited here? More people need more \
                interpreters, more screening and more beds.
            children|Children|2015-07-31||Is anybody under 18, or possibly under 18, living, working or kept here?
            type-of-premises|Type of premises|2015-07-31||Is it a home, a business, a site or several at once? It \
                decides who may enter, and how many people it takes to do so safely.
            organised-crime|Organised crime|2015-07-31||Does a group plan this and profit from it, here and elsewhere?
            cross-border|Across borders|2015-07-31||Does it reach into the area of another force, or into another \
                country?
            media|Media interest|2015-07-31||Would news of it draw attention that could harm people or the case?
            """)

    /// The six headings of THRIVE, by which a concern is looked at when it arrives; the note is the question to
    /// answer.
    package static let thriveHeadings = CodeListSource(
        list: "thrive_heading", title: "THRIVE",
        source: "The THRIVE model of risk assessment used by police forces; questions in our own words",
        rows: """
            threat|Threat|2015-07-31||Who or what could cause harm, and how directly?
            harm|Harm|2015-07-31||What harm has been done, and what harm could still be done?
            risk|Risk|2015-07-31||How likely is it to happen, and how soon?
            investigation|Investigation|2015-07-31||What needs to be found out or secured, and by whom?
            vulnerability|Vulnerability|2015-07-31||Who is less able to protect themselves, and why?
            engagement|Engagement|2015-07-31||Who can be spoken to safely, and what do they want to happen?
            """)
}
