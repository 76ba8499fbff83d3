using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Reporting.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "CountedAdvances",
                columns: table => new
                {
                    AdvanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReviewId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Reversed = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountedAdvances", x => x.AdvanceId);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    ThirdPartyName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ThirdPartyCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationRounds", x => x.Id);
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
                name: "Institutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Organisation = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Category = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Standing = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StandingSince = table.Column<DateOnly>(type: "date", nullable: false),
                    RecognisedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RectificationUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    IsJointlyBuilt = table.Column<bool>(type: "bit", nullable: false),
                    PartyCodes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PapersVersion = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Institutions", x => x.Id);
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
                name: "MonitoringAnalyses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    BySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonitoringAnalyses", x => x.Id);
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
                name: "Evaluations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    ThirdPartyName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ThirdPartyCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false),
                    CommissionNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    GradedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Publications = table.Column<long>(type: "bigint", nullable: false),
                    PublishedGrade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicationNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    PublishedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PublishedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evaluations_EvaluationRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "EvaluationRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evaluations_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PapersOnFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PapersOnFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PapersOnFile_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PeriodicReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sections = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Indicators = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OverdueToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SubmittedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeriodicReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PeriodicReports_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FiscalYear = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PaidFen = table.Column<long>(type: "bigint", nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    GradedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Publications = table.Column<long>(type: "bigint", nullable: false),
                    PublishedGrade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EvaluationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SettlementVersion = table.Column<long>(type: "bigint", nullable: false),
                    EntitledFen = table.Column<long>(type: "bigint", nullable: true),
                    ClawbackFen = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reviews_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandingEntry",
                columns: table => new
                {
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Standing = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingEntry", x => new { x.InstitutionId, x.Version });
                    table.ForeignKey(
                        name: "FK_StandingEntry_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    What = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    BySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvaluationStep_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    What = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    BySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportStep_PeriodicReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "PeriodicReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReviewId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    What = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    BySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewStep_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
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
                name: "IX_CalendarVersion_Year",
                table: "CalendarVersion",
                column: "Year");

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationRounds_Jurisdiction_Id",
                table: "EvaluationRounds",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationRounds_Programme_Year",
                table: "EvaluationRounds",
                columns: new[] { "Programme", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationStep_EvaluationId",
                table: "EvaluationStep",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_InstitutionId_Kind_Year",
                table: "Evaluations",
                columns: new[] { "InstitutionId", "Kind", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_RoundId",
                table: "Evaluations",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_Year_Status_Id",
                table: "Evaluations",
                columns: new[] { "Year", "Status", "Id" });

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
                name: "IX_Institutions_Jurisdiction_District",
                table: "Institutions",
                columns: new[] { "Jurisdiction", "District" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Organisation",
                table: "Institutions",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Programme_Id",
                table: "Institutions",
                columns: new[] { "Programme", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_LeaseExpiresAt",
                table: "Jobs",
                columns: new[] { "State", "LeaseExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MonitoringAnalyses_Jurisdiction_Programme_Year_Round",
                table: "MonitoringAnalyses",
                columns: new[] { "Jurisdiction", "Programme", "Year", "Round" });

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
                name: "IX_PapersOnFile_InstitutionId_Kind",
                table: "PapersOnFile",
                columns: new[] { "InstitutionId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_PeriodicReports_InstitutionId_Year_Round",
                table: "PeriodicReports",
                columns: new[] { "InstitutionId", "Year", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeriodicReports_Programme_Year_Round_Id",
                table: "PeriodicReports",
                columns: new[] { "Programme", "Year", "Round", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PeriodicReports_Status_DueOn",
                table: "PeriodicReports",
                columns: new[] { "Status", "DueOn" });

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
                name: "IX_ReportStep_ReportId",
                table: "ReportStep",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewStep_ReviewId",
                table: "ReviewStep",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_FiscalYear_Status_Id",
                table: "Reviews",
                columns: new[] { "FiscalYear", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_InstitutionId_Programme_FiscalYear",
                table: "Reviews",
                columns: new[] { "InstitutionId", "Programme", "FiscalYear" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessLog");

            migrationBuilder.DropTable(
                name: "AttachmentChunks");

            migrationBuilder.DropTable(
                name: "CalendarVersion");

            migrationBuilder.DropTable(
                name: "ClockOffset");

            migrationBuilder.DropTable(
                name: "CountedAdvances");

            migrationBuilder.DropTable(
                name: "EvaluationStep");

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
                name: "MonitoringAnalyses");

            migrationBuilder.DropTable(
                name: "OutboxLease");

            migrationBuilder.DropTable(
                name: "OutboxMessage");

            migrationBuilder.DropTable(
                name: "PapersOnFile");

            migrationBuilder.DropTable(
                name: "PlanDecision");

            migrationBuilder.DropTable(
                name: "PolicyVersion");

            migrationBuilder.DropTable(
                name: "ReportStep");

            migrationBuilder.DropTable(
                name: "ReviewStep");

            migrationBuilder.DropTable(
                name: "StandingEntry");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "Evaluations");

            migrationBuilder.DropTable(
                name: "PeriodicReports");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropTable(
                name: "EvaluationRounds");

            migrationBuilder.DropTable(
                name: "Institutions");
        }
    }
}
