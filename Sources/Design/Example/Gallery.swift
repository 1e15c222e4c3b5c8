import HTML

/// Every component with all its examples, by name.
package enum Gallery {
    /// The components in the order of their names.
    package static var components: [(name: String, examples: [Example])] {
        [
            ("AnswerGrid", AnswerGrid.examples), ("AreaMap", AreaMap.examples),
            ("BackLink", BackLink.examples), ("BarChart", BarChart.examples),
            ("Breadcrumbs", Breadcrumbs.examples), ("Button", Button.examples), ("Card", Card.examples),
            ("ChartGrid", ChartGrid.examples), ("Checkboxes", Checkboxes.examples),
            ("ColumnChart", ColumnChart.examples), ("CopyValue", CopyValue.examples),
            ("DangerNotice", DangerNotice.examples),
            ("DataTable", DataTable.examples), ("DateInput", DateInput.examples), ("Details", Details.examples),
            ("EmptyState", EmptyState.examples), ("ErrorSummary", ErrorSummary.examples),
            ("FigureTiles", FigureTiles.examples), ("FileInput", FileInput.examples),
            ("InsetText", InsetText.examples), ("NotificationBanner", NotificationBanner.examples),
            ("PageFrame", PageFrame.examples), ("PageHeading", PageHeading.examples), ("Pager", Pager.examples),
            ("Panel", Panel.examples), ("PasswordInput", PasswordInput.examples), ("PrintSheet", PrintSheet.examples),
            ("Radios", Radios.examples), ("Select", Select.examples), ("Split", Split.examples),
            ("Steps", Steps.examples),
            ("StrandGrid", StrandGrid.examples), ("SummaryList", SummaryList.examples), ("Tabs", Tabs.examples),
            ("Tag", Tag.examples), ("TaskList", TaskList.examples), ("TextArea", TextArea.examples),
            ("TextInput", TextInput.examples), ("TickBox", TickBox.examples), ("TimeInput", TimeInput.examples),
            ("Timeline", Timeline.examples),
            ("WarningText", WarningText.examples), ("WrittenText", WrittenText.examples),
        ]
    }
}
