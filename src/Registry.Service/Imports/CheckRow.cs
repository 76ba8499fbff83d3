using System.Globalization;
using Contracts.Registry;
using Contracts.Values;
using Registry.Directories;
using ServiceDefaults.Sheets;

namespace Registry.Imports;

/// <summary>What is wrong with one cell.</summary>
internal sealed record RowProblem(string Column, string Value, string Zh, string En);

/// <summary>Judges a row by itself: every fault at once, each with its column and its value. Pure.</summary>
internal sealed class CheckRow
{
    private const int CodeLength = 18;
    private static readonly DateOnly Earliest = new(1980, 1, 1);
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    private readonly ImportRules rules;
    private readonly IReadOnlyDictionary<string, int> titles;
    private readonly SheetRow row;
    private readonly List<RowProblem> problems = [];

    private CheckRow(SheetRow row, IReadOnlyDictionary<string, int> titles, ImportRules rules) => (this.row, this.titles, this.rules) = (row, titles, rules);

    /// <summary>The staged row, or null and its faults.</summary>
    public static (ImportRow? Staged, IReadOnlyList<RowProblem> Problems) Decide(Guid importId, SheetRow row, IReadOnlyDictionary<string, int> titles, ImportRules rules)
    {
        var check = new CheckRow(row, titles, rules);
        var staged = check.Read(importId);
        return check.problems.Count == 0 ? (staged, []) : (null, check.problems);
    }

    private ImportRow Read(Guid importId)
    {
        CheckCells();
        var standing = OneOf(ImportColumns.Standing, rules.Standing) ?? "";
        var (since, decidedOn) = (Day(ImportColumns.StandingSince), Day(ImportColumns.DocumentDate));
        var (category, district, field) = (OneOf(ImportColumns.Type, rules.Categories) ?? "", OneOf(ImportColumns.District, rules.Districts) ?? "", OneOf(ImportColumns.Field, rules.Fields));
        var name = Text(ImportColumns.Name) ?? "";
        var (recognisedOn, recognition) = Recognition(standing, since);
        CheckPlan(standing, since, recognisedOn);
        return new ImportRow
        {
            ImportId = importId,
            Line = row.Line,
            InstitutionId = Guid.CreateVersion7(),
            EntryId = Guid.CreateVersion7(),
            RecognitionEntryId = recognition is null ? null : Guid.CreateVersion7(),
            Name = name,
            Category = category,
            Field = field,
            District = district,
            ImplementingBodyCode = Code(ImportColumns.BodyCode, ImportColumns.BodyName) ?? "",
            ImplementingBodyName = Text(ImportColumns.BodyName) ?? "",
            CentreCode = Code(ImportColumns.CentreCode, ImportColumns.CentreName),
            CentreName = Text(ImportColumns.CentreName),
            HostCode = Code(ImportColumns.HostCode, ImportColumns.HostName),
            HostName = Text(ImportColumns.HostName),
            Place = Text(ImportColumns.Place),
            Standing = standing,
            StandingSince = since ?? default,
            DecisionNumber = Text(ImportColumns.DocumentNumber) ?? "",
            DecidedOn = decidedOn ?? default,
            RecognisedOn = recognisedOn,
            RecognitionNumber = recognition,
            RectificationUntil = Rectification(standing, since),
            GroupId = new DirectoryTraits(rules.Jurisdiction, rules.Programme, category, district, field, standing).GroupId,
            SearchName = SearchName.Of(name),
        };
    }

    private void CheckCells()
    {
        foreach (var column in ImportColumns.All)
        {
            var cell = Cell(column.Key);
            if (cell.IsFormula)
            {
                Fault(column.Key, "不接受公式，请改为填写数值或文字。", "Formulas are not taken; fill in what it says.");
            }
            else if (cell.Text.Length == 0 && column.Required)
            {
                Fault(column.Key, "必填。", "This must be filled in.");
            }
            else if (cell.Text.Length > column.Most && column.Most > CodeLength)
            {
                Fault(column.Key, $"不得超过 {column.Most} 字。", $"At most {column.Most} characters.");
            }
        }

        if (row.Cells.Skip(titles.Values.Max() + 1).Any(cell => cell.Text.Length > 0))
        {
            Fault(ImportColumns.Name, "本行的单元格多于标题行，请检查是否错列。", "The row has more cells than the title row; look whether it has slipped.");
        }
    }

    /// <summary>An institution that is recognised is so since its standing; any other may have been recognised before, by a document (ZS-08).</summary>
    private (DateOnly? On, string? EarlierDocument) Recognition(string standing, DateOnly? since)
    {
        var (on, number) = (Day(ImportColumns.RecognisedOn), Text(ImportColumns.RecognitionNumber));
        if (standing == Standings.Recognised)
        {
            if (on is not null && since is not null && on != since)
            {
                Fault(ImportColumns.RecognisedOn, "状态为“已认定”的，认定日期即状态起始日。", "What is recognised was recognised on the first day of its standing.");
            }

            return (since, null);
        }

        if (on is null != number is null)
        {
            Fault(on is null ? ImportColumns.RecognisedOn : ImportColumns.RecognitionNumber, "认定日期与认定文号须同时填写。", "Give the day of recognition and its document together.");
        }
        else if (on > since)
        {
            Fault(ImportColumns.RecognisedOn, "认定日期不得晚于状态起始日。", "It was recognised no later than its present standing began.");
        }
        else if (on is not null && (standing is Standings.UnderConstruction or Standings.Filed))
        {
            Fault(ImportColumns.RecognisedOn, "该状态的机构未经认定，请勿填写认定日期。", "A body of this standing is not a recognised one; leave this empty.");
        }

        return (on, on is null ? null : number);
    }

    /// <summary>P-6: a plan that has ended takes nobody new; what it took before may come to another standing, or to its end, any day.</summary>
    private void CheckPlan(string standing, DateOnly? since, DateOnly? recognisedOn)
    {
        var isNew = !Standings.HasEnded(standing) && standing != Standings.UnderRectification;
        var (column, began) = isNew ? (ImportColumns.StandingSince, since) : (ImportColumns.RecognisedOn, recognisedOn);
        if (began > rules.LastDay)
        {
            Fault(
                column,
                $"该项目已于 {rules.LastDay:yyyy-MM-dd} 到期，此后不再有新列入的机构（P-6）。",
                $"The plan ended on {rules.LastDay:yyyy-MM-dd} and has taken nobody since (P-6).");
        }
    }

    private DateOnly? Rectification(string standing, DateOnly? since)
    {
        var asked = standing == Standings.UnderRectification;
        var until = Day(ImportColumns.RectificationUntil, mayBeAhead: true);
        if (asked && Cell(ImportColumns.RectificationUntil).Text.Length == 0)
        {
            Fault(ImportColumns.RectificationUntil, "状态为“限期整改”的，须填写整改截止日。", "Under rectification, its last day must be given.");
        }
        else if (until < since)
        {
            Fault(ImportColumns.RectificationUntil, "整改截止日不得早于状态起始日。", "A rectification does not end before it begins.");
        }

        return asked ? until : null;
    }

    private SheetCell Cell(string column) => titles.TryGetValue(column, out var at) && at < row.Cells.Count ? row.Cells[at] : new SheetCell("");

    private string? Text(string column) => Cell(column) is { IsFormula: false, Text.Length: > 0 } cell ? cell.Text : null;

    private string? OneOf(string column, IReadOnlyDictionary<string, string>? words)
    {
        if (Text(column) is not { } text || words is null)
        {
            return Text(column);
        }

        if (words.TryGetValue(text, out var key))
        {
            return key;
        }

        var known = words.GroupBy(word => word.Value, word => word.Key, StringComparer.Ordinal).Take(20).ToList();
        Fault(
            column,
            $"不是本项目的取值，可填：{string.Join("、", known.Select(same => same.ElementAtOrDefault(1) ?? same.Key))}。",
            $"Not a value of this programme, which has: {string.Join(", ", known.Select(same => same.Key))}.");
        return null;
    }

    private string? Code(string column, string nameColumn)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (SocialCreditCode.TryParse(text, out var code))
        {
            return code.Value;
        }

        if (SocialCreditCode.TryParse(Text(nameColumn), out _))
        {
            Fault(column, "与名称一列对调了：代码填在了名称列。", "Swapped with the name: the code stands in the name's column.");
        }
        else if (text.Length == CodeLength)
        {
            Fault(column, "统一社会信用代码的校验码不符，请核对。", "The social credit code's check character is wrong; look at it again.");
        }
        else
        {
            Fault(column, "统一社会信用代码应为 18 位。", "A social credit code has 18 characters.");
        }

        return null;
    }

    private DateOnly? Day(string column, bool mayBeAhead = false)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Fault(column, "不是有效日期，请填写如 2025-01-31。", "Not a day; write it as 2025-01-31.");
            return null;
        }

        if (day < Earliest || (day > rules.Today && !mayBeAhead))
        {
            Fault(column, day < Earliest ? $"日期早于 {Earliest:yyyy-MM-dd}，请核对。" : $"日期晚于今天（{rules.Today:yyyy-MM-dd}）。", day < Earliest ? $"The day is before {Earliest:yyyy-MM-dd}; look at it again." : $"The day is later than today, {rules.Today:yyyy-MM-dd}.");
            return null;
        }

        return day;
    }

    private void Fault(string column, string zh, string en) => problems.Add(new RowProblem(column, Cell(column).Text, zh, en));
}
