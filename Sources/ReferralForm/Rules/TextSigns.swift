/// What the words of a text point to.
struct TextSigns: OptionSet, Sendable {
    let rawValue: UInt64

    static let recruited = TextSigns(rawValue: 1 << 0)
    static let moved = TextSigns(rawValue: 1 << 1)
    static let force = TextSigns(rawValue: 1 << 2)
    static let deceit = TextSigns(rawValue: 1 << 3)
    static let documentsKept = TextSigns(rawValue: 1 << 4)
    static let debt = TextSigns(rawValue: 1 << 5)
    static let control = TextSigns(rawValue: 1 << 6)
    static let fear = TextSigns(rawValue: 1 << 7)
    static let injury = TextSigns(rawValue: 1 << 8)
    static let wages = TextSigns(rawValue: 1 << 9)
    static let isolation = TextSigns(rawValue: 1 << 10)
    static let conditions = TextSigns(rawValue: 1 << 11)
    static let hours = TextSigns(rawValue: 1 << 12)
    static let firstHand = TextSigns(rawValue: 1 << 13)
    static let judgement = TextSigns(rawValue: 1 << 14)
    static let reason = TextSigns(rawValue: 1 << 15)
    static let unknown = TextSigns(rawValue: 1 << 16)
    static let not = TextSigns(rawValue: 1 << 17)
    static let known = TextSigns(rawValue: 1 << 18)
    static let month = TextSigns(rawValue: 1 << 19)
    static let ago = TextSigns(rawValue: 1 << 20)

    /// The words by which it is read whether somebody else keeps a person's papers.
    static let document = TextSigns(rawValue: 1 << 21)
    static let takes = TextSigns(rawValue: 1 << 22)
    static let taken = TextSigns(rawValue: 1 << 23)
    static let keeps = TextSigns(rawValue: 1 << 24)
    static let kept = TextSigns(rawValue: 1 << 25)
    static let has = TextSigns(rawValue: 1 << 26)
    static let gives = TextSigns(rawValue: 1 << 27)
    static let returns = TextSigns(rawValue: 1 << 28)
    static let back = TextSigns(rawValue: 1 << 29)
    static let refuses = TextSigns(rawValue: 1 << 30)
    static let compels = TextSigns(rawValue: 1 << 31)
    static let exploiter = TextSigns(rawValue: 1 << 32)
    static let authority = TextSigns(rawValue: 1 << 33)
    static let home = TextSigns(rawValue: 1 << 34)
    static let office = TextSigns(rawValue: 1 << 35)
    static let speaker = TextSigns(rawValue: 1 << 36)
    static let he = TextSigns(rawValue: 1 << 37)
    static let she = TextSigns(rawValue: 1 << 38)
    static let they = TextSigns(rawValue: 1 << 39)
    static let my = TextSigns(rawValue: 1 << 40)
    static let his = TextSigns(rawValue: 1 << 41)
    static let her = TextSigns(rawValue: 1 << 42)
    static let their = TextSigns(rawValue: 1 << 43)
    static let object = TextSigns(rawValue: 1 << 44)
    static let it = TextSigns(rawValue: 1 << 45)
    static let own = TextSigns(rawValue: 1 << 46)
    static let be = TextSigns(rawValue: 1 << 47)
    static let to = TextSigns(rawValue: 1 << 48)
    static let by = TextSigns(rawValue: 1 << 49)
    static let from = TextSigns(rawValue: 1 << 50)
    static let within = TextSigns(rawValue: 1 << 51)
    static let which = TextSigns(rawValue: 1 << 52)
    static let no = TextSigns(rawValue: 1 << 53)
    static let used = TextSigns(rawValue: 1 << 54)
    static let told = TextSigns(rawValue: 1 << 55)
    static let safe = TextSigns(rawValue: 1 << 56)

    /// Whatever ``KeptDocuments`` reads.
    static let ofDocuments: TextSigns = [
        .document, .takes, .taken, .keeps, .kept, .has, .gives, .returns, .back, .refuses, .compels, .exploiter, .authority, .home,
        .office, .speaker, .he, .she, .they, .my, .his, .her, .their, .object, .it, .own, .be, .to, .by, .from, .within, .which, .no,
        .used, .told, .safe, .not,
    ]

    /// How an exploiter gets hold of somebody.
    static let action: [TextSigns] = [.recruited, .moved]
    /// How somebody is made to obey.
    static let means: [TextSigns] = [.force, .deceit, .documentsKept, .debt, .control]
    /// What is not told where the words for it follow a "not" or a "never". Others say the more by it: "not allowed out",
    /// "never paid".
    static let deniable: TextSigns = [.force, .deceit, .debt, .injury]
    /// Groups of indicators.
    static let indicators: [TextSigns] = [
        .force, .deceit, .documentsKept, .debt, .control, .fear, .injury, .wages, .isolation, .conditions, .hours,
    ]

    /// How many of these groups occur.
    func count(of groups: [TextSigns]) -> Int { groups.reduce(0) { $0 + (contains($1) ? 1 : 0) } }

    /// The words. They are ours, and to be confirmed by practitioners.
    static let table = SignTable(
        [
            (
                .recruited,
                """
                recruited recruiter recruit promised promise promises offered offer approached met befriended introduced job
                advert advertised agent agency boyfriend groomed sold bought arranged hired
                """
            ),
            (
                .moved,
                """
                taken took moved brought transported transferred travelled driven drove flown flew collected housed harboured
                sheltered received smuggled trafficked sent
                """
            ),
            (
                .force,
                """
                threat threats threatened threatening force forced hit beat beaten beating beatings violence violent assaulted
                assault rape raped attacked punched kicked burned burnt slapped kidnapped abducted locked tied coerced coercion
                intimidated punished
                """
            ),
            (.deceit, "deceived deceit lied lies lie tricked false promised promise promises misled fraud instead pretended"),
            (.document, "passport passports document documents papers visa identity id licence permit"),
            (.debt, "debt debts owed owes owe owing loan repay fee fees interest bondage fined fines"),
            (
                .control,
                """
                locked controlled control watched guarded escorted accompanied monitored supervised allowed permission confined
                trapped detained dependent drugs alcohol homeless vulnerable vulnerability disability orphan cameras phone
                """
            ),
            (.fear, "fear fears feared afraid frightened scared terrified anxious nervous distressed tearful"),
            (.injury, "injury injuries injured bruise bruises bruising scar scars wound wounds burn burns fracture malnourished"),
            (.wages, "unpaid pay paid wage wages money cash deducted deductions earnings salary pounds"),
            (.isolation, "isolated isolation alone contact friends nobody language english neighbours"),
            (
                .conditions,
                "slept sleeping mattress mattresses floor crowded overcrowded dirty cold food toilet heating damp shed caravan cramped"
            ),
            (.hours, "hours day days night nights week weeks breaks rest daily"),
            (
                .firstHand,
                """
                told said says stated states disclosed described explained reported recalled saw seen observed noticed heard
                witnessed according photographed recorded
                """
            ),
            (
                .judgement,
                """
                believe believed assess assessed assessment judgement opinion appears appeared suspect suspected consistent
                indicates suggests likely inferred infer concluded conclude view think professional
                """
            ),
            (.reason, "because as since due owing until so therefore reason afraid refused declined distress capacity"),
            (.unknown, "unknown unsure tbc tba none nil na unavailable"),
            (
                .not,
                """
                not no none cannot never nor neither without didn wasn weren isn aren hadn hasn haven wouldn couldn doesn
                """
            ),
            (.takes, "take takes took taking withhold withholds confiscates steal stole hid hides retains removes seizes"),
            (.taken, "taken confiscated withheld seized removed stolen retained hidden destroyed burned burnt locked sold"),
            (.keeps, "keep keeps keeping hold holds holding"),
            (.kept, "kept held"),
            (.has, "has have had"),
            (.gives, "give gives gave given hand handed hands surrender surrendered"),
            (.returns, "return returns returned returning"),
            (.back, "back"),
            (.refuses, "refuse refuses refused refusing"),
            (.compels, "made forced ordered demanded compelled coerced"),
            (
                .exploiter,
                """
                boss bosses employer employers owner owners manager managers supervisor foreman landlord landlords landlady
                trafficker traffickers exploiter exploiters gangmaster gangmasters agent agents recruiter recruiters smuggler
                smugglers pimp pimps madam gang uncle aunt cousin boyfriend husband partner captain somebody someone company
                agency abuser abusers perpetrator perpetrators
                """
            ),
            (
                .authority,
                """
                police officer officers immigration border embassy consulate solicitor solicitors lawyer court council charity
                caseworker social bank prison hospital school
                """
            ),
            (.home, "home"), (.office, "office"),
            (.speaker, "i we"), (.he, "he man"), (.she, "she woman"), (.they, "they men women people workers"),
            (.my, "my our"), (.his, "his"), (.her, "her"), (.their, "their"),
            (.object, "him them me us himself herself themselves myself"), (.it, "it them"),
            (.own, "own copy copies photo photograph picture"),
            (.be, "is are was were be been being got get gets"),
            (.to, "to"), (.by, "by"), (.from, "from"), (.within, "with in at"), (.which, "which that"), (.no, "no none"),
            (.used, "used"), (.told, "told asked"), (.safe, "safe safely"),
            // May is left out, which is also a verb; a May with its year counts by the year.
            (.month, "january february march april june july august september october november december"),
            (.ago, "ago"),
            (.known, "known asked disclosed sure applicable stated provided given say clear information"),
        ])
}
