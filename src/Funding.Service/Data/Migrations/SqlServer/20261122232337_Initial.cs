using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Funding.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AcceptedInvoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ByCode = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SellerName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Use = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptedInvoices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccessLog",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Person = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PersonName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Jurisdiction = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Method = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Route = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SubjectId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Status = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessLog", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    InstitutionVersion = table.Column<long>(type: "bigint", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ImplementingBodyCode = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ImplementingBodyName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CoBuilt = table.Column<bool>(type: "bit", nullable: false),
                    CountyShareFen = table.Column<long>(type: "bigint", nullable: true),
                    Standing = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    StandingSince = table.Column<DateOnly>(type: "date", nullable: false),
                    RecognisedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecisionNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    EvaluatedYear = table.Column<int>(type: "int", nullable: true),
                    EvaluationGrade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    EvaluationVersion = table.Column<long>(type: "bigint", nullable: false),
                    OpenHolds = table.Column<int>(type: "int", nullable: false),
                    FirstAllottedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.InstitutionId);
                });

            migrationBuilder.CreateTable(
                name: "Appropriations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    OpenedFen = table.Column<long>(type: "bigint", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    CapFen = table.Column<long>(type: "bigint", nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: false),
                    FunctionalSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CommittedFen = table.Column<long>(type: "bigint", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Approved_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Approved_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Proposed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Proposed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Withdrawn_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawn_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Withdrawn_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Withdrawn_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Withdrawn_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appropriations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    MediaType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    LengthBytes = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    UploadedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Cautions = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Scanned = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarVersion",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarVersion", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "ChainLinks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    PostingSequence = table.Column<long>(type: "bigint", nullable: false),
                    PreviousHash = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SealedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainLinks", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "ClaimantAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Ceiling = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClaimantCode = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    UsedFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimantAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClockOffset",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    OffsetTicks = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClockOffset", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DailyHeads",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Signature = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    KeyId = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DailyHeads", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    District = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Role = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PrincipalSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PrincipalName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DeputySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyRecords",
                columns: table => new
                {
                    Subject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Endpoint = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RequestHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    StoredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Location = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ETag = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Body = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyRecords", x => new { x.Subject, x.Endpoint, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "InboxMessage",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Endpoint = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxMessage", x => new { x.MessageId, x.Endpoint });
                });

            migrationBuilder.CreateTable(
                name: "InboxSubjectTurn",
                columns: table => new
                {
                    Slot = table.Column<int>(type: "int", nullable: false),
                    Taken = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxSubjectTurn", x => x.Slot);
                });

            migrationBuilder.CreateTable(
                name: "InboxWaiting",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SubjectKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Endpoint = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    TraceParent = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InboxWaiting", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Input = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    RequestedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Done = table.Column<int>(type: "int", nullable: false),
                    Total = table.Column<int>(type: "int", nullable: false),
                    Checkpoint = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Result = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Error = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LeaseOwner = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    LeaseExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    Jurisdiction = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => new { x.Jurisdiction, x.Kind, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "OutboxLease",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Owner = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Fence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxLease", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessage",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StreamKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    TraceParent = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    OccurredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastError = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ParkedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessage", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "PayeeAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Owner = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OwnerName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Bank = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RejectReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Decided_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Decided_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Decided_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Decided_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Decided_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Proposed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Proposed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PayeeAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PaymentRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SealedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Payments = table.Column<int>(type: "int", nullable: false),
                    TotalFen = table.Column<long>(type: "bigint", nullable: false),
                    Checksum = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Dissolved_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Dissolved_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Dissolved_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Dissolved_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Dissolved_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Gathered_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Gathered_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Gathered_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Gathered_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Gathered_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Sealed_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Sealed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Sealed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Sealed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Sealed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlanDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanDecision", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PolicyVersion",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyVersion", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "Postings",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Debit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Credit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PostedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Postings", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReceiptNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PayerName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    MatchedFen = table.Column<long>(type: "bigint", nullable: false),
                    ReturnedFen = table.Column<long>(type: "bigint", nullable: false),
                    Recorded_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Recorded_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Recorded_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Recorded_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Recorded_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RewardDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Award = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Confirmed_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Confirmed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Proposed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Proposed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Withdrawn_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawn_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Withdrawn_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Withdrawn_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Withdrawn_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RewardDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SettlementRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Bodies = table.Column<int>(type: "int", nullable: false),
                    Lines = table.Column<int>(type: "int", nullable: false),
                    Refused = table.Column<int>(type: "int", nullable: false),
                    Settled = table.Column<int>(type: "int", nullable: false),
                    LeftOut = table.Column<int>(type: "int", nullable: false),
                    PaidFen = table.Column<long>(type: "bigint", nullable: false),
                    EntitledFen = table.Column<long>(type: "bigint", nullable: false),
                    ClaimedFen = table.Column<long>(type: "bigint", nullable: false),
                    ChangeFen = table.Column<long>(type: "bigint", nullable: false),
                    JobId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Committed_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Committed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Committed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Committed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Committed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Discarded_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Discarded_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Discarded_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Discarded_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Discarded_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Opened_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Opened_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Opened_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Opened_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Opened_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ShadowRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: true),
                    PackFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    PackHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    JobId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Rows = table.Column<int>(type: "int", nullable: false),
                    RowsLeftOut = table.Column<int>(type: "int", nullable: false),
                    Faults = table.Column<int>(type: "int", nullable: false),
                    Findings = table.Column<int>(type: "int", nullable: false),
                    PaidFen = table.Column<long>(type: "bigint", nullable: false),
                    AboveCapFen = table.Column<long>(type: "bigint", nullable: false),
                    UnclaimedFen = table.Column<long>(type: "bigint", nullable: false),
                    ClaimedTwiceFen = table.Column<long>(type: "bigint", nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    FaultZh = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    FaultEn = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Begun_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Begun_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Begun_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Begun_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Begun_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShadowRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "YearSummaries",
                columns: table => new
                {
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Told = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Transfers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearSummaries", x => new { x.Programme, x.FiscalYear, x.Jurisdiction });
                });

            migrationBuilder.CreateTable(
                name: "YearsSummedUpTo",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearsSummedUpTo", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Absorption",
                columns: table => new
                {
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AbsorbedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absorption", x => new { x.InstitutionId, x.AbsorbedId });
                    table.ForeignKey(
                        name: "FK_Absorption_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Claims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ClaimantCode = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClaimantName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Answers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    PayeeName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PayeeAccount = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PackHash = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    UniqueKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Flags = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    DueFen = table.Column<long>(type: "bigint", nullable: true),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    GrantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Assessed_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Assessed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Assessed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Assessed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Assessed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Submitted_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Submitted_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Submitted_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Submitted_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Submitted_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TurnedDown_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TurnedDown_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TurnedDown_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TurnedDown_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TurnedDown_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Claims_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeadlineCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AllottedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    DecidedFen = table.Column<long>(type: "bigint", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CutOff = table.Column<DateOnly>(type: "date", nullable: false),
                    VoidCause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    VoidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Confirmed_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Confirmed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeadlineCases_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeadlineWarnings",
                columns: table => new
                {
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<int>(type: "int", nullable: false),
                    WrittenOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineWarnings", x => new { x.InstitutionId, x.Deadline, x.Days });
                    table.ForeignKey(
                        name: "FK_DeadlineWarnings_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FundedYears",
                columns: table => new
                {
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LiveAdvances = table.Column<int>(type: "int", nullable: false),
                    CommittedFen = table.Column<long>(type: "bigint", nullable: false),
                    PaidFen = table.Column<long>(type: "bigint", nullable: false),
                    EntitledFen = table.Column<long>(type: "bigint", nullable: false),
                    RecoveredFen = table.Column<long>(type: "bigint", nullable: false),
                    SpentFen = table.Column<long>(type: "bigint", nullable: false),
                    OverAdvanceFen = table.Column<long>(type: "bigint", nullable: false),
                    Held = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    OverAdvanceBesideFen = table.Column<long>(type: "bigint", nullable: false),
                    DecidedBesideFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FundedYears", x => new { x.InstitutionId, x.FiscalYear });
                    table.ForeignKey(
                        name: "FK_FundedYears_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Holds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ReasonEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    GroundEndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GroundEndDocument = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ReleaseReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Placed_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Placed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Placed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Placed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Placed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Released_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Released_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Released_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Released_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Released_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Holds_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PublishedResults",
                columns: table => new
                {
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReviewId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReviewVersion = table.Column<long>(type: "bigint", nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SettledVersion = table.Column<long>(type: "bigint", nullable: false),
                    IsPending = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedResults", x => new { x.InstitutionId, x.FiscalYear });
                    table.ForeignKey(
                        name: "FK_PublishedResults_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Settlements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    ReviewId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReviewVersion = table.Column<long>(type: "bigint", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AdvanceFen = table.Column<long>(type: "bigint", nullable: false),
                    EntitledFen = table.Column<long>(type: "bigint", nullable: false),
                    ClawbackFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settlements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Settlements_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpendingStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TotalFen = table.Column<long>(type: "bigint", nullable: false),
                    AcceptedFen = table.Column<long>(type: "bigint", nullable: false),
                    ReturnReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Confirmed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Returned_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Returned_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Returned_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Returned_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Returned_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Submitted_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Submitted_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Submitted_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Submitted_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Submitted_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Verified_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Verified_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Verified_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Verified_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Verified_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpendingStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpendingStatements_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AppropriationChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    AppropriationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    IntoId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Approved_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Approved_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Proposed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Proposed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Withdrawn_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Withdrawn_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Withdrawn_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Withdrawn_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Withdrawn_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppropriationChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AppropriationChanges_Appropriations_AppropriationId",
                        column: x => x.AppropriationId,
                        principalTable: "Appropriations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AppropriationChanges_Appropriations_IntoId",
                        column: x => x.IntoId,
                        principalTable: "Appropriations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttachmentChunks",
                columns: table => new
                {
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttachmentChunks", x => new { x.AttachmentId, x.Position });
                    table.ForeignKey(
                        name: "FK_AttachmentChunks_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reconciliations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Entries = table.Column<int>(type: "int", nullable: false),
                    OutFen = table.Column<long>(type: "bigint", nullable: false),
                    InFen = table.Column<long>(type: "bigint", nullable: false),
                    OpenDifferences = table.Column<int>(type: "int", nullable: false),
                    Imported_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Imported_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Imported_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Imported_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Imported_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reconciliations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reconciliations_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    AppropriationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    WithheldFen = table.Column<long>(type: "bigint", nullable: false),
                    PayeeName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PayeeAccount = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PayeeBank = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PayeeCode = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AwaitedPost = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaymentRunId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ExportedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    PaymentKind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Approved_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Approved_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Cancelled_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Cancelled_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Cancelled_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Cancelled_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Cancelled_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    FirstApproved_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FirstApproved_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    FirstApproved_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    FirstApproved_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    FirstApproved_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Proposed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Proposed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Purpose = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AllotmentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AllottedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CoBuildReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TopUpNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TopUpDecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Award = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    BeneficiaryName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    BeneficiaryCode = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecisionNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    RewardedBodyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClaimantAccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DueFen = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Payments_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_Appropriations_AppropriationId",
                        column: x => x.AppropriationId,
                        principalTable: "Appropriations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_ClaimantAccounts_ClaimantAccountId",
                        column: x => x.ClaimantAccountId,
                        principalTable: "ClaimantAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_PaymentRuns_PaymentRunId",
                        column: x => x.PaymentRunId,
                        principalTable: "PaymentRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Payments_Payments_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResultFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PaymentRunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Answers = table.Column<int>(type: "int", nullable: false),
                    Recorded_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Recorded_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Recorded_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Recorded_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Recorded_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResultFiles_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResultFiles_PaymentRuns_PaymentRunId",
                        column: x => x.PaymentRunId,
                        principalTable: "PaymentRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RewardAmount",
                columns: table => new
                {
                    DecisionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Basis = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RewardAmount", x => new { x.DecisionId, x.Key });
                    table.ForeignKey(
                        name: "FK_RewardAmount_RewardDecisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "RewardDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettlementLines",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReviewVersion = table.Column<long>(type: "bigint", nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PaidFen = table.Column<long>(type: "bigint", nullable: false),
                    EntitledFen = table.Column<long>(type: "bigint", nullable: false),
                    EntitledBeforeFen = table.Column<long>(type: "bigint", nullable: true),
                    ClaimedFen = table.Column<long>(type: "bigint", nullable: false),
                    ClaimedBeforeFen = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ReasonZh = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ReasonEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementLines", x => new { x.RunId, x.InstitutionId });
                    table.ForeignKey(
                        name: "FK_SettlementLines_SettlementRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "SettlementRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Histories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ShadowRunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    FunctionalSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    JobId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Faults = table.Column<int>(type: "int", nullable: false),
                    Bodies = table.Column<int>(type: "int", nullable: false),
                    Lines = table.Column<int>(type: "int", nullable: false),
                    PaidFen = table.Column<long>(type: "bigint", nullable: false),
                    ClawbackFen = table.Column<long>(type: "bigint", nullable: false),
                    ReceivedFen = table.Column<long>(type: "bigint", nullable: false),
                    FaultZh = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    FaultEn = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Confirmed_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Confirmed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Confirmed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Made_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Made_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Made_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Made_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Made_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Histories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Histories_ShadowRuns_ShadowRunId",
                        column: x => x.ShadowRunId,
                        principalTable: "ShadowRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ShadowFaults",
                columns: table => new
                {
                    ShadowRunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Table = table.Column<int>(type: "int", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    Column = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Zh = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    En = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShadowFaults", x => new { x.ShadowRunId, x.Number });
                    table.ForeignKey(
                        name: "FK_ShadowFaults_ShadowRuns_ShadowRunId",
                        column: x => x.ShadowRunId,
                        principalTable: "ShadowRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ShadowFindings",
                columns: table => new
                {
                    ShadowRunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Group = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ClauseId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    FiscalYear = table.Column<int>(type: "int", nullable: true),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    CountedFen = table.Column<long>(type: "bigint", nullable: false),
                    Zh = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: false),
                    En = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: false),
                    Identity = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShadowFindings", x => new { x.ShadowRunId, x.Number });
                    table.ForeignKey(
                        name: "FK_ShadowFindings_ShadowRuns_ShadowRunId",
                        column: x => x.ShadowRunId,
                        principalTable: "ShadowRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ShadowTables",
                columns: table => new
                {
                    ShadowRunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Sheet = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    TitleLine = table.Column<int>(type: "int", nullable: false),
                    Titles = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Preview = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Mapping = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShadowTables", x => new { x.ShadowRunId, x.Number });
                    table.ForeignKey(
                        name: "FK_ShadowTables_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ShadowTables_ShadowRuns_ShadowRunId",
                        column: x => x.ShadowRunId,
                        principalTable: "ShadowRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClaimFiles",
                columns: table => new
                {
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProofNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimFiles", x => x.AttachmentId);
                    table.ForeignKey(
                        name: "FK_ClaimFiles_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClaimFiles_Claims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "Claims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClaimProof",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SellerName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SellerCode = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Accepted = table.Column<bool>(type: "bit", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimProof", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimProof_Claims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "Claims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeadlineEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    BookedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeadlineEntries_DeadlineCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "DeadlineCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Clawbacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    Cause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ClauseId = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SettlementId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ClaimedFen = table.Column<long>(type: "bigint", nullable: false),
                    ReceivedFen = table.Column<long>(type: "bigint", nullable: false),
                    OffsetFen = table.Column<long>(type: "bigint", nullable: false),
                    WrittenOffFen = table.Column<long>(type: "bigint", nullable: false),
                    RefundedFen = table.Column<long>(type: "bigint", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Plan = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    NotifiedFen = table.Column<long>(type: "bigint", nullable: true),
                    OpenObjections = table.Column<int>(type: "int", nullable: false),
                    Suspended = table.Column<bool>(type: "bit", nullable: false),
                    EscalatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clawbacks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Clawbacks_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clawbacks_Settlements_SettlementId",
                        column: x => x.SettlementId,
                        principalTable: "Settlements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SettlementRevisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SettlementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    SettlementRunId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReviewVersion = table.Column<long>(type: "bigint", nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AdvanceFen = table.Column<long>(type: "bigint", nullable: false),
                    EntitledFen = table.Column<long>(type: "bigint", nullable: false),
                    ClawbackFen = table.Column<long>(type: "bigint", nullable: false),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SettlementRevisions_Settlements_SettlementId",
                        column: x => x.SettlementId,
                        principalTable: "Settlements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StatementFiles",
                columns: table => new
                {
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StatementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VoucherId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementFiles", x => x.AttachmentId);
                    table.ForeignKey(
                        name: "FK_StatementFiles_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatementFiles_SpendingStatements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "SpendingStatements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Vouchers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StatementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SellerCode = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    SellerName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Accepted = table.Column<bool>(type: "bit", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vouchers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Vouchers_SpendingStatements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "SpendingStatements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Differences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ReconciliationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    BookedFen = table.Column<long>(type: "bigint", nullable: true),
                    BankFen = table.Column<long>(type: "bigint", nullable: true),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Explanation = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Explained_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Explained_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Explained_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Explained_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Explained_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Differences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Differences_Reconciliations_ReconciliationId",
                        column: x => x.ReconciliationId,
                        principalTable: "Reconciliations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StatementEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReconciliationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CounterpartyName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Matched = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatementEntries_Reconciliations_ReconciliationId",
                        column: x => x.ReconciliationId,
                        principalTable: "Reconciliations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GrantShare",
                columns: table => new
                {
                    GrantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Payer = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantShare", x => new { x.GrantId, x.Payer });
                    table.ForeignKey(
                        name: "FK_GrantShare_Payments_GrantId",
                        column: x => x.GrantId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaymentResults",
                columns: table => new
                {
                    PaymentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PaymentRunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    BankReference = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Recorded_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Recorded_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Recorded_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Recorded_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Recorded_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentResults", x => new { x.PaymentId, x.Outcome });
                    table.ForeignKey(
                        name: "FK_PaymentResults_Payments_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "Payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HistoryFaults",
                columns: table => new
                {
                    HistoryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Table = table.Column<int>(type: "int", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    Column = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Zh = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    En = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryFaults", x => new { x.HistoryId, x.Number });
                    table.ForeignKey(
                        name: "FK_HistoryFaults_Histories_HistoryId",
                        column: x => x.HistoryId,
                        principalTable: "Histories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HistoryLines",
                columns: table => new
                {
                    HistoryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    PaidFen = table.Column<long>(type: "bigint", nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    EntitledFen = table.Column<long>(type: "bigint", nullable: true),
                    ClawbackFen = table.Column<long>(type: "bigint", nullable: false),
                    ReceivedFen = table.Column<long>(type: "bigint", nullable: false),
                    HoldReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Detail = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryLines", x => new { x.HistoryId, x.Number });
                    table.ForeignKey(
                        name: "FK_HistoryLines_Accounts_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Accounts",
                        principalColumn: "InstitutionId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HistoryLines_Histories_HistoryId",
                        column: x => x.HistoryId,
                        principalTable: "Histories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClawbackNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClawbackId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    NumberText = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClaimedFen = table.Column<long>(type: "bigint", nullable: false),
                    OutstandingFen = table.Column<long>(type: "bigint", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DeliveredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DeliveredHow = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Delivered_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Delivered_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Delivered_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Delivered_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Delivered_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Issued_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Issued_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Issued_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Issued_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Issued_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClawbackNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClawbackNotices_Clawbacks_ClawbackId",
                        column: x => x.ClawbackId,
                        principalTable: "Clawbacks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClawbackReminders",
                columns: table => new
                {
                    ClawbackId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<int>(type: "int", nullable: false),
                    WrittenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OverdueFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClawbackReminders", x => new { x.ClawbackId, x.DueOn, x.Days });
                    table.ForeignKey(
                        name: "FK_ClawbackReminders_Clawbacks_ClawbackId",
                        column: x => x.ClawbackId,
                        principalTable: "Clawbacks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClawbackId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Grounds = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    UpheldAtFen = table.Column<long>(type: "bigint", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Filed_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Filed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Filed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Filed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Filed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objections_Clawbacks_ClawbackId",
                        column: x => x.ClawbackId,
                        principalTable: "Clawbacks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReceiptParts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClawbackId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Matched_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Matched_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Matched_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Matched_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Matched_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiptParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReceiptParts_Clawbacks_ClawbackId",
                        column: x => x.ClawbackId,
                        principalTable: "Clawbacks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReceiptParts_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClawbackDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Programme = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    FiscalYear = table.Column<int>(type: "int", nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ClawbackId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Cause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ReceiptId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PaymentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ObjectionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Plan = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    PayeeName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PayeeAccount = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: true),
                    NumberYear = table.Column<int>(type: "int", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BankReference = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Approved_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Approved_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Approved_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Ended_At = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Ended_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Ended_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Ended_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Ended_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Proposed_ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Proposed_Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Proposed_Subject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClawbackDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClawbackDecisions_Clawbacks_ClawbackId",
                        column: x => x.ClawbackId,
                        principalTable: "Clawbacks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClawbackDecisions_Objections_ObjectionId",
                        column: x => x.ObjectionId,
                        principalTable: "Objections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClawbackDecisions_Receipts_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "Receipts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "InboxSubjectTurn",
                columns: new[] { "Slot", "Taken" },
                values: new object[,]
                {
                    { 0, 0L },
                    { 1, 0L },
                    { 2, 0L },
                    { 3, 0L },
                    { 4, 0L },
                    { 5, 0L },
                    { 6, 0L },
                    { 7, 0L },
                    { 8, 0L },
                    { 9, 0L },
                    { 10, 0L },
                    { 11, 0L },
                    { 12, 0L },
                    { 13, 0L },
                    { 14, 0L },
                    { 15, 0L },
                    { 16, 0L },
                    { 17, 0L },
                    { 18, 0L },
                    { 19, 0L },
                    { 20, 0L },
                    { 21, 0L },
                    { 22, 0L },
                    { 23, 0L },
                    { 24, 0L },
                    { 25, 0L },
                    { 26, 0L },
                    { 27, 0L },
                    { 28, 0L },
                    { 29, 0L },
                    { 30, 0L },
                    { 31, 0L },
                    { 32, 0L },
                    { 33, 0L },
                    { 34, 0L },
                    { 35, 0L },
                    { 36, 0L },
                    { 37, 0L },
                    { 38, 0L },
                    { 39, 0L },
                    { 40, 0L },
                    { 41, 0L },
                    { 42, 0L },
                    { 43, 0L },
                    { 44, 0L },
                    { 45, 0L },
                    { 46, 0L },
                    { 47, 0L },
                    { 48, 0L },
                    { 49, 0L },
                    { 50, 0L },
                    { 51, 0L },
                    { 52, 0L },
                    { 53, 0L },
                    { 54, 0L },
                    { 55, 0L },
                    { 56, 0L },
                    { 57, 0L },
                    { 58, 0L },
                    { 59, 0L },
                    { 60, 0L },
                    { 61, 0L },
                    { 62, 0L },
                    { 63, 0L }
                });

            migrationBuilder.InsertData(
                table: "OutboxLease",
                columns: new[] { "Name", "ExpiresAt", "Fence", "Owner" },
                values: new object[] { "dispatcher", new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), 0L, "" });

            migrationBuilder.CreateIndex(
                name: "IX_AcceptedInvoices_Jurisdiction_ByCode",
                table: "AcceptedInvoices",
                columns: new[] { "Jurisdiction", "ByCode" },
                unique: true,
                filter: "\"ByCode\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AcceptedInvoices_Jurisdiction_ByName",
                table: "AcceptedInvoices",
                columns: new[] { "Jurisdiction", "ByName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AcceptedInvoices_SourceId",
                table: "AcceptedInvoices",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_AccessLog_At",
                table: "AccessLog",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AccessLog_Jurisdiction_Id",
                table: "AccessLog",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessLog_Person_Id",
                table: "AccessLog",
                columns: new[] { "Person", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessLog_SubjectId_Id",
                table: "AccessLog",
                columns: new[] { "SubjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Jurisdiction_InstitutionId",
                table: "Accounts",
                columns: new[] { "Jurisdiction", "InstitutionId" });

            migrationBuilder.CreateIndex(
                name: "IX_AppropriationChanges_AppropriationId",
                table: "AppropriationChanges",
                column: "AppropriationId");

            migrationBuilder.CreateIndex(
                name: "IX_AppropriationChanges_IntoId",
                table: "AppropriationChanges",
                column: "IntoId");

            migrationBuilder.CreateIndex(
                name: "IX_AppropriationChanges_Jurisdiction_Id",
                table: "AppropriationChanges",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Appropriations_Jurisdiction_Id",
                table: "Appropriations",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Appropriations_Programme_FiscalYear",
                table: "Appropriations",
                columns: new[] { "Programme", "FiscalYear" },
                unique: true,
                filter: "\"Status\" <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarVersion_Year",
                table: "CalendarVersion",
                column: "Year");

            migrationBuilder.CreateIndex(
                name: "IX_ChainLinks_PostingSequence",
                table: "ChainLinks",
                column: "PostingSequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClaimFiles_ClaimId",
                table: "ClaimFiles",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimProof_ClaimId",
                table: "ClaimProof",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimantAccounts_Programme_Ceiling_ClaimantCode_FiscalYear",
                table: "ClaimantAccounts",
                columns: new[] { "Programme", "Ceiling", "ClaimantCode", "FiscalYear" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Claims_ClaimantCode_Id",
                table: "Claims",
                columns: new[] { "ClaimantCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_InstitutionId",
                table: "Claims",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_Jurisdiction_Status_Id",
                table: "Claims",
                columns: new[] { "Jurisdiction", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_UniqueKey",
                table: "Claims",
                column: "UniqueKey",
                unique: true,
                filter: "\"UniqueKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ClawbackDecisions_ClawbackId_Status",
                table: "ClawbackDecisions",
                columns: new[] { "ClawbackId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ClawbackDecisions_InstitutionId_FiscalYear",
                table: "ClawbackDecisions",
                columns: new[] { "InstitutionId", "FiscalYear" });

            migrationBuilder.CreateIndex(
                name: "IX_ClawbackDecisions_Jurisdiction_Status_Id",
                table: "ClawbackDecisions",
                columns: new[] { "Jurisdiction", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ClawbackDecisions_ObjectionId",
                table: "ClawbackDecisions",
                column: "ObjectionId");

            migrationBuilder.CreateIndex(
                name: "IX_ClawbackDecisions_PaymentId",
                table: "ClawbackDecisions",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_ClawbackDecisions_ReceiptId",
                table: "ClawbackDecisions",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_ClawbackNotices_ClawbackId",
                table: "ClawbackNotices",
                column: "ClawbackId");

            migrationBuilder.CreateIndex(
                name: "IX_ClawbackNotices_Jurisdiction_Id",
                table: "ClawbackNotices",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ClawbackNotices_Jurisdiction_NumberText",
                table: "ClawbackNotices",
                columns: new[] { "Jurisdiction", "NumberText" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clawbacks_InstitutionId_FiscalYear_Cause",
                table: "Clawbacks",
                columns: new[] { "InstitutionId", "FiscalYear", "Cause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clawbacks_Jurisdiction_FiscalYear_Id",
                table: "Clawbacks",
                columns: new[] { "Jurisdiction", "FiscalYear", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clawbacks_Jurisdiction_Status_Id",
                table: "Clawbacks",
                columns: new[] { "Jurisdiction", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clawbacks_SettlementId",
                table: "Clawbacks",
                column: "SettlementId");

            migrationBuilder.CreateIndex(
                name: "IX_Clawbacks_Status_DueOn",
                table: "Clawbacks",
                columns: new[] { "Status", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineCases_InstitutionId_Deadline_Number",
                table: "DeadlineCases",
                columns: new[] { "InstitutionId", "Deadline", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineCases_Jurisdiction_Status_Id",
                table: "DeadlineCases",
                columns: new[] { "Jurisdiction", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineEntries_CaseId_Id",
                table: "DeadlineEntries",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineEntries_InstitutionId_FiscalYear",
                table: "DeadlineEntries",
                columns: new[] { "InstitutionId", "FiscalYear" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_DeputySubject_Until",
                table: "Delegations",
                columns: new[] { "DeputySubject", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_PrincipalSubject_Until",
                table: "Delegations",
                columns: new[] { "PrincipalSubject", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Differences_Jurisdiction_Status_Id",
                table: "Differences",
                columns: new[] { "Jurisdiction", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Differences_ReconciliationId",
                table: "Differences",
                column: "ReconciliationId");

            migrationBuilder.CreateIndex(
                name: "IX_FundedYears_Programme_FiscalYear",
                table: "FundedYears",
                columns: new[] { "Programme", "FiscalYear" });

            migrationBuilder.CreateIndex(
                name: "IX_Histories_Jurisdiction_Id",
                table: "Histories",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Histories_ShadowRunId",
                table: "Histories",
                column: "ShadowRunId");

            migrationBuilder.CreateIndex(
                name: "IX_HistoryLines_InstitutionId",
                table: "HistoryLines",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Holds_InstitutionId_Cause_SourceId",
                table: "Holds",
                columns: new[] { "InstitutionId", "Cause", "SourceId" });

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_StoredAt",
                table: "IdempotencyRecords",
                column: "StoredAt");

            migrationBuilder.CreateIndex(
                name: "IX_InboxMessage_ReceivedAt",
                table: "InboxMessage",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_InboxWaiting_SubjectKey_Sequence",
                table: "InboxWaiting",
                columns: new[] { "SubjectKey", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_LeaseExpiresAt",
                table: "Jobs",
                columns: new[] { "State", "LeaseExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_ClawbackId_Id",
                table: "Objections",
                columns: new[] { "ClawbackId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Jurisdiction_Status_Id",
                table: "Objections",
                columns: new[] { "Jurisdiction", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_MessageId",
                table: "OutboxMessage",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_PublishedAt",
                table: "OutboxMessage",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessage_StreamKey_Sequence",
                table: "OutboxMessage",
                columns: new[] { "StreamKey", "Sequence" },
                filter: "\"PublishedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PayeeAccounts_Confirmed",
                table: "PayeeAccounts",
                columns: new[] { "Jurisdiction", "Owner" },
                unique: true,
                filter: "\"Status\" = 'Confirmed'");

            migrationBuilder.CreateIndex(
                name: "IX_PayeeAccounts_Jurisdiction_Id",
                table: "PayeeAccounts",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PayeeAccounts_Jurisdiction_Owner_Id",
                table: "PayeeAccounts",
                columns: new[] { "Jurisdiction", "Owner", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PayeeAccounts_Proposed",
                table: "PayeeAccounts",
                columns: new[] { "Jurisdiction", "Owner" },
                unique: true,
                filter: "\"Status\" = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentResults_On",
                table: "PaymentResults",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRuns_Jurisdiction_Id",
                table: "PaymentRuns",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_AppropriationId_Status_Id",
                table: "Payments",
                columns: new[] { "AppropriationId", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_BeneficiaryCode_FiscalYear",
                table: "Payments",
                columns: new[] { "BeneficiaryCode", "FiscalYear" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_ClaimantAccountId",
                table: "Payments",
                column: "ClaimantAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_InstitutionId_FiscalYear_Id",
                table: "Payments",
                columns: new[] { "InstitutionId", "FiscalYear", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Jurisdiction_Id",
                table: "Payments",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Jurisdiction_Status_Id",
                table: "Payments",
                columns: new[] { "Jurisdiction", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_PaymentRunId",
                table: "Payments",
                column: "PaymentRunId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_ReplacesId",
                table: "Payments",
                column: "ReplacesId",
                unique: true,
                filter: "\"ReplacesId\" IS NOT NULL AND \"Status\" <> 'Cancelled' AND \"Status\" <> 'Failed' AND \"Status\" <> 'Returned'");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_SourceId",
                table: "Payments",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_SourceId_RewardedBodyId",
                table: "Payments",
                columns: new[] { "SourceId", "RewardedBodyId" },
                unique: true,
                filter: "\"RewardedBodyId\" IS NOT NULL AND \"Status\" <> 'Cancelled' AND \"Status\" <> 'Failed' AND \"Status\" <> 'Returned'");

            migrationBuilder.CreateIndex(
                name: "IX_PlanDecision_Programme_DecidedOn",
                table: "PlanDecision",
                columns: new[] { "Programme", "DecidedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyVersion_Programme_From",
                table: "PolicyVersion",
                columns: new[] { "Programme", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Postings_InstitutionId_FiscalYear_Sequence",
                table: "Postings",
                columns: new[] { "InstitutionId", "FiscalYear", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Postings_Jurisdiction_PostedOn",
                table: "Postings",
                columns: new[] { "Jurisdiction", "PostedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Postings_Jurisdiction_Sequence",
                table: "Postings",
                columns: new[] { "Jurisdiction", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Postings_SourceId_Kind_Line",
                table: "Postings",
                columns: new[] { "SourceId", "Kind", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishedResults_Jurisdiction_IsPending_ReviewId",
                table: "PublishedResults",
                columns: new[] { "Jurisdiction", "IsPending", "ReviewId" });

            migrationBuilder.CreateIndex(
                name: "IX_PublishedResults_Jurisdiction_Programme_FiscalYear_IsPending_InstitutionId",
                table: "PublishedResults",
                columns: new[] { "Jurisdiction", "Programme", "FiscalYear", "IsPending", "InstitutionId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceiptParts_ClawbackId_Id",
                table: "ReceiptParts",
                columns: new[] { "ClawbackId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceiptParts_Jurisdiction",
                table: "ReceiptParts",
                column: "Jurisdiction");

            migrationBuilder.CreateIndex(
                name: "IX_ReceiptParts_ReceiptId",
                table: "ReceiptParts",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Jurisdiction_Id",
                table: "Receipts",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Jurisdiction_ReceiptNumber",
                table: "Receipts",
                columns: new[] { "Jurisdiction", "ReceiptNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Jurisdiction_ReceivedOn",
                table: "Receipts",
                columns: new[] { "Jurisdiction", "ReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Reconciliations_AttachmentId",
                table: "Reconciliations",
                column: "AttachmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Reconciliations_Jurisdiction_Day",
                table: "Reconciliations",
                columns: new[] { "Jurisdiction", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reconciliations_Jurisdiction_Id",
                table: "Reconciliations",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Reconciliations_OpenDifferences",
                table: "Reconciliations",
                column: "OpenDifferences");

            migrationBuilder.CreateIndex(
                name: "IX_ResultFiles_AttachmentId",
                table: "ResultFiles",
                column: "AttachmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ResultFiles_PaymentRunId_Sha256",
                table: "ResultFiles",
                columns: new[] { "PaymentRunId", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RewardDecisions_Jurisdiction_Id",
                table: "RewardDecisions",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RewardDecisions_Programme_Award_Year",
                table: "RewardDecisions",
                columns: new[] { "Programme", "Award", "Year" },
                unique: true,
                filter: "\"Status\" <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "IX_SettlementLines_RunId_State_InstitutionId",
                table: "SettlementLines",
                columns: new[] { "RunId", "State", "InstitutionId" });

            migrationBuilder.CreateIndex(
                name: "IX_SettlementRevisions_SettlementId_Revision",
                table: "SettlementRevisions",
                columns: new[] { "SettlementId", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SettlementRuns_Jurisdiction_Id",
                table: "SettlementRuns",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_InstitutionId_FiscalYear",
                table: "Settlements",
                columns: new[] { "InstitutionId", "FiscalYear" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_Jurisdiction_FiscalYear_Id",
                table: "Settlements",
                columns: new[] { "Jurisdiction", "FiscalYear", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ShadowRuns_Jurisdiction_Id",
                table: "ShadowRuns",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ShadowTables_AttachmentId",
                table: "ShadowTables",
                column: "AttachmentId");

            migrationBuilder.CreateIndex(
                name: "IX_SpendingStatements_InstitutionId_Status",
                table: "SpendingStatements",
                columns: new[] { "InstitutionId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_SpendingStatements_Jurisdiction_Status_Id",
                table: "SpendingStatements",
                columns: new[] { "Jurisdiction", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementEntries_ReconciliationId_Line",
                table: "StatementEntries",
                columns: new[] { "ReconciliationId", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementFiles_StatementId",
                table: "StatementFiles",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_StatementId",
                table: "Vouchers",
                column: "StatementId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absorption");

            migrationBuilder.DropTable(
                name: "AcceptedInvoices");

            migrationBuilder.DropTable(
                name: "AccessLog");

            migrationBuilder.DropTable(
                name: "AppropriationChanges");

            migrationBuilder.DropTable(
                name: "AttachmentChunks");

            migrationBuilder.DropTable(
                name: "CalendarVersion");

            migrationBuilder.DropTable(
                name: "ChainLinks");

            migrationBuilder.DropTable(
                name: "ClaimFiles");

            migrationBuilder.DropTable(
                name: "ClaimProof");

            migrationBuilder.DropTable(
                name: "ClawbackDecisions");

            migrationBuilder.DropTable(
                name: "ClawbackNotices");

            migrationBuilder.DropTable(
                name: "ClawbackReminders");

            migrationBuilder.DropTable(
                name: "ClockOffset");

            migrationBuilder.DropTable(
                name: "DailyHeads");

            migrationBuilder.DropTable(
                name: "DeadlineEntries");

            migrationBuilder.DropTable(
                name: "DeadlineWarnings");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "Differences");

            migrationBuilder.DropTable(
                name: "FundedYears");

            migrationBuilder.DropTable(
                name: "GrantShare");

            migrationBuilder.DropTable(
                name: "HistoryFaults");

            migrationBuilder.DropTable(
                name: "HistoryLines");

            migrationBuilder.DropTable(
                name: "Holds");

            migrationBuilder.DropTable(
                name: "IdempotencyRecords");

            migrationBuilder.DropTable(
                name: "InboxMessage");

            migrationBuilder.DropTable(
                name: "InboxSubjectTurn");

            migrationBuilder.DropTable(
                name: "InboxWaiting");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "OutboxLease");

            migrationBuilder.DropTable(
                name: "OutboxMessage");

            migrationBuilder.DropTable(
                name: "PayeeAccounts");

            migrationBuilder.DropTable(
                name: "PaymentResults");

            migrationBuilder.DropTable(
                name: "PlanDecision");

            migrationBuilder.DropTable(
                name: "PolicyVersion");

            migrationBuilder.DropTable(
                name: "Postings");

            migrationBuilder.DropTable(
                name: "PublishedResults");

            migrationBuilder.DropTable(
                name: "ReceiptParts");

            migrationBuilder.DropTable(
                name: "ResultFiles");

            migrationBuilder.DropTable(
                name: "RewardAmount");

            migrationBuilder.DropTable(
                name: "SettlementLines");

            migrationBuilder.DropTable(
                name: "SettlementRevisions");

            migrationBuilder.DropTable(
                name: "ShadowFaults");

            migrationBuilder.DropTable(
                name: "ShadowFindings");

            migrationBuilder.DropTable(
                name: "ShadowTables");

            migrationBuilder.DropTable(
                name: "StatementEntries");

            migrationBuilder.DropTable(
                name: "StatementFiles");

            migrationBuilder.DropTable(
                name: "Vouchers");

            migrationBuilder.DropTable(
                name: "YearSummaries");

            migrationBuilder.DropTable(
                name: "YearsSummedUpTo");

            migrationBuilder.DropTable(
                name: "Claims");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "DeadlineCases");

            migrationBuilder.DropTable(
                name: "Histories");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "Receipts");

            migrationBuilder.DropTable(
                name: "RewardDecisions");

            migrationBuilder.DropTable(
                name: "SettlementRuns");

            migrationBuilder.DropTable(
                name: "Reconciliations");

            migrationBuilder.DropTable(
                name: "SpendingStatements");

            migrationBuilder.DropTable(
                name: "Clawbacks");

            migrationBuilder.DropTable(
                name: "ShadowRuns");

            migrationBuilder.DropTable(
                name: "Appropriations");

            migrationBuilder.DropTable(
                name: "ClaimantAccounts");

            migrationBuilder.DropTable(
                name: "PaymentRuns");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "Settlements");

            migrationBuilder.DropTable(
                name: "Accounts");
        }
    }
}
