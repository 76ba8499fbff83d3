using System.Security.Cryptography;
using System.Text;

namespace AppHost.Local.Broker;

/// <summary>
/// Erlang's disk monitor breaks on a path such as <c>/home/王/平台</c>, and shell scripts on a blank. A broker in such a folder is shown a link
/// of plain letters; the link's name depends on the folder only, since the broker remembers its paths between runs.
/// </summary>
internal static class AsciiPath
{
    private const string LinkPrefix = "platform-broker-";

    /// <summary>Makes the folder when missing, and returns it, or a link to it, as a path of plain letters.</summary>
    public static string To(string folder)
    {
        Directory.CreateDirectory(folder);
        if (folder.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-'))
        {
            return folder;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];
        var link = Path.Combine(Path.GetTempPath(), LinkPrefix + hash);
        if (new DirectoryInfo(link).LinkTarget != folder)
        {
            File.Delete(link);
            Directory.CreateSymbolicLink(link, folder);
        }

        return link;
    }

    /// <summary>Removes the link, where the path is one; it is made anew when it is needed.</summary>
    public static void Forget(string path)
    {
        if (new DirectoryInfo(path).LinkTarget is not null && Path.GetFileName(path).StartsWith(LinkPrefix, StringComparison.Ordinal))
        {
            File.Delete(path);
        }
    }
}
