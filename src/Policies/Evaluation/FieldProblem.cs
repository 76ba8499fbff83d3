namespace Policies.Evaluation;

/// <summary>A file attached to an application.</summary>
/// <param name="Field">The form field it answers.</param>
/// <param name="FileName">Its name.</param>
/// <param name="SizeBytes">Its size.</param>
public sealed record AttachedFile(string Field, string FileName, long SizeBytes);

/// <summary>What is wrong with one answer.</summary>
/// <param name="Field">Where: <c>leadBodies[0].code</c>.</param>
/// <param name="ClauseId">The clause that asks for it.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Zh">What is wrong, in Chinese.</param>
/// <param name="En">What is wrong, in English.</param>
public sealed record FieldProblem(string Field, string ClauseId, string Quote, string Zh, string En);
