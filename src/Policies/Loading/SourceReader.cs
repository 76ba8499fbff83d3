namespace Policies.Loading;

/// <summary>Reads a pack's documents, clauses and decisions, and the citation that everything else must carry.</summary>
internal sealed class SourceReader
{
    private readonly Dictionary<string, Clause> clauses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Decision> decisions = new(StringComparer.Ordinal);

    internal SourceReader(Section file)
    {
        Documents = file.List("documents", d => new PolicyDocument(d.Name("key"), d.Label(), d.OptionalText("number"), d.Text("issuer"), d.Day("date")));
        Clauses = file.List("clauses", ReadClause);
        file.List("decisions", ReadDecision);
        if (Clauses.Count == 0)
        {
            file.Wrong("clauses", "政策包没有条款。", "The pack has no clauses.");
        }
    }

    internal IReadOnlyList<PolicyDocument> Documents { get; }

    internal IReadOnlyList<Clause> Clauses { get; }

    /// <summary>
    /// The citation of a value: a clause and, for <c>source: bureau</c>, the decision that filled what the clause leaves open.
    /// </summary>
    internal Citation Cite(Section section)
    {
        var id = section.Text("clause");
        clauses.TryGetValue(id, out var clause);
        if (clause is null && id.Length > 0)
        {
            section.Wrong("clause", $"政策包中没有条款“{id}”。", $"The pack has no clause '{id}'.");
        }

        var quote = section.OptionalText("quote");
        if (quote is not null && clause?.Quote.Contains(quote, StringComparison.Ordinal) == false)
        {
            section.Wrong("quote", $"引文不在条款“{id}”的原文中。", $"The words are not in the quote of clause '{id}'.");
        }

        var source = section.OptionalText("source");
        if (source is not (null or "law" or "bureau"))
        {
            section.Wrong("source", $"来源“{source}”应为 law 或 bureau。", $"The source '{source}' must be law or bureau.");
        }

        return new Citation(id, quote ?? clause?.Quote ?? "", source == "bureau" ? Source.Bureau : Source.Law, ReadReference(section, source == "bureau"));
    }

    private Decision? ReadReference(Section section, bool bureau)
    {
        if (bureau != section.Has("decision"))
        {
            section.Wrong("decision", "source: bureau 与 decision 须同时给出。", "source: bureau and a decision go together.");
        }

        if (section.OptionalText("decision") is not { } key)
        {
            return null;
        }

        if (!decisions.TryGetValue(key, out var decision))
        {
            section.Wrong("decision", $"政策包中没有决定“{key}”。", $"The pack has no decision '{key}'.");
        }

        return decision;
    }

    private Clause ReadClause(Section section)
    {
        var id = section.Text("id");
        var document = section.Text("document");
        if (!Documents.Any(d => d.Key == document))
        {
            section.Wrong("document", $"没有列出文件“{document}”。", $"The document '{document}' is not listed.");
        }

        var clause = new Clause(id, document, section.Text("article"), section.Text("quote"), section.Label());
        if (!clauses.TryAdd(id, clause))
        {
            section.Wrong("id", $"条款“{id}”重复。", $"The clause '{id}' is given twice.");
        }

        return clause;
    }

    private Decision ReadDecision(Section section)
    {
        var key = section.Name("key");
        var decision = new Decision(section.Text("number"), section.Day("date"), section.Text("zh"), section.Text("en"));
        if (!decisions.TryAdd(key, decision))
        {
            section.Wrong("key", $"决定“{key}”重复。", $"The decision '{key}' is given twice.");
        }

        return decision;
    }
}
