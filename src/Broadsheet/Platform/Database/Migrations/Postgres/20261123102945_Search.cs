using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Broadsheet.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    story_id = table.Column<Guid>(type: "uuid", nullable: false),
                    live_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cut = table.Column<int>(type: "integer", nullable: false),
                    head = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    guarded = table.Column<string>(type: "text", nullable: false),
                    tags = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search", x => x.number);
                    table.ForeignKey(
                        name: "fk_search_story_story_id",
                        column: x => x.story_id,
                        principalTable: "stories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_story_id",
                table: "search",
                column: "story_id",
                unique: true);

            // The words stay out of the rows (toast), so that walking over the rows of a common word is cheap.
            migrationBuilder.Sql("ALTER TABLE search ADD COLUMN open tsvector, ADD COLUMN whole tsvector");
            migrationBuilder.Sql("ALTER TABLE search SET (toast_tuple_target = 128)");
            migrationBuilder.Sql("CREATE INDEX ix_search_open ON search USING gin (open)");
            migrationBuilder.Sql("CREATE INDEX ix_search_whole ON search USING gin (whole)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search");
        }
    }
}
