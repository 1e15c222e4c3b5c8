extension ReferenceData {
    /// What bounds a blind comparison of two agencies; the note is the number.
    package static let comparisonLimits = CodeListSource(
        list: "comparison_limit", title: "Limits of blind comparisons", source: "Our own words", confirmed: false,
        rows: """
            least-records|Fewest different records in a file|2015-07-31||50
            most-records|Most records in a file|2015-07-31||100000
            most-a-day|Most comparisons of the same two agencies in a day|2015-07-31||2
            least-threshold|Lowest likeness that counts as a match, in hundredths|2015-07-31||70
            longest-days|Longest time until a result is removed, in days|2015-07-31||180
            """)
}
