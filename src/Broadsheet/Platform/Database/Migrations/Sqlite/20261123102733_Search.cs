using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Broadsheet.Platform.Database.Migrations.Sqlite
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
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    story_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    live_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cut = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    guarded = table.Column<string>(type: "TEXT", nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false)
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

            // The words are cut before they come here; “ascii” leaves them as they are. What they are found in stands in search.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE search_open USING fts5(head, body, tags, content='', contentless_delete=1, tokenize='ascii')");
            migrationBuilder.Sql("CREATE VIRTUAL TABLE search_whole USING fts5(head, body, tags, content='', contentless_delete=1, tokenize='ascii')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE search_open");
            migrationBuilder.Sql("DROP TABLE search_whole");
            migrationBuilder.DropTable(
                name: "search");
        }
    }
}
