using Contracts.Refusals;

namespace ServiceDefaults.Attachments;

/// <summary>Why a file is not taken.</summary>
internal static class AttachmentRefusals
{
    public static Refusal Unnamed { get; } = Refusal.BadInput(
        "X-File-Name", given: null, "须在 X-File-Name 标头中给出文件名（百分号编码）。", "Send the file's name in the X-File-Name header, percent-encoded.");

    public static Refusal Empty(string name) => Refusal.BadInput("body", name, "文件是空的。", "The file is empty.");

    public static Refusal TooLarge(long mostBytes) =>
        Refusal.BadInput("body", given: null, $"附件不得超过 {mostBytes >> 20} MB，请压缩或拆分后上传。", $"An attachment has at most {mostBytes >> 20} MB; compress or split it.")
            .With("mostBytes", mostBytes);

    public static Refusal WrongType(string name) =>
        Refusal.BadInput(
            "body",
            name,
            $"文件内容与其扩展名不符，或不是可接受的类型（{MediaTypes.Extensions}）。",
            $"The content does not fit the name's extension, or is not of a kind that is taken ({MediaTypes.Extensions}).");

    public static Refusal Infected(string name, string found) =>
        Refusal.BadInput("body", name, "文件未通过病毒扫描，未保存。", "The virus scanner found something; the file was not stored.").With("found", found);

    public static Refusal Unscanned() => new(
        RefusalKind.Unavailable, "scanner-unavailable", "attachments", "病毒扫描服务暂时不可用，文件未保存，请稍后再试。", "The virus scanner is not available; the file was not stored. Try again later.");
}
