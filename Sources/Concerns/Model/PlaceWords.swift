import Partnerships

extension CodeLists {
    /// The type of a location as headings and lists say it: "Car wash", or that nobody has told it yet.
    package func place(_ locationType: String) -> String {
        ["", "unknown"].contains(locationType) ? "Place not recorded" : self["location_type"].label(locationType)
    }
}
