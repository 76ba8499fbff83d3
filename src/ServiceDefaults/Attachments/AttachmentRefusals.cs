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
        Refusal.BadInput(
            "body",
            name,
            $"文件“{name}”未通过病毒扫描（发现 {found}），未保存；请查杀后重新上传。",
            $"The virus scanner found {found} in '{name}'; the file was not stored. Clean it and send it again.")
            .With("found", found);

    public static Refusal WrongChecksum(string name, string given, string actual) =>
        Refusal.BadInput(
            AttachmentHttp.ChecksumHeader,
            given,
            $"收到的文件“{name}”与所给 SHA-256 不符，可能在传输中损坏，未保存；请重新上传。",
            $"What arrived as '{name}' is not what its SHA-256 says; it may have been damaged on its way and was not stored. Send it again.")
            .With("actual", actual);

    public static Refusal Archive(string name, Archives.Fault fault) => fault switch
    {
        Archives.Fault.Damaged => Unfit(name, fault, "文件已损坏，无法打开，未保存；请检查后重新上传。", "The file is damaged and cannot be opened; it was not stored. Check it and send it again."),
        Archives.Fault.Encrypted => Unfit(name, fault, "压缩包已加密，无法检查，未保存；请去除密码后上传。", "The archive is encrypted and cannot be looked into; it was not stored. Send it without a password."),
        Archives.Fault.NestedTooDeep => Unfit(
            name, fault, $"压缩包嵌套超过 {Archives.MostDepth} 层，未保存；请解开后上传。", $"Archives lie more than {Archives.MostDepth} deep in each other; it was not stored. Unpack them first."),
        Archives.Fault.TooManyEntries => Unfit(
            name, fault, $"压缩包内文件超过 {Archives.MostEntries} 个，未保存；请拆分后上传。", $"The archive holds more than {Archives.MostEntries} files; it was not stored. Split it."),
        _ => Unfit(
            name,
            fault,
            $"压缩包解开后过大（超过 {Archives.MostUnpackedBytes >> 20} MB，或超过原大小的 {Archives.MostRatio} 倍），未保存；请拆分后上传。",
            $"The archive unpacks to too much (more than {Archives.MostUnpackedBytes >> 20} MB, or {Archives.MostRatio} times its size); it was not stored. Split it."),
    };

    private static Refusal Unfit(string name, Archives.Fault fault, string zh, string en) => Refusal.BadInput("body", name, zh, en).With("fault", fault);

    public static Refusal Unscanned() => new(
        RefusalKind.Unavailable, "scanner-unavailable", "attachments", "病毒扫描服务暂时不可用，文件未保存，请稍后再试。", "The virus scanner is not available; the file was not stored. Try again later.");
}
