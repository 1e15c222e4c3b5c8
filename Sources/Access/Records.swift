/// What identifiers point at: these types have no values of their own, they keep `ID<Visit>` apart from `ID<Concern>`.
package enum Person {}
/// A member of partnerships: a force, a council's department, a charity, a company.
package enum Organisation {}
/// One anti-slavery partnership: its members work its cases together.
package enum Partnership {}
/// A town, ward or purpose of visit in a partnership's own words.
package enum Term {}
package enum Concern {}
package enum ScopingRound {}
package enum ScopingRequest {}
package enum ResponseDecision {}
package enum Strand {}
package enum WorkTask {}
package enum Visit {}
package enum Screening {}
package enum StoredFile {}
package enum Mention {}
package enum RecordChange {}
package enum APIToken {}
