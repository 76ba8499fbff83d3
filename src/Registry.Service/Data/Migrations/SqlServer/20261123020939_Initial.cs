using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Registry.Data.Migrations.SqlServer
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
                name: "Calendars",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    IsTest = table.Column<bool>(type: "bit", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EnteredByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calendars", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Calls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Categories = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Materials = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PublishedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CloseReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ClosedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calls", x => x.Id);
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
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Role = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PrincipalSubject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PrincipalName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DeputySubject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DeputyName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryGroup",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Category = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Standing = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryGroup", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EvaluationResults",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Grade = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ResultVersion = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvaluationResults", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Experts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Subject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    OrganisationCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true),
                    OrganisationName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Fields = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    EnrolledAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Experts", x => x.Id);
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
                name: "Interpretations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Clause = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interpretations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Park = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    OrganisationCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OrganisationName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    CodeHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    InvitedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    InvitedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RedeemedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    RedeemedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    RedeemedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
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
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Quorum = table.Column<int>(type: "int", nullable: false),
                    Majority = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    PartiesAreRecused = table.Column<bool>(type: "bit", nullable: false),
                    PolicyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    WrittenBy = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    ConfirmedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ConfirmedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Seats = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NameBigram",
                columns: table => new
                {
                    Bigram = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NameBigram", x => new { x.Bigram, x.InstitutionId });
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
                name: "PackProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProposedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProposedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ApprovedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ApprovedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackProposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Packs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Packs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Places",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Parent = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Zh = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    En = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Places", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlanDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProposedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProposedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ConfirmedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecommendationLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IssuedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    IssuedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisterCounter",
                columns: table => new
                {
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Register = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterCounter", x => new { x.Programme, x.Register });
                });

            migrationBuilder.CreateTable(
                name: "Selections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Track = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Category = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Places = table.Column<int>(type: "int", nullable: true),
                    ReviewersPerApplication = table.Column<int>(type: "int", nullable: false),
                    PassingScore = table.Column<int>(type: "int", nullable: true),
                    Unanimous = table.Column<bool>(type: "bit", nullable: true),
                    DispersionLimit = table.Column<int>(type: "int", nullable: true),
                    ThirdOpinions = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    OpenedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ConcludedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConcludedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ConcludedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    LastPlaceTied = table.Column<bool>(type: "bit", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DecidedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Drawings = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Selections", x => x.Id);
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
                name: "Import",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Rows = table.Column<int>(type: "int", nullable: false),
                    GoodRows = table.Column<int>(type: "int", nullable: false),
                    Errors = table.Column<int>(type: "int", nullable: false),
                    FaultZh = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    FaultEn = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ToldUpTo = table.Column<int>(type: "int", nullable: false),
                    JobId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UploadedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    UploadedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ConfirmedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ConfirmedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    InEffectAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Import", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Import_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Organisation = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    Answers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Linked = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Route = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Track = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Category = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    CentreCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true),
                    LeadBodyCodes = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    HostCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true),
                    Place = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Park = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    PolicyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    StepCount = table.Column<int>(type: "int", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FiledBy = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Applications_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Motion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Step = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Adopted = table.Column<bool>(type: "bit", nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Votes = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Motion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Motion_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SelectionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    WorkingDays = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    ByTestCalendar = table.Column<bool>(type: "bit", nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PostedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PostedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PostedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_Selections_SelectionId",
                        column: x => x.SelectionId,
                        principalTable: "Selections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportError",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    Column = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Zh = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    En = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportError", x => new { x.ImportId, x.Number });
                    table.ForeignKey(
                        name: "FK_ImportError_Import_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Import",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportRow",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    LeftOut = table.Column<bool>(type: "bit", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecognitionEntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ImplementingBodyCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false),
                    ImplementingBodyName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CentreCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true),
                    CentreName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    HostCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true),
                    HostName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Place = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Standing = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StandingSince = table.Column<DateOnly>(type: "date", nullable: false),
                    DecisionNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecognisedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecognitionNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    RectificationUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    SearchName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRow", x => new { x.ImportId, x.Line });
                    table.ForeignKey(
                        name: "FK_ImportRow_Import_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Import",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationFiles",
                columns: table => new
                {
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AttachedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationFiles", x => x.AttachmentId);
                    table.ForeignKey(
                        name: "FK_ApplicationFiles_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ApplicationFiles_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationStep",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ActorSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ActorName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ForSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ActorRole = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    FieldReasons = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationStep_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubjectName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Terms = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecorderCountsAs = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ConfirmedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ConfirmerCountsAs = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDecisions_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConditionAnswer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    Condition = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Met = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    BySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConditionAnswer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConditionAnswer_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Institutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Category = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ImplementingBodyCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ImplementingBodyName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CoBuilt = table.Column<bool>(type: "bit", nullable: false),
                    CountyShareFen = table.Column<long>(type: "bigint", nullable: true),
                    CentreCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CentreName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    HostCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true),
                    HostName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Place = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Park = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Absorbed = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RectificationUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Standing = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StandingSince = table.Column<DateOnly>(type: "date", nullable: false),
                    DecisionNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RecognisedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecognisedPerson = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true, collation: "Latin1_General_100_BIN2"),
                    OpinionsIssued = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    IsJointlyBuilt = table.Column<bool>(type: "bit", nullable: false),
                    LeadBodies = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Institutions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Institutions_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficesHeld",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Office = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficesHeld", x => new { x.ApplicationId, x.Office, x.Subject });
                    table.ForeignKey(
                        name: "FK_OfficesHeld_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecommendedApplication",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecommendationListId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Organisation = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendedApplication", x => x.ApplicationId);
                    table.ForeignKey(
                        name: "FK_RecommendedApplication_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecommendedApplication_RecommendationLists_RecommendationListId",
                        column: x => x.RecommendationListId,
                        principalTable: "RecommendationLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScoreSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SelectionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExpertId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExpertSubject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ExpertName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    FirstSpread = table.Column<int>(type: "int", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Score = table.Column<int>(type: "int", nullable: true),
                    MeetsConditions = table.Column<bool>(type: "bit", nullable: true),
                    Justification = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ScoredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RecusalGround = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    RecusalReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "Experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Selections_SelectionId",
                        column: x => x.SelectionId,
                        principalTable: "Selections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SelectionEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SelectionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Organisation = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Shortfall = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Rank = table.Column<int>(type: "int", nullable: true),
                    MeanHundredths = table.Column<int>(type: "int", nullable: true),
                    Scores = table.Column<int>(type: "int", nullable: false),
                    FoundMet = table.Column<int>(type: "int", nullable: false),
                    Spread = table.Column<int>(type: "int", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelectionEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelectionEntry_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SelectionEntry_Selections_SelectionId",
                        column: x => x.SelectionId,
                        principalTable: "Selections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Submission",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    Answers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Files = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    PolicyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submission", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Submission_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Announcements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NoticeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Serial = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IssuedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    IssuedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Announcements_Notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NoticeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceiptNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Contact = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Statement = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Findings = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    VerifiedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    VerifiedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    VerifiedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DecidedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objections_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PostedApplication",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ImplementingBodyName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CentreName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostedApplication", x => x.ApplicationId);
                    table.ForeignKey(
                        name: "FK_PostedApplication_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PostedApplication_Notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryEntry",
                columns: table => new
                {
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    SearchName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryEntry", x => x.InstitutionId);
                    table.ForeignKey(
                        name: "FK_DirectoryEntry_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Opinions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Serial = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InstitutionName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Project = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProjectLevel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Conclusion = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Priority = table.Column<bool>(type: "bit", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StandingThen = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Opinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Opinions_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperFolders",
                columns: table => new
                {
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperFolders", x => x.InstitutionId);
                    table.ForeignKey(
                        name: "FK_PaperFolders_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Series = table.Column<string>(type: "nvarchar(281)", maxLength: 281, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    IsPerson = table.Column<bool>(type: "bit", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Papers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Papers_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Park = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Organisation = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Register = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AboutInstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AboutEntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Number = table.Column<int>(type: "int", nullable: true),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsLive = table.Column<bool>(type: "bit", nullable: false),
                    IsPublished = table.Column<bool>(type: "bit", nullable: false),
                    Answers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    SearchText = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UniqueKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedBySubject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FiledBy = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    PolicyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    ToldBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    StepCount = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Flags = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterEntries_Institutions_AboutInstitutionId",
                        column: x => x.AboutInstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterEntries_RegisterEntries_AboutEntryId",
                        column: x => x.AboutEntryId,
                        principalTable: "RegisterEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SanctionCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Organisation = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false),
                    Ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    GroundZh = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    GroundEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Measure = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Cause = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Facts = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Authority = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    FindingNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Year = table.Column<int>(type: "int", nullable: true),
                    ChangeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChangedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProposedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ProposedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ClosedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SanctionCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SanctionCases_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandingEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Standing = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    DecisionNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandingEntry_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnnouncedCentre",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AnnouncementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CertificateCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncedCentre", x => x.ApplicationId);
                    table.ForeignKey(
                        name: "FK_AnnouncedCentre_Announcements_AnnouncementId",
                        column: x => x.AnnouncementId,
                        principalTable: "Announcements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AnnouncedCentre_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnouncedCentre_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperFile",
                columns: table => new
                {
                    PaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AttachedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperFile", x => new { x.PaperId, x.AttachmentId });
                    table.ForeignKey(
                        name: "FK_PaperFile_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaperFile_Papers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PaperWarnings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DaysBefore = table.Column<int>(type: "int", nullable: false),
                    WarnedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperWarnings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperWarnings_Papers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "Papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EntryGram",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Gram = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryGram", x => new { x.Gram, x.EntryId });
                    table.ForeignKey(
                        name: "FK_EntryGram_RegisterEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "RegisterEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegisterFiles",
                columns: table => new
                {
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    StepNumber = table.Column<int>(type: "int", nullable: true),
                    AttachedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterFiles", x => x.AttachmentId);
                    table.ForeignKey(
                        name: "FK_RegisterFiles_Attachments_AttachmentId",
                        column: x => x.AttachmentId,
                        principalTable: "Attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RegisterFiles_RegisterEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "RegisterEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegisterPushes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FromEntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToEntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromOrganisation = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true),
                    ToOrganisation = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PushedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PushedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PushedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    FromAnswer = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Reasons = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ToAnswer = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterPushes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterPushes_RegisterEntries_FromEntryId",
                        column: x => x.FromEntryId,
                        principalTable: "RegisterEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterPushes_RegisterEntries_ToEntryId",
                        column: x => x.ToEntryId,
                        principalTable: "RegisterEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterStepTaken",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Act = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StepKey = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    FromState = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ToState = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ActorSubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ActorName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ActorRole = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ForSubject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ForName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ResolutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StepAnswers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Before = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    After = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    PolicyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Flags = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterStepTaken", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterStepTaken_RegisterEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "RegisterEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegisterValues",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Register = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<long>(type: "bigint", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterValues", x => new { x.EntryId, x.Field, x.Position });
                    table.ForeignKey(
                        name: "FK_RegisterValues_RegisterEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "RegisterEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Bans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Covers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Place = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Subject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    BarsLeading = table.Column<bool>(type: "bit", nullable: false),
                    BarsHosting = table.Column<bool>(type: "bit", nullable: false),
                    Ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    GroundZh = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    GroundEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SanctionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RegisterEntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    LiftedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LiftDocumentNumber = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    LiftReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    LiftedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    LiftedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bans_SanctionCases_SanctionId",
                        column: x => x.SanctionId,
                        principalTable: "SanctionCases",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "MajorChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Organisation = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false),
                    Kinds = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Description = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AbsorbsId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AbsorbsName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ReportedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReportedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ReportedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CountyReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CountyReceivedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    CityReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CityReceivedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ExaminedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ExaminedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    SanctionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Findings = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MajorChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MajorChanges_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MajorChanges_SanctionCases_SanctionId",
                        column: x => x.SanctionId,
                        principalTable: "SanctionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RectificationWarnings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SanctionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstitutionName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    District = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RectificationWarnings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RectificationWarnings_SanctionCases_SanctionId",
                        column: x => x.SanctionId,
                        principalTable: "SanctionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BanLifting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BanId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProposedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProposedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedBySubject = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ClosedByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Refusal = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BanLifting", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BanLifting_Bans_BanId",
                        column: x => x.BanId,
                        principalTable: "Bans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "IX_AnnouncedCentre_AnnouncementId_Number",
                table: "AnnouncedCentre",
                columns: new[] { "AnnouncementId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncedCentre_CertificateCode",
                table: "AnnouncedCentre",
                column: "CertificateCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncedCentre_InstitutionId",
                table: "AnnouncedCentre",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_Jurisdiction_DocumentNumber",
                table: "Announcements",
                columns: new[] { "Jurisdiction", "DocumentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_Jurisdiction_Id",
                table: "Announcements",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_NoticeId",
                table: "Announcements",
                column: "NoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_Programme_Year_Serial",
                table: "Announcements",
                columns: new[] { "Programme", "Year", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationFiles_ApplicationId",
                table: "ApplicationFiles",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationStep_ApplicationId_Number",
                table: "ApplicationStep",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CallId",
                table: "Applications",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_InstitutionId",
                table: "Applications",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Jurisdiction_District_Status_Id",
                table: "Applications",
                columns: new[] { "Jurisdiction", "District", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Organisation_Id",
                table: "Applications",
                columns: new[] { "Organisation", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_BanLifting_BanId",
                table: "BanLifting",
                column: "BanId");

            migrationBuilder.CreateIndex(
                name: "IX_BanLifting_Status_BanId",
                table: "BanLifting",
                columns: new[] { "Status", "BanId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_Code_Jurisdiction_LastDay",
                table: "Bans",
                columns: new[] { "Code", "Jurisdiction", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_RegisterEntryId",
                table: "Bans",
                column: "RegisterEntryId");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_SanctionId",
                table: "Bans",
                column: "SanctionId");

            migrationBuilder.CreateIndex(
                name: "IX_Calendars_Year_IsTest",
                table: "Calendars",
                columns: new[] { "Year", "IsTest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Jurisdiction_DocumentNumber",
                table: "Calls",
                columns: new[] { "Jurisdiction", "DocumentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Jurisdiction_Programme_Id",
                table: "Calls",
                columns: new[] { "Jurisdiction", "Programme", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDecisions_ApplicationId",
                table: "CaseDecisions",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDecisions_Jurisdiction_DocumentNumber_SubjectCode_SubjectName",
                table: "CaseDecisions",
                columns: new[] { "Jurisdiction", "DocumentNumber", "SubjectCode", "SubjectName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseDecisions_Jurisdiction_Programme_Id",
                table: "CaseDecisions",
                columns: new[] { "Jurisdiction", "Programme", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConditionAnswer_ApplicationId_Round_Id",
                table: "ConditionAnswer",
                columns: new[] { "ApplicationId", "Round", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_DeputySubject_Until",
                table: "Delegations",
                columns: new[] { "DeputySubject", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_Jurisdiction_Id",
                table: "Delegations",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_PrincipalSubject_Until",
                table: "Delegations",
                columns: new[] { "PrincipalSubject", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryEntry_GroupId_InstitutionId",
                table: "DirectoryEntry",
                columns: new[] { "GroupId", "InstitutionId" });

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryGroup_Jurisdiction_Programme",
                table: "DirectoryGroup",
                columns: new[] { "Jurisdiction", "Programme" });

            migrationBuilder.CreateIndex(
                name: "IX_EntryGram_EntryId",
                table: "EntryGram",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_EvaluationResults_InstitutionId_Year",
                table: "EvaluationResults",
                columns: new[] { "InstitutionId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_Experts_Jurisdiction_Subject",
                table: "Experts",
                columns: new[] { "Jurisdiction", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_StoredAt",
                table: "IdempotencyRecords",
                column: "StoredAt");

            migrationBuilder.CreateIndex(
                name: "IX_Import_AttachmentId",
                table: "Import",
                column: "AttachmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Import_Jurisdiction_Id",
                table: "Import",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InboxMessage_ReceivedAt",
                table: "InboxMessage",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_InboxWaiting_SubjectKey_Sequence",
                table: "InboxWaiting",
                columns: new[] { "SubjectKey", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_ApplicationId",
                table: "Institutions",
                column: "ApplicationId",
                unique: true,
                filter: "[ApplicationId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_CentreCode",
                table: "Institutions",
                column: "CentreCode");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_ImplementingBodyCode",
                table: "Institutions",
                column: "ImplementingBodyCode");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Jurisdiction_District_Standing_Id",
                table: "Institutions",
                columns: new[] { "Jurisdiction", "District", "Standing", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Jurisdiction_Id",
                table: "Institutions",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Jurisdiction_Name",
                table: "Institutions",
                columns: new[] { "Jurisdiction", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Jurisdiction_Park_Id",
                table: "Institutions",
                columns: new[] { "Jurisdiction", "Park", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Programme_Id",
                table: "Institutions",
                columns: new[] { "Programme", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Programme_RecognisedPerson",
                table: "Institutions",
                columns: new[] { "Programme", "RecognisedPerson" },
                unique: true,
                filter: "[RecognisedPerson] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Standing_Id",
                table: "Institutions",
                columns: new[] { "Standing", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interpretations_Jurisdiction_Programme_Clause_DocumentNumber",
                table: "Interpretations",
                columns: new[] { "Jurisdiction", "Programme", "Clause", "DocumentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CodeHash",
                table: "Invitations",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_Jurisdiction_District_Status_Id",
                table: "Invitations",
                columns: new[] { "Jurisdiction", "District", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_OrganisationCode_Status",
                table: "Invitations",
                columns: new[] { "OrganisationCode", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_LeaseExpiresAt",
                table: "Jobs",
                columns: new[] { "State", "LeaseExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MajorChanges_InstitutionId",
                table: "MajorChanges",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_MajorChanges_Jurisdiction_Status_Id",
                table: "MajorChanges",
                columns: new[] { "Jurisdiction", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MajorChanges_SanctionId",
                table: "MajorChanges",
                column: "SanctionId");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_Jurisdiction_Id",
                table: "Meetings",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_Jurisdiction_Programme_DocumentNumber",
                table: "Meetings",
                columns: new[] { "Jurisdiction", "Programme", "DocumentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Motion_MeetingId_Number",
                table: "Motion",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Motion_SubjectId",
                table: "Motion",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Jurisdiction_DocumentNumber",
                table: "Notices",
                columns: new[] { "Jurisdiction", "DocumentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Jurisdiction_Id",
                table: "Notices",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_SelectionId",
                table: "Notices",
                column: "SelectionId",
                unique: true,
                filter: "[SelectionId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_ApplicationId",
                table: "Objections",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_Jurisdiction_Id",
                table: "Objections",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_NoticeId_Status_Id",
                table: "Objections",
                columns: new[] { "NoticeId", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_ReceiptNumber",
                table: "Objections",
                column: "ReceiptNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_InstitutionId_Serial",
                table: "Opinions",
                columns: new[] { "InstitutionId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_Jurisdiction_Programme_Id",
                table: "Opinions",
                columns: new[] { "Jurisdiction", "Programme", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_Number",
                table: "Opinions",
                column: "Number",
                unique: true);

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
                name: "IX_PackProposals_Hash",
                table: "PackProposals",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Packs_Hash",
                table: "Packs",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Packs_Programme_From",
                table: "Packs",
                columns: new[] { "Programme", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperFile_AttachmentId",
                table: "PaperFile",
                column: "AttachmentId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperWarnings_PaperId_DaysBefore",
                table: "PaperWarnings",
                columns: new[] { "PaperId", "DaysBefore" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Papers_ExpiresOn",
                table: "Papers",
                column: "ExpiresOn");

            migrationBuilder.CreateIndex(
                name: "IX_Papers_InstitutionId_Series_Number",
                table: "Papers",
                columns: new[] { "InstitutionId", "Series", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Places_Jurisdiction_Code",
                table: "Places",
                columns: new[] { "Jurisdiction", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanDecisions_Jurisdiction_DocumentNumber",
                table: "PlanDecisions",
                columns: new[] { "Jurisdiction", "DocumentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanDecisions_Programme_Status",
                table: "PlanDecisions",
                columns: new[] { "Programme", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_PostedApplication_NoticeId",
                table: "PostedApplication",
                column: "NoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationLists_Jurisdiction_District_DocumentNumber",
                table: "RecommendationLists",
                columns: new[] { "Jurisdiction", "District", "DocumentNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecommendedApplication_RecommendationListId",
                table: "RecommendedApplication",
                column: "RecommendationListId");

            migrationBuilder.CreateIndex(
                name: "IX_RectificationWarnings_Jurisdiction_Id",
                table: "RectificationWarnings",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RectificationWarnings_SanctionId",
                table: "RectificationWarnings",
                column: "SanctionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_AboutEntryId_Register_Id",
                table: "RegisterEntries",
                columns: new[] { "AboutEntryId", "Register", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_AboutInstitutionId_Register_Id",
                table: "RegisterEntries",
                columns: new[] { "AboutInstitutionId", "Register", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Organisation_Id",
                table: "RegisterEntries",
                columns: new[] { "Organisation", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Programme_Register_Id",
                table: "RegisterEntries",
                columns: new[] { "Programme", "Register", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Programme_Register_Number",
                table: "RegisterEntries",
                columns: new[] { "Programme", "Register", "Number" },
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Programme_Register_State_Id",
                table: "RegisterEntries",
                columns: new[] { "Programme", "Register", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_Programme_Register_UniqueKey",
                table: "RegisterEntries",
                columns: new[] { "Programme", "Register", "UniqueKey" },
                unique: true,
                filter: "[UniqueKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterFiles_EntryId",
                table: "RegisterFiles",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterPushes_FromEntryId_ToEntryId",
                table: "RegisterPushes",
                columns: new[] { "FromEntryId", "ToEntryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterPushes_Jurisdiction_Id",
                table: "RegisterPushes",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterPushes_ToEntryId",
                table: "RegisterPushes",
                column: "ToEntryId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterStepTaken_EntryId_Number",
                table: "RegisterStepTaken",
                columns: new[] { "EntryId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterValues_Programme_Register_Field_Text_EntryId",
                table: "RegisterValues",
                columns: new[] { "Programme", "Register", "Field", "Text", "EntryId" });

            migrationBuilder.CreateIndex(
                name: "IX_SanctionCases_InstitutionId_Ground_Cause",
                table: "SanctionCases",
                columns: new[] { "InstitutionId", "Ground", "Cause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SanctionCases_Jurisdiction_Status_Id",
                table: "SanctionCases",
                columns: new[] { "Jurisdiction", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_ApplicationId",
                table: "ScoreSheets",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_ExpertId",
                table: "ScoreSheets",
                column: "ExpertId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_ExpertSubject_Id",
                table: "ScoreSheets",
                columns: new[] { "ExpertSubject", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_SelectionId_ApplicationId_ExpertId",
                table: "ScoreSheets",
                columns: new[] { "SelectionId", "ApplicationId", "ExpertId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelectionEntry_ApplicationId",
                table: "SelectionEntry",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SelectionEntry_SelectionId",
                table: "SelectionEntry",
                column: "SelectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Selections_Jurisdiction_Id",
                table: "Selections",
                columns: new[] { "Jurisdiction", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StandingEntry_InstitutionId_Number",
                table: "StandingEntry",
                columns: new[] { "InstitutionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandingEntry_Standing_InstitutionId",
                table: "StandingEntry",
                columns: new[] { "Standing", "InstitutionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Submission_ApplicationId_Round",
                table: "Submission",
                columns: new[] { "ApplicationId", "Round" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessLog");

            migrationBuilder.DropTable(
                name: "AnnouncedCentre");

            migrationBuilder.DropTable(
                name: "ApplicationFiles");

            migrationBuilder.DropTable(
                name: "ApplicationStep");

            migrationBuilder.DropTable(
                name: "AttachmentChunks");

            migrationBuilder.DropTable(
                name: "BanLifting");

            migrationBuilder.DropTable(
                name: "Calendars");

            migrationBuilder.DropTable(
                name: "CaseDecisions");

            migrationBuilder.DropTable(
                name: "ClockOffset");

            migrationBuilder.DropTable(
                name: "ConditionAnswer");

            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "DirectoryEntry");

            migrationBuilder.DropTable(
                name: "DirectoryGroup");

            migrationBuilder.DropTable(
                name: "EntryGram");

            migrationBuilder.DropTable(
                name: "EvaluationResults");

            migrationBuilder.DropTable(
                name: "IdempotencyRecords");

            migrationBuilder.DropTable(
                name: "ImportError");

            migrationBuilder.DropTable(
                name: "ImportRow");

            migrationBuilder.DropTable(
                name: "InboxMessage");

            migrationBuilder.DropTable(
                name: "InboxSubjectTurn");

            migrationBuilder.DropTable(
                name: "InboxWaiting");

            migrationBuilder.DropTable(
                name: "Interpretations");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "MajorChanges");

            migrationBuilder.DropTable(
                name: "Motion");

            migrationBuilder.DropTable(
                name: "NameBigram");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "OfficesHeld");

            migrationBuilder.DropTable(
                name: "Opinions");

            migrationBuilder.DropTable(
                name: "OutboxLease");

            migrationBuilder.DropTable(
                name: "OutboxMessage");

            migrationBuilder.DropTable(
                name: "PackProposals");

            migrationBuilder.DropTable(
                name: "Packs");

            migrationBuilder.DropTable(
                name: "PaperFile");

            migrationBuilder.DropTable(
                name: "PaperFolders");

            migrationBuilder.DropTable(
                name: "PaperWarnings");

            migrationBuilder.DropTable(
                name: "Places");

            migrationBuilder.DropTable(
                name: "PlanDecisions");

            migrationBuilder.DropTable(
                name: "PostedApplication");

            migrationBuilder.DropTable(
                name: "RecommendedApplication");

            migrationBuilder.DropTable(
                name: "RectificationWarnings");

            migrationBuilder.DropTable(
                name: "RegisterCounter");

            migrationBuilder.DropTable(
                name: "RegisterFiles");

            migrationBuilder.DropTable(
                name: "RegisterPushes");

            migrationBuilder.DropTable(
                name: "RegisterStepTaken");

            migrationBuilder.DropTable(
                name: "RegisterValues");

            migrationBuilder.DropTable(
                name: "ScoreSheets");

            migrationBuilder.DropTable(
                name: "SelectionEntry");

            migrationBuilder.DropTable(
                name: "StandingEntry");

            migrationBuilder.DropTable(
                name: "Submission");

            migrationBuilder.DropTable(
                name: "Announcements");

            migrationBuilder.DropTable(
                name: "Bans");

            migrationBuilder.DropTable(
                name: "Import");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "Papers");

            migrationBuilder.DropTable(
                name: "RecommendationLists");

            migrationBuilder.DropTable(
                name: "RegisterEntries");

            migrationBuilder.DropTable(
                name: "Experts");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "SanctionCases");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "Selections");

            migrationBuilder.DropTable(
                name: "Institutions");

            migrationBuilder.DropTable(
                name: "Applications");

            migrationBuilder.DropTable(
                name: "Calls");
        }
    }
}
