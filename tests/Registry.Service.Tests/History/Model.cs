namespace Registry.Tests.History;

/// <summary>What Registry should be, in the simplest words: who went through which step, who is what, who is barred until when.</summary>
internal sealed class Model
{
    /// <summary>What the clauses demand between the application and the recognition (ZS-14…17, ZS-26).</summary>
    public static readonly string[] Chain = ["submitted", "recommended", "selected", "scored", "concluded", "decided", "posted"];

    public List<Filing> Filings { get; } = [];

    public List<Body> Bodies { get; } = [];

    public List<Bar> Bars { get; } = [];

    public List<Review> Reviews { get; } = [];

    public List<Posting> Postings { get; } = [];

    public List<Objection> Objections { get; } = [];

    /// <summary>The confirmed rectifications with their failed year and last day.</summary>
    public List<(Guid Body, int Year, DateOnly LastDay)> Rectifications { get; } = [];

    /// <summary>Who proposed which case.</summary>
    public Dictionary<Guid, string> Proposers { get; } = [];

    /// <summary>The last day on which one of these persons is barred in this field; null where none is barred on the day.</summary>
    public DateOnly? BarredUntil(Filing filing, DateOnly day) => Bars
        .Where(bar => bar.From <= day && day <= bar.LastDay && (bar.LiftedOn is null || day < bar.LiftedOn)
            && (bar.Category is null || bar.Category == filing.Category)
            && (bar.Code == filing.Applicant || bar.Code == filing.Centre || (bar.Leading && filing.Leads.Contains(bar.Code))))
        .Max(bar => (DateOnly?)bar.LastDay);

    /// <summary>The body that a recognition is about: the one it names, else the one that is the same body.</summary>
    public Body? BodyOf(Filing filing) => Bodies.Find(body => body.Id == filing.Named) ?? SameBody(filing);

    /// <summary>The same legal person, or, where one of both has none of its own, the same builder in the same field.</summary>
    public Body? SameBody(Filing filing) => Bodies.FindLast(body => body.Standing != "merged"
        && (filing.Centre is not null && body.Centre is not null ? body.Centre == filing.Centre : body.Builder == filing.Applicant && body.Category == filing.Category));

    /// <summary>An application.</summary>
    public sealed record Filing(Guid Id, string Purpose, string Applicant, string? Centre, IReadOnlyList<string> Leads, string Category, Guid? Named)
    {
        public HashSet<string> Passed { get; } = new(StringComparer.Ordinal);

        public int SubmittedAt { get; set; }

        public bool Refused { get; set; }

        public bool Done { get; set; }

        public bool Has(params string[] steps) => steps.All(Passed.Contains);
    }

    /// <summary>An institution.</summary>
    public sealed class Body(Guid id, string builder, Filing filing)
    {
        public Guid Id { get; } = id;

        public string Builder { get; } = builder;

        public string Standing { get; set; } = "under-construction";

        public string? Centre { get; private set; } = filing.Centre;

        public IReadOnlyList<string> Leads { get; private set; } = filing.Leads;

        public string Category { get; private set; } = filing.Category;

        /// <summary>The step of the history at which it ended last; 0 = never.</summary>
        public int EndedAt { get; private set; }

        public bool IsGone => Standing is "delisted" or "revoked" or "cancelled" or "merged";

        public bool IsRecognised => Standing is "recognised" or "under-rectification";

        public string LegalPerson => Centre ?? Builder;

        public void Ends(string standing, int step)
        {
            if (!IsGone)
            {
                (Standing, EndedAt) = (standing, step);
            }
        }

        public void IsEnteredBy(Filing by) => (Standing, Centre, Leads, Category) = ("under-construction", by.Centre ?? Centre, by.Leads, by.Category);

        public void IsRecognisedBy(Filing by) => (Standing, Centre, Leads, Category) = ("recognised", by.Centre, by.Leads, by.Category);
    }

    /// <summary>A ban.</summary>
    public sealed record Bar(Guid Id, string Code, string? Category, bool Leading, DateOnly From, DateOnly LastDay)
    {
        public DateOnly? LiftedOn { get; set; }
    }

    /// <summary>A selection.</summary>
    public sealed record Review(Guid Id, IReadOnlyList<Filing> Filings)
    {
        public bool Concluded { get; set; }

        public bool Decided { get; set; }

        public string? ConcludedBy { get; set; }
    }

    /// <summary>A notice.</summary>
    public sealed record Posting(Guid Id, DateOnly LastDay, IReadOnlyList<Filing> Filings);

    /// <summary>An objection.</summary>
    public sealed record Objection(Guid Id, Filing Filing)
    {
        public string? VerifiedBy { get; set; }

        public bool Open { get; set; } = true;
    }
}
