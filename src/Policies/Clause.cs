namespace Policies;

/// <summary>A document that a pack puts into rules.</summary>
/// <param name="Key">Its key within the pack.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number, where it has one.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Date">Its date.</param>
public sealed record PolicyDocument(string Key, Label Title, string? Number, string Issuer, DateOnly Date);

/// <summary>One obligation of a document, with its full words.</summary>
/// <param name="Id">Its ID: <c>ZS-03</c>.</param>
/// <param name="Document">The document's key; <c>platform</c> for the platform's own rules.</param>
/// <param name="Article">Where in the document: <c>三(三)8</c>.</param>
/// <param name="Quote">The full quote.</param>
/// <param name="Title">What it is about.</param>
public sealed record Clause(string Id, string Document, string Article, string Quote, Label Title);
