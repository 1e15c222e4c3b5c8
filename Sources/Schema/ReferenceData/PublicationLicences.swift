extension ReferenceData {
    /// Under which licence a partnership publishes; the first that is in use is taken, and the note is where it can be read.
    package static let publicationLicences = CodeListSource(
        list: "publication_licence", title: "Licence of what is published",
        source: "The National Archives, Open Government Licence for public sector information, version 3.0; whether each member of a "
            + "partnership may publish under it is for the partnership to confirm", confirmed: false,
        rows: """
            ogl-3|Open Government Licence v3.0|2015-07-31||https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/
            reserved|All rights reserved|2015-07-31||
            """)
}
