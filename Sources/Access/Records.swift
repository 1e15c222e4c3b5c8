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
/// Somebody who may be a victim of slavery or human trafficking, as the partnership looks after them.
package enum PotentialVictim {}
/// What somebody told, written down once.
package enum VictimAccount {}
/// One answer to being asked whether something may be done: an entry of the consent ledger.
package enum ConsentEntry {}
/// One referral to the National Referral Mechanism, or one duty-to-notify report.
package enum Referral {}
/// One decision of a competent authority on a referral.
package enum ReferralDecision {}
/// A crime that the police recorded because of what was done to somebody.
package enum VictimCrime {}
/// That children's services were told of somebody who is or may be a child.
package enum SafeguardingNotice {}
/// A panel of agencies that decides on the referral of a child.
package enum ChildPanel {}
/// Somebody who sits on such a panel.
package enum ChildPanelMember {}
/// One thing that is done or known in looking after a potential victim: a need, a risk, a stay, a contact.
package enum SupportEntry {}
/// Two records that are of one person, who was met again.
package enum MetAgain {}
/// Somebody or something that appears in several records, as the partnership knows it.
package enum Subject {}
/// Two mentions that may be of one subject.
package enum SubjectProposal {}
/// The saying that two subjects are one, which can be undone.
package enum SubjectMerge {}
/// What was told to a member who may not see the other side.
package enum BlindAnswer {}
/// A comparison of two agencies' records that neither shows the other.
package enum BlindComparison {}
/// A licence that somebody holds at a place, or an order that was made against it.
package enum LicenceOrOrder {}
/// That somebody owns, lets or runs a place.
package enum PremisesParty {}
/// One reading of what is new in the database for what it mentions.
package enum LinkRun {}
/// What somebody or some body offers to those who need support: an entry of the directory.
package enum SupportService {}
/// One going through of the accommodation checklist with a provider.
package enum ServiceAssessment {}
/// A place where many people can be received at once, and its plan.
package enum ReceptionCentre {}
/// One opening of a reception centre.
package enum ReceptionActivation {}
/// Somebody who came to a reception centre.
package enum ReceptionArrival {}
/// A pathway as the partnership agreed it: steps, roles, times.
package enum PathwayDefinition {}
package enum DefinitionVersion {}
/// One trying out of a pathway: round a table or with a mystery case.
package enum PathwayTest {}
package enum PathwayFix {}
/// A document of a partnership that is written, signed by two people and then published.
package enum PartnershipPublication {}
package enum PublicationSection {}
/// A publication as it was locked once: its figures and its words.
package enum PublicationEdition {}
/// A figure from elsewhere, with its source.
package enum StatedFigure {}
/// Which of two figures that contradict each other holds, and why.
package enum SettledFigure {}
/// A document that was published otherwise than by two signatures here.
package enum RegisteredDocument {}
