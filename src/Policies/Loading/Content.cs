using System.Security.Cryptography;
using System.Text;
using Contracts.Refusals;

namespace Policies.Loading;

/// <summary>A file's text and the hash by which services store and name it.</summary>
internal static class Content
{
    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reads what was published under a hash; another text, or one that does not load, is a fault of the installation.</summary>
    internal static T Published<T>(string text, string hash, Func<string, string, Outcome<T>> load) where T : class
    {
        if (Hash(text) is var own && own != hash)
        {
            throw new PolicyException(Refusal.Conflict(
                "hash-differs",
                "hash",
                $"内容与公布时的哈希值 {hash} 不符（实为 {own}）。",
                $"The content is not the one that was published as {hash}; it is {own}."));
        }

        return load(text, hash).Accepted(out var loaded, out var refusal) ? loaded : throw new PolicyException(refusal);
    }

    internal static T Read<T>(string path, Func<string, string, Outcome<T>> load) where T : class
    {
        try
        {
            return load(File.ReadAllText(path), path).Accepted(out var loaded, out var refusal) ? loaded : throw new PolicyException(refusal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException(Refusal.Conflict("file-unreadable", path, $"无法读取文件 {path}。", $"The file {path} cannot be read: {e.Message}"));
        }
    }
}
